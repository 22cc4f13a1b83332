"""The examples of the pages on charts are drawn without a finding. The pages name every mark, property
of marks, channel, transform and scale that the program has; each transform and each scale has an
example, under its own heading, that uses it and says that its data are made up.

  examples.py TUSHUO SOURCE_ROOT
"""
import json
import os
import re
import subprocess
import sys
import tempfile

program, root = sys.argv[1:]
with open(os.path.join(root, "data", "tushuo.schema.json"), encoding="utf-8") as file:
    schema = json.load(file)["$defs"]
faults, count = [], 0


def registered(path, macro):
    with open(os.path.join(root, "src", path), encoding="utf-8") as file:
        return re.findall(r"^%s\(\"?(\w+)" % macro, file.read(), re.M)


def examples(page):
    return [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```$", page, re.S | re.M)]


def sections(page):
    return {part.split("\n", 1)[0]: part for part in re.split(r"^## ", page, flags=re.M)[1:]}


def coded(keys):
    return ["`%s`" % key for key in keys]


def without(page, words):
    return [word for word in words if word not in page]


def without_example(page, names, text_of_use):
    parts = sections(page)
    return ["an example of " + name for name in names
            if not any(text_of_use(name) in json.dumps(example, ensure_ascii=False)
                       for example in examples(parts.get(name, "")))]


def made_up(page):
    return ["that an example's data are made up" for example in examples(page)
            if "示例数据" not in example.get("subtitle", "")]


def missing_in_marks(page):
    marks = schema["markObject"]["properties"]
    return without(page, ["## %s\n" % word for word in marks["type"]["enum"]] + coded(marks.keys() - {"type"}))


def missing_in_channels(page):
    heads = re.findall(r"\w+", " ".join(sections(page)))
    return without(heads, schema["encoding"]["properties"].keys() - {"tooltip"})


def missing_in_transforms(page):
    names = registered("chart/transforms/transforms.def", "TRANSFORM")
    keys = schema["transform"]["properties"].keys() - names - {"field", "as"}
    operations = schema["windowField"]["properties"]["op"]["enum"]
    tests = schema["predicate"]["properties"].keys() - {"field"}
    bins = schema["binParameters"]["properties"]
    return (without_example(page, names, '"transform": [{"%s": '.__mod__) + made_up(page)
            + without(page, coded([*keys, *operations, *tests, *bins])))


def missing_in_scales(page):
    scale = schema["scale"]["properties"]
    return (without_example(page, scale["type"]["enum"], '"type": "%s"'.__mod__) + made_up(page)
            + without(page, coded(scale)))


PAGES = {
    "marks.md": missing_in_marks,
    "channels.md": missing_in_channels,
    "transforms.md": missing_in_transforms,
    "scales.md": missing_in_scales,
}

with tempfile.TemporaryDirectory() as folder:
    for name, missing in PAGES.items():
        with open(os.path.join(root, "docs", name), encoding="utf-8") as file:
            page = file.read()
        faults += ["%s does not have %s" % (name, word.strip()) for word in missing(page)]
        figures = [{"id": "e%d" % i, "title": "例", **figure} for i, figure in enumerate(examples(page))]
        document = os.path.join(folder, name + ".json")
        with open(document, "w", encoding="utf-8") as file:
            json.dump({"figures": figures}, file, ensure_ascii=False)
        run = subprocess.run([program, "render", document, "-o", folder, "-f", "svg", "--strict"],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        drawn = [figure["id"] for figure in figures if os.path.exists(os.path.join(folder, figure["id"] + ".svg"))]
        if run.returncode or len(drawn) != len(figures):
            faults.append("%s: %s" % (name, run.stdout.decode()))
        for figure in drawn:
            os.remove(os.path.join(folder, figure + ".svg"))
        count += len(figures)

for fault in faults:
    print(fault)
print("%d examples" % count)
sys.exit(1 if faults or not count else 0)

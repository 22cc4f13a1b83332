"""The examples of the pages on charts are drawn without a finding. The pages name every mark, property
of marks, channel, transform, scale, function and format that the program has. Each transform, scale,
group of functions and format has an example that uses it and says that its data are made up.

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


def in_source(path, pattern):
    with open(os.path.join(root, "src", path), encoding="utf-8") as file:
        found = re.findall(pattern, file.read(), re.M)
    return found or sys.exit("%s: nothing matches %s" % (path, pattern))


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
            if "示例数据" not in example.get("subtitle", example.get("title", ""))]


def missing_in_marks(page):
    marks = schema["markObject"]["properties"]
    heads = re.findall(r"\w+", " ".join(sections(page)))
    return without(heads, marks["type"]["enum"]) + without(page, coded(marks.keys() - {"type"}))


def missing_in_channels(page):
    heads = re.findall(r"\w+", " ".join(sections(page)))
    return without(heads, schema["encoding"]["properties"].keys() - {"tooltip"})


def missing_in_transforms(page):
    names = in_source("chart/transforms/transforms.def", r"^TRANSFORM\((\w+)")
    keys = schema["transform"]["properties"].keys() - names - {"field", "as"}
    operations = schema["windowField"]["properties"]["op"]["enum"]
    tests = schema["predicate"]["properties"].keys() - {"field"}
    bins = schema["binParameters"]["properties"]
    return (without_example(page, names, '"transform": [{"%s": '.__mod__) + made_up(page)
            + without(page, coded([*keys, *operations, *tests, *bins])))


def missing_in_scales(page):
    scale, colour = schema["scale"]["properties"], schema["colourScale"]["properties"]
    types = set(scale["type"]["enum"] + colour["type"]["enum"])
    schemes = in_source("scales/schemes.def", r"^SCHEME\((\w+)")
    return (without_example(page, sorted(types), '"type": "%s"'.__mod__) + made_up(page)
            + without(page, coded([*scale, *colour, *schemes, *colour["interpolate"]["enum"]])))


def missing_in_expressions(page):
    functions = in_source("chart/expr_functions.def", r"^FUNCTION\((\w+)")
    missing = made_up(page) + without(page, coded(functions))
    for head, part in sections(page).items():
        listed = [name for name in functions if "`%s`" % name in part]
        if listed and not re.search(r"\b(%s)\(" % "|".join(listed), "".join(map(json.dumps, examples(part)))):
            missing.append("an example of " + head)
    return missing


def missing_in_formats(page):
    parts = sections(page)
    [types] = in_source("base/number_format.c", r'strchr\("(%[^"]+)", out->type\)')
    [directives] = in_source("base/time_format.c", r'DIRECTIVES\[\] = "([^"]+)"')
    shown = {head: [row["式"] for example in examples(part) for row in example["data"]["values"] if "式" in row]
             for head, part in parts.items()}
    return (made_up(page) + without(parts["Numbers"], coded(types)) + without(parts["Times"], coded("%" + d for d in directives))
            + ["an example of the number type " + t for t in types if not any(s.endswith(t) for s in shown["Numbers"])]
            + ["an example of %" + d for d in directives if not any("%" + d in s for s in shown["Times"])])


def missing_in_composition(page):
    figure = schema["figure"]["properties"]
    around = {key for key in figure if re.search(r"[Cc]harts|layers|several marks", figure[key].get("description", ""))}
    heads = re.findall(r"\w+", " ".join(sections(page)))
    return (without_example(page, ["layer", "facet", "repeat", "resolve"], '"%s": '.__mod__) + made_up(page)
            + without(heads, ["hconcat", "vconcat", "concat"]) + without(page, coded(around - set(heads))))


def draw(path, content):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False)
    run = subprocess.run([program, "render", path, "-o", folder, "-f", "svg", "--strict"],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [run.stdout.decode()] if run.returncode else []


PAGES = {
    "marks.md": missing_in_marks,
    "channels.md": missing_in_channels,
    "transforms.md": missing_in_transforms,
    "scales.md": missing_in_scales,
    "expressions.md": missing_in_expressions,
    "formats.md": missing_in_formats,
    "composition.md": missing_in_composition,
    "from-vega-lite.md": made_up,
}

with tempfile.TemporaryDirectory() as folder:
    for name, missing in PAGES.items():
        with open(os.path.join(root, "docs", name), encoding="utf-8") as file:
            page = file.read()
        faults += ["%s does not have %s" % (name, word.strip()) for word in missing(page)]
        content = {"e%d" % i: example for i, example in enumerate(examples(page))}
        whole = {key: example for key, example in content.items() if "$schema" in example}
        figures = [{"id": key, "title": "例", **example} for key, example in content.items() if key not in whole]
        told = draw(os.path.join(folder, name + ".json"), {"figures": figures})
        for key, example in whole.items():
            told += draw(os.path.join(folder, key + ".json"), example)
        faults += ["%s: %s" % (name, text) for text in told]
        for key in content:
            picture = os.path.join(folder, key + ".svg")
            if os.path.exists(picture):
                os.remove(picture)
            else:
                faults.append("%s: %s is not drawn" % (name, key))
        count += len(content)

for fault in faults:
    print(fault)
print("%d examples" % count)
sys.exit(1 if faults or not count else 0)

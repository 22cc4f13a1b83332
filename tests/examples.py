"""The examples of docs/marks.md and docs/channels.md are drawn without a finding, and the pages name
every mark, every property of marks and every channel that the schema has.

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
marks = schema["markObject"]["properties"]
WORDS = {
    "marks.md": ["## %s\n" % word for word in marks["type"]["enum"]] + ["`%s`" % key for key in marks if key != "type"],
    "channels.md": schema["encoding"]["properties"].keys() - {"tooltip"},
}
faults, count = [], 0


def examples(page):
    return [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```$", page, re.S | re.M)]


with tempfile.TemporaryDirectory() as folder:
    for name, words in WORDS.items():
        with open(os.path.join(root, "docs", name), encoding="utf-8") as file:
            page = file.read()
        heads = " ".join(re.findall(r"^## (.*)$", page, re.M))
        text = page if name == "marks.md" else re.findall(r"\w+", heads)
        faults += ["%s does not name %s" % (name, word.strip()) for word in words if word not in text]
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

"""The JSON of docs/infographics.md is checked and laid out: python3 infographic_docs.py PROGRAM

A figure stands as written, a block in a figure of its own; metrics and charts are those of
tests/infographic/every-block.json.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    with open(os.path.join(ROOT, "tests", "infographic", "every-block.json"), encoding="utf-8") as file:
        document = json.load(file)
    with open(os.path.join(ROOT, "docs", "infographics.md"), encoding="utf-8") as file:
        examples = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", file.read(), re.S)]
    document["figures"] = [figure for figure in document["figures"] if "blocks" not in figure]
    for number, example in enumerate(examples):
        block = {"id": "block-%d" % number, "title": "示例", "blocks": [example]}
        document["figures"].append(example if "blocks" in example else block)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "docs.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False)
        done = subprocess.run([sys.argv[1], "check", "--strict", path], stderr=subprocess.PIPE, check=False)
    sys.stderr.write(done.stderr.decode())
    return 1 if done.returncode or len(examples) < 2 else 0


sys.exit(main())

"""The page of blocks shows what its documents hold: python3 blocks_docs.py PROGRAM SOURCE_ROOT

Each section "## kind" has JSON that stands so among the blocks of kind.json, and each document
holds the block that it is named after. Every kind of block that the schema knows has its section.
"""
import json
import os
import re
import subprocess
import sys

program, root = sys.argv[1:]
folder = os.path.join(root, "docs", "gallery", "blocks")
faults = []


def blocks_of(value):
    """All objects of a document's figures, at any depth: blocks may stand in rows."""
    if isinstance(value, list):
        return [block for item in value for block in blocks_of(item)]
    if isinstance(value, dict):
        return [value] + [block for item in value.values() for block in blocks_of(item)]
    return []


with open(os.path.join(folder, "README.md"), encoding="utf-8") as file:
    sections = re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", file.read(), re.S | re.M)
for kind, text in sections:
    with open(os.path.join(folder, kind + ".json"), encoding="utf-8") as file:
        known = blocks_of(json.load(file)["figures"])
    shown = [json.loads(part) for part in re.findall(r"```json\n(.*?)```", text, re.S)]
    if not shown or not all(part in known for part in shown):
        faults.append("%s: the page's JSON is not what %s.json holds" % (kind, kind))
    if not any(kind in block for block in known):
        faults.append("%s.json has no block of its kind" % kind)
kinds = set(json.loads(subprocess.run([program, "schema"], stdout=subprocess.PIPE, check=True).stdout)
            ["$defs"]["block"]["properties"]) - {"span"}
missing = kinds - {kind for kind, _ in sections}
if missing:
    faults.append("no section for " + ", ".join(sorted(missing)))
print("\n".join(faults) or "%d sections" % len(sections))
sys.exit(1 if faults else 0)

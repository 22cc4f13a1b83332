"""The reference of keys in docs/document.md and data/tushuo.schema.json say what the program says.

  reference.py PROGRAM [--write]

With --write both are written anew from `tushuo schema`, which is made of the tables that check
documents: so parser, schema and reference cannot differ by a key.
"""
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(ROOT, "docs", "document.md")
SCHEMA = os.path.join(ROOT, "data", "tushuo.schema.json")
MARK = "<!-- Keys: written by tests/reference.py --write; do not edit below. -->\n"


def kind(schema):
    """What a value may be, in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return "[%s](#%s)" % (name, name.lower())
    if "enum" in schema:
        return ", ".join("`%s`" % word for word in schema["enum"])
    if "anyOf" in schema:
        options = schema["anyOf"]
        if len(options) == 2 and "patternProperties" in options[1]:
            return "text"
        return " or ".join(dict.fromkeys(kind(option) for option in options))
    if schema.get("type") == "array":
        return "array of " + kind(schema.get("items", {}))
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return "object of " + kind(schema["additionalProperties"])
    if schema.get("format") == "color":
        return "colour"
    return schema.get("type", "any value")


def section(name, schema):
    lines = ["## " + name, ""]
    if schema.get("description"):
        lines += [schema["description"], ""]
    if not schema.get("properties"):
        return lines + [kind(schema).capitalize() if "description" not in schema else "A value: " + kind(schema), ""]
    lines += ["| key | value | meaning |", "|---|---|---|"]
    for key, value in schema["properties"].items():
        need = " (required)" if key in schema.get("required", []) else ""
        cells = ["`%s`%s" % (key, need), kind(value), value.get("description", "")]
        lines.append("| %s |" % " | ".join(cell.replace("|", "\\|") for cell in cells))
    return lines + [""]


def reference(schema):
    lines = section("Document", schema)
    for name, definition in schema["$defs"].items():
        lines += section(name, definition)
    return "\n".join(lines).rstrip() + "\n"


def main():
    env = {**os.environ, "LC_ALL": "C"}
    text = subprocess.run([sys.argv[1], "schema"], env=env, stdout=subprocess.PIPE, check=True).stdout.decode()
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    head, mark, keys = page.partition(MARK)
    wanted = head + MARK + "\n" + reference(json.loads(text))
    if "--write" in sys.argv:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(wanted)
        with open(SCHEMA, "w", encoding="utf-8") as file:
            file.write(text)
        return 0
    with open(SCHEMA, encoding="utf-8") as file:
        faults = [] if file.read() == text else ["data/tushuo.schema.json"]
    faults += [] if page == wanted else ["docs/document.md"]
    for fault in faults:
        print(fault + " is not what the program says; run tests/reference.py PROGRAM --write")
    return 1 if faults else 0


sys.exit(main())

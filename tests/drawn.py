"""Documents that are drawn with trouble: what is said, what is written, with which exit status.

  drawn.py PROGRAM [NAME]...

tests/drawn/NAME.json is a case; NAME.expected has what `render -f svg,png` says of it: severity, code
and pointer of each message (the words are tested elsewhere), then the exit status and the files.
Beyond that every SVG must be sound XML and every PNG whole. With TUSHUO_UPDATE set the expectations
are written; look at them before committing.
"""
import json
import os
import subprocess
import sys
import tempfile
import xml.dom.minidom
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "tests", "drawn")
ENV = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}


def check_png(data, name):
    """Signature, chunks with their sums, image data that unpacks, an end."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", name
    at, packed, kind = 8, b"", b""
    while at < len(data):
        size = int.from_bytes(data[at:at + 4], "big")
        kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + size]
        assert zlib.crc32(kind + body) == int.from_bytes(data[at + 8 + size:at + 12 + size], "big"), name
        packed += body if kind == b"IDAT" else b""
        at += 12 + size
    assert kind == b"IEND" and at == len(data) and zlib.decompress(packed), name


def check_file(path):
    with open(path, "rb") as file:
        data = file.read()
    if path.endswith(".svg"):
        xml.dom.minidom.parseString(data)
    elif path.endswith(".png"):
        check_png(data, path)


def run_case(program, name):
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([program, "render", os.path.join(FOLDER, name + ".json"), "-o", out, "-f", "svg,png",
                               "--messages=json"], env=ENV, capture_output=True, timeout=300)
        lines = []
        for line in done.stderr.decode().splitlines():
            entry = json.loads(line)  # and nothing else on standard error
            said = "%s[%s] %s" % (entry["severity"], entry["code"], entry.get("pointer", ""))
            lines += [said] if said not in lines else []
        files = sorted(file for file in os.listdir(out) if file != "manifest.json")
        for file in files:
            check_file(os.path.join(out, file))
        return "\n".join(lines + ["status %d" % done.returncode] + files) + "\n"


def main():
    program = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or sorted(name[:-5] for name in os.listdir(FOLDER) if name.endswith(".json"))
    failed = 0
    for name in names:
        found = run_case(program, name)
        path = os.path.join(FOLDER, name + ".expected")
        if os.environ.get("TUSHUO_UPDATE"):
            with open(path, "w", encoding="utf-8") as file:
                file.write(found)
        with open(path, encoding="utf-8") as file:
            expected = file.read()
        if found != expected:
            print("%s\n--- expected\n%s--- found\n%s" % (name, expected, found))
            failed += 1
    print("%d cases, %d failed" % (len(names), failed))
    return 1 if failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())

"""Every message of the sources has its Chinese line, and POTFILES lists every source with messages.

  po.py SOURCE_ROOT
"""
import os
import re
import subprocess
import sys
import tempfile

root = sys.argv[1]
faults = []

with open(os.path.join(root, "po", "POTFILES"), encoding="utf-8") as file:
    listed = set(file.read().split())
found = set()
for base, _, names in os.walk(os.path.join(root, "src")):
    for name in names:
        path = os.path.join(base, name)
        with open(path, encoding="utf-8") as file:
            if name != "i18n.h" and re.search(r"\b(_|N_)\(", file.read()):
                found.add(os.path.relpath(path, root))
faults += ["po/POTFILES lacks " + name for name in sorted(found - listed)]
faults += ["po/POTFILES lists %s, which has no message" % name for name in sorted(listed - found)]

with tempfile.TemporaryDirectory() as folder:
    pot = os.path.join(folder, "tushuo.pot")
    subprocess.run(["xgettext", "--from-code=UTF-8", "--language=C", "--keyword=_", "--keyword=N_", "-o", pot,
                    *sorted(found)], cwd=root, check=True, stderr=subprocess.DEVNULL)
    po = os.path.join(root, "po", "zh_CN.po")
    for command in (["msgcmp", "--no-fuzzy-matching", po, pot], ["msgfmt", "--check-format", "-o", os.devnull, po]):
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        if done.returncode:
            faults.append(done.stderr)

print("\n".join(faults) or "%d sources with messages, all of them in Chinese" % len(found))
sys.exit(1 if faults else 0)

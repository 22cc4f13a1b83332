"""The gallery of forms in docs/gallery: each example is drawn, is clean, and stands on the page.

  gallery.py TUSHUO SOURCE_ROOT              draw all with --strict; the page names every example
  gallery.py TUSHUO SOURCE_ROOT --compare    besides, the committed pictures are what is drawn now
  gallery.py TUSHUO SOURCE_ROOT --write      draw the pictures anew

With --folder NAME the gallery is docs/gallery/NAME.
"""
import os
import re
import subprocess
import sys
import tempfile

program, root, *rest = sys.argv[1:]
gallery = os.path.join(root, "docs", "gallery", rest[rest.index("--folder") + 1] if "--folder" in rest else "")
examples = sorted(name[:-5] for name in os.listdir(gallery) if name.endswith(".json"))
faults = []

with open(os.path.join(gallery, "README.md"), encoding="utf-8") as file:
    page = file.read()
shown = re.findall(r"!\[[^\]]+\]\(([\w-]+)\.svg\)", page)
linked = re.findall(r"\]\(([\w-]+)\.json\)", page)
if sorted(shown) != examples or sorted(linked) != examples:
    odd = set(shown) ^ set(examples) | set(linked) ^ set(examples)
    faults.append("README.md and the examples differ: %s" % ", ".join(sorted(odd)))

with tempfile.TemporaryDirectory() as folder:
    for name in examples:
        document = os.path.join(gallery, name + ".json")
        run = subprocess.run([program, "render", document, "-o", folder, "-f", "svg", "--strict"],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        drawn = os.path.join(folder, name + ".svg")
        if run.returncode or not os.path.exists(drawn):
            faults.append("%s: %s" % (name, run.stdout.decode()))
            continue
        with open(drawn, "rb") as file:
            picture = file.read()
        committed = os.path.join(gallery, name + ".svg")
        if "--write" in rest:
            with open(committed, "wb") as file:
                file.write(picture)
        elif "--compare" in rest:
            with open(committed, "rb") as file:
                if file.read() != picture:
                    faults.append("%s.svg is not what the program draws now; look at it, then --write" % name)

for fault in faults:
    print(fault)
print("%d examples" % len(examples))
sys.exit(1 if faults or not examples else 0)

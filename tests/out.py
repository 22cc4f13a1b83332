"""The committed pictures are what the program draws: out/ is redrawn and compared byte by byte.

  out.py TUSHUO SOURCE_ROOT
"""
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile

program, root = sys.argv[1:]
committed = os.path.join(root, "out")

with tempfile.TemporaryDirectory() as folder:
    # The manifest names the document relative to the pictures, so data/ lies beside out/ again.
    shutil.copytree(os.path.join(root, "data"), os.path.join(folder, "data"))
    document, drawn = os.path.join(folder, "data", "chengdu-2022.json"), os.path.join(folder, "out")
    subprocess.run([program, "render", document, "-o", drawn, "-f", "svg,png"], check=True)
    names = sorted(set(os.listdir(drawn)) | set(os.listdir(committed)))
    _, different, missing = filecmp.cmpfiles(drawn, committed, names, shallow=False)

for name in different:
    print("out/%s is not what the program draws now" % name)
for name in missing:
    print("out/%s is only committed, or only drawn" % name)
if different or missing:
    print("look at the pictures, then draw them anew with ./run.sh and commit them")
print("%d files compared" % len(names))
sys.exit(1 if different or missing or not names else 0)

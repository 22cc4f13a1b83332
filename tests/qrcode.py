"""QR codes are read back from the PNG at its own size: python3 qrcode.py PROGRAM

Texts of several lengths and scripts, in every style and in sizes of picture small and large.
"""
import json
import os
import subprocess
import sys
import tempfile

TEXTS = ["https://example.org/talks", "成都市统一战线工作综述", "0123456789" * 12, "https://example.org/?q=" + "长" * 150]
program = sys.argv[1]
faults = []


def read_back(path):
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", path],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode("utf-8", "replace").strip()


figures = [{"id": "code-%d-%s" % (number, size), "title": "二维码", "size": size,
            "blocks": [{"qrcode": {"text": text, "correction": level}}, {"row": [{"text": "左"}, {"qrcode": {"text": "right"}}]}]}
           for number, text in enumerate(TEXTS)
           for size, level in (("wechat-figure", "medium"), ("slide-16x9", "high"), ("square", "low"))]
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "codes.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"title": "二维码", "figures": figures}, file, ensure_ascii=False)
    for style in ("rong", "red", "dark"):
        subprocess.run([program, "render", path, "-o", folder, "-f", "png", "--style", style], check=True,
                       stderr=subprocess.PIPE)
        for figure in figures:
            found = set(read_back(os.path.join(folder, figure["id"] + ".png")).split("\n"))
            wanted = {figure["blocks"][0]["qrcode"]["text"], "right"}
            if found != wanted:
                faults.append("%s in %s: read %s" % (figure["id"], style, sorted(found)))
print("\n".join(faults) or "%d codes" % (6 * len(figures)))
sys.exit(1 if faults else 0)

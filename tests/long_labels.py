"""Labels half as long again and numbers of ten digits never overlap: each picture of the report, in
every style and size, has room for them on the next step of the ladder, or says that it has not.
The forms of the gallery, their labels as they are, never overlap in any style and size of ours.

  long_labels.py TUSHUO SOURCE_ROOT
"""
import json
import os
import re
import subprocess
import sys
import tempfile

program, root = sys.argv[1:]
SIZES = ["", "slide-16x9", "slide-4x3", "half-slide", "square", "wechat-figure", "journal-1col", "journal-2col"]
STYLES = sorted(name[:-5] for name in os.listdir(os.path.join(root, "styles")))
OVERLAPS = {"text-on-text", "text-on-mark", "text-off-canvas"}


def long_number(printed, index):
    """The printed number with ten digits before its unit: 300余场次 is 1234567890余场次."""
    digits = str(9876543210 - 13579 * index)
    return re.sub(r"^[0-9.]+[万亿]?|^[一二三四五六七八九十]+", digits, printed)


def lengthened():
    with open(os.path.join(root, "data", "chengdu-2022.json"), encoding="utf-8") as file:
        document = json.load(file)
    del document["source"]["text"]
    for index, metric in enumerate(document["metrics"]):
        label = metric["label"]
        metric["label"] = label + label[:(len(label) + 1) // 2]
        metric["printed"] = long_number(metric["printed"], index)
        metric.pop("short", None)
        metric.pop("quote")
    document["figures"] = [figure for figure in document["figures"] if figure.get("mark")]
    return document


def gallery():
    folder = os.path.join(root, "docs", "gallery")
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".json"))


def check(documents, style, size):
    """What is refused, and the findings of each picture."""
    command = [program, "check", *documents, "--layout", "--messages=json", "--style", style]
    done = subprocess.run(command + (["--size", size] if size else []), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"}, check=False)
    return [json.loads(line) for line in done.stderr.decode().splitlines()], json.loads(done.stdout)


faults = pictures = reported = 0
with tempfile.TemporaryDirectory() as folder:
    document = os.path.join(folder, "long.json")
    with open(document, "w", encoding="utf-8") as file:
        json.dump(lengthened(), file, ensure_ascii=False)
    for style in STYLES:
        for size in SIZES:
            messages, drawn = check([document], style, size)
            if style != "vega":  # Vega-Lite's own layout has no steps by which texts fit
                more, forms = check(gallery(), style, size)
                messages, drawn = messages + more, drawn + forms
            reported += sum(entry["code"] == "layout" for entry in messages)
            for entry in messages:
                if entry["severity"] == "error" and entry["code"] != "layout":
                    faults += 1
                    print(style, size, entry)
            for picture in drawn:
                pictures += 1
                for finding in picture["findings"]:
                    if finding["kind"] in OVERLAPS:
                        faults += 1
                        print(style, size, picture["figure"], finding["kind"], finding["text"],
                              finding.get("other", ""), finding["box"])
print("%d pictures, %d reports of no room, %d overlaps" % (pictures, reported, faults))
sys.exit(1 if faults or pictures < len(STYLES) * len(SIZES) else 0)

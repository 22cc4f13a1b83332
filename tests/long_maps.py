"""Names half as long again never overlap on maps: each map of the report and of the gallery, with the
names of all regions and the words of pins and flows lengthened, has room for them on the next step of the
ladder, or says that it has not. Each style and each size once; with --all, every size in every style.

  long_maps.py TUSHUO SOURCE_ROOT [--all]
"""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile

program, root = sys.argv[1:3]
SIZES = ["", "square", "wechat-figure", "slide-4x3", "half-slide", "journal-1col", "journal-2col", "wechat-cover"]
STYLES = ["rong", "journal", "dark", "red", "vega"]
if sys.argv[3:] == ["--all"]:
    LOOKS = [(style, size) for style in STYLES for size in SIZES]
else:
    LOOKS = [(STYLES[i % len(STYLES)], size) for i, size in enumerate(SIZES)] + [("vega", ""), ("journal", "")]
OVERLAPS = {"text-on-text", "text-on-mark", "text-off-canvas"}
FILES = {"sichuan": "sichuan_prefecture.geojson", "sichuan-counties": "sichuan_county.geojson",
         "chengdu": "chengdu_district.geojson", "chengyu": "chengyu.geojson",
         "chongqing": "chongqing_county.geojson"}
KINDS = ["特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "藏族羌族自治州", "藏族自治州",
         "彝族自治州", "自治州", "市", "区", "县", "省"]


def longer(words):
    return words + words[:(len(words) + 1) // 2]


def short_forms(name):
    """阿坝藏族羌族自治州 → 阿坝, 阿坝州."""
    for kind in KINDS:
        if name.endswith(kind) and len(name) - len(kind) > 1:
            core = name[:-len(kind)]
            return [name, core, core + kind[-1]]
    return [name]


def lengthen_bases(folder):
    """A copy of the data with long names; returns, by base, the codes of the names as they were."""
    shutil.copytree(os.path.join(root, "data"), os.path.join(folder, "data"))
    os.symlink(os.path.join(root, "styles"), os.path.join(folder, "styles"))
    codes = {}
    for base, file in FILES.items():
        path = os.path.join(folder, "data", "geo", file)
        with open(path, encoding="utf-8") as stream:
            document = json.load(stream)
        codes[base] = {}
        for feature in document["features"]:
            properties = feature["properties"]
            for form in short_forms(properties["name"]):
                codes[base][form] = str(properties["adcode"])
            properties["name"] = longer(properties["name"])
        with open(path, "w", encoding="utf-8") as stream:
            json.dump(document, stream, ensure_ascii=False)
    tiles = os.path.join(folder, "data", "geo", "tiles")
    for file in os.listdir(tiles):
        with open(os.path.join(tiles, file), encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        base = "tiles/" + file[:-4]
        codes[base] = {form: row["adcode"] for row in rows for form in short_forms(row["name"])}
        with open(os.path.join(tiles, file), "w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0].keys())
            writer.writeheader()
            writer.writerows({**row, "name": longer(row["name"])} for row in rows)
    return codes


def by_code(value, codes):
    """Names of regions become codes, since the names are others now."""
    if isinstance(value, dict):
        return {key: longer(item) if key == "label" and isinstance(item, str) else by_code(item, codes)
                for key, item in value.items()}
    if isinstance(value, list):
        return [by_code(item, codes) for item in value]
    return codes.get(value, value) if isinstance(value, str) else value


def base_of(drawn):
    base = drawn["base"]
    if isinstance(base, dict):
        return "tiles/" + base["tiles"] if "tiles" in base else base["circles"]
    return base


def lengthened(path, codes):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    document.get("source", {}).pop("text", None)
    figures = []
    for figure in document["figures"]:
        if "map" not in figure:
            continue
        own = codes.get(base_of(figure["map"]), {})
        for key in ("map", "data"):
            if key in figure:
                figure[key] = by_code(figure[key], own)
        for inset in figure["map"].get("insets", []):
            inset.update({key: [codes[inset["base"]].get(name, name) for name in inset[key]]
                          for key in ("highlight", "only") if key in inset and inset["base"] in codes})
        figures.append(figure)
    document["figures"] = figures
    return document


faults = pictures = reported = 0
with tempfile.TemporaryDirectory() as folder:
    codes = lengthen_bases(folder)
    gallery = os.path.join(root, "docs", "gallery", "maps")
    documents = [os.path.join(gallery, name) for name in sorted(os.listdir(gallery)) if name.endswith(".json")]
    documents.append(os.path.join(root, "data", "chengdu-2022.json"))
    for path in documents:
        document = os.path.join(folder, "long.json")
        with open(document, "w", encoding="utf-8") as file:
            json.dump(lengthened(path, codes), file, ensure_ascii=False)
        for style, size in LOOKS:
            command = [program, "check", document, "--layout", "--messages=json", "--style", style]
            done = subprocess.run(command + (["--size", size] if size else []), stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, check=False,
                                  env={**os.environ, "LC_ALL": "C", "TUSHUO_DATA": folder})
            if done.returncode > 1:
                sys.exit("%s %s %s: status %d\n%s" % (path, style, size, done.returncode, done.stderr.decode()))
            said = [json.loads(line) for line in done.stderr.decode().splitlines()]
            reported += sum(entry["code"] in ("label-unplaced", "layout") for entry in said)
            for entry in said:
                if entry["severity"] == "error" and entry["code"] not in OVERLAPS | {"layout"}:
                    faults += 1
                    print(path, style, size, entry)
            for picture in json.loads(done.stdout):
                pictures += 1
                for finding in picture["findings"]:
                    if finding["kind"] in OVERLAPS:
                        faults += 1
                        print(os.path.basename(path), style, size, picture["figure"], finding["kind"],
                              finding["text"], finding.get("other", ""), finding["box"])
print("%d pictures, %d reports of no room, %d overlaps" % (pictures, reported, faults))
sys.exit(1 if faults or pictures < 0.9 * len(LOOKS) * len(documents) else 0)

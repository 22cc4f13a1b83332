#!/usr/bin/env python3
"""The pictures of docs/typography.md: plain Pango beside ours, rule by rule, and pages of the report.

typography_pictures.py PROGRAM PLAIN [NAME ...]   draws them (all, or those named) into docs/typography/
typography_pictures.py --check                    every picture is shown and every one shown is here
"""
import io
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "docs", "typography")
PAGE = os.path.join(ROOT, "docs", "typography.md")
HEI, SONG = "Noto Sans CJK SC", "Noto Serif CJK SC"
ENV = dict(os.environ, ASAN_OPTIONS="detect_leaks=0")  # Pango keeps its tables for the life of the process
SIZE = 48  # px of the letters; plain.c draws at this size

# name: (text, width in em, options of typeset, options of plain: font, language, flags)
RULES = {
    "forms": ("骨直门角复令", 0, [], {"font": "sans", "language": "en"}),
    "faces": ("“同心圆”·2022……", 0, ["--latin", "DejaVu Sans"], {"font": "DejaVu Sans, " + HEI}),
    "baseline": ("产值5.38亿元", 0, ["--latin", "DejaVu Sans"], {"font": "DejaVu Sans, " + HEI}),
    "marks": ("“甲”、“乙”，《丙》（丁）。", 0, [], {}),
    "edges": ("“网络安全”（含数据）《报告》", 6, [], {}),
    "gaps": ("产值5.38亿元，GDP增长3%", 0, [], {}),
    "line-start": ("增速保持在15%～30%，覆盖北京—上海—成都", 7, [], {}),
    "quotes": ("坚持“面对面”+“键对键”宣讲模式", 7, [], {}),
    "dash": ("谱写新篇章——工作综述", 0, [], {"language": "en"}),
    "numbers": ("实现产值达5.38亿元的目标", 6.5, [], {}),
    "range": ("数据时间为2022—2025年度", 8, [], {}),
    "words": ("推动民营企业结对帮扶行政村", 5, [], {}),
    "orphan": ("开展主题教育活动取得实效", 11, [], {}),
    "balance": ("745家民营企业结对帮扶578个行政村", 16, ["--mode", "balance"], {}),
    "slogan": ("矢志不渝跟党走 携手奋进新时代", 9, ["--mode", "balance"], {}),
    "truncate": ("年度网络安全（含数据安全）宣传", 8, ["--mode", "truncate"], {"flags": ["-e"]}),
    "vertical": ("“同心”品牌（12项），覆盖2022年GDP……", 8, ["--vertical"], {"flags": ["-v"]}),
}
PAGES = {"hei": HEI, "song": SONG}
WIDTHS = (8, 12, 20, 40)


def ours(program, text, width, options, size=SIZE):
    args = ["--font-size", str(size), *options, "-f", "png"]
    if width:
        args += ["--width", "%g" % (width * size)]
    return subprocess.run([program, "typeset", *args], input=text.encode(), capture_output=True, check=True,
                          env=ENV).stdout


def plain(program, text, width, options):
    args = [options.get("font", HEI), options.get("language", "zh-Hans"), "%g" % width, *options.get("flags", [])]
    return subprocess.run([program, *args], input=text.encode(), capture_output=True, check=True,
                          env=ENV).stdout


def panel(Image, ImageDraw, png, width, vertical):
    """A picture on paper with hairlines at the measure."""
    ink = Image.open(io.BytesIO(png)).convert("L")
    measure = round(width * SIZE)
    wide = ink.width if vertical or not measure else max(ink.width, measure)
    high = max(ink.height, measure) if vertical and measure else ink.height
    paper = Image.new("L", (wide + 48, high + 40), 255)
    paper.paste(ink, (24, 20))
    draw = ImageDraw.Draw(paper)
    if measure and vertical:
        for y in (20, 20 + measure):
            draw.line((0, y, paper.width, y), fill=190)
    elif measure:
        for x in (24, 24 + measure):
            draw.line((x, 0, x, paper.height), fill=190)
    return paper


def side_by_side(Image, panels, gap):
    sheet = Image.new("L", (sum(p.width for p in panels) + gap * (len(panels) - 1), max(p.height for p in panels)), 225)
    x = 0
    for p in panels:
        sheet.paste(255, (x, 0, x + p.width, sheet.height))
        sheet.paste(p, (x, 0))
        x += p.width + gap
    return sheet


def save(image, name, scale=0.5, levels=16):
    from PIL import Image
    image = image.resize((round(image.width * scale), round(image.height * scale)), Image.LANCZOS)
    image.quantize(levels).save(os.path.join(FOLDER, name + ".png"), optimize=True)
    print(name, image.size)


def draw_rule(tools, name):
    from PIL import Image, ImageDraw
    text, width, options, before = RULES[name]
    vertical = "--vertical" in options
    save(side_by_side(Image, [panel(Image, ImageDraw, plain(tools[1], text, width, before), width, vertical),
                              panel(Image, ImageDraw, ours(tools[0], text, width, options), width, vertical)], 12), name)


def longest_sentences():
    with open(os.path.join(ROOT, "data", "chengdu-2022.txt"), encoding="utf-8") as file:
        sentences = re.findall(r"[^。\n]+。", file.read())
    return sorted(sentences, key=len)[-3:]


def stack(Image, images, gap):
    sheet = Image.new("L", (max(i.width for i in images), sum(i.height for i in images) + gap * (len(images) - 1)), 225)
    y = 0
    for image in images:
        sheet.paste(255, (0, y, sheet.width, y + image.height))
        sheet.paste(image, (0, y))
        y += image.height + gap
    return sheet


def draw_page(tools, name):
    from PIL import Image, ImageDraw
    face, way = name.removeprefix("page-").split("-")
    vertical, font = way == "vertical", PAGES[face]
    sentences, rows = longest_sentences(), []
    for width in WIDTHS:
        text = sentences[-1]
        if width < 20:
            text = text[:text.index("；") + 1]
        options = ["--font", font] + (["--vertical"] if vertical else [])
        before = {"font": font, "flags": ["-v"] if vertical else []}
        pair = [panel(Image, ImageDraw, plain(tools[1], text, width, before), width, vertical),
                panel(Image, ImageDraw, ours(tools[0], text, width, options), width, vertical)]
        rows.append(side_by_side(Image, pair, 16) if width < 40 and not vertical else stack(Image, pair, 12))
    save(stack(Image, rows, 24), name, 0.3, 8)


def names():
    pages = ["page-%s-%s" % (face, way) for face in PAGES for way in ("across", "vertical")]
    return list(RULES) + pages


def check():
    page = open(PAGE, encoding="utf-8").read()
    shown = set(re.findall(r"\(typography/([\w-]+)\.png\)", page))
    there = {name.removesuffix(".png") for name in os.listdir(FOLDER)}
    faults = ["%s: not shown, not there or not drawn" % name for name in sorted(shown ^ there | there ^ set(names()))]
    print("\n".join(faults) or "%d pictures" % len(there))
    return bool(faults)


def main():
    if sys.argv[1:] == ["--check"]:
        return check()
    tools = [os.path.abspath(path) for path in sys.argv[1:3]]
    os.makedirs(FOLDER, exist_ok=True)
    for name in sys.argv[3:] or names():
        (draw_rule if name in RULES else draw_page)(tools, name)
    return 0


if __name__ == "__main__":
    sys.exit(main())

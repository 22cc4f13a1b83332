#!/usr/bin/env python3
"""All figures of documents inlined in one HTML page look as they do alone, in headless Chromium.

svg_same_page.py --difference PROGRAM --tushuo PROGRAM --document FILE

Every id of a figure begins with the figure's own, so that many SVGs can stand in one page. A page
that holds them inline is compared with one that holds each as an image, a document of its own; the
measure is svg_same_picture.py's. It is tested first: with ids that do not differ from figure to
figure the two pages must differ.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

from svg_same_picture import LIMIT_PERCENT, difference, draw_chromium, size_of


# px: Chromium takes no screenshot of a page that is higher than its largest texture, 16384.
PAGE_LIMIT = 16000


def document():
    """Figures with the same words and shapes in other places; ids that begin alike."""
    def figure(name, *amounts, **more):
        values = [{"名": "第%s类" % "丁丙乙甲"[i], "数": amount} for i, amount in enumerate(amounts)]
        return {"id": name, "title": "图形" + name, "size": {"width": 600, "height": 600}, "mark": "bar",
                "data": {"values": values}, **more,
                "encoding": {"y": {"field": "名", "type": "nominal"}, "x": {"field": "数", "type": "quantitative"},
                             "color": {"field": "名", "type": "nominal"}}}
    return {"title": "一页", "figures": [figure("a", 1, 2, 3), figure("a-g1", 3, 2, 1), figure("图", 2, 2),
                                       figure("b.c", 4, 1, 2, 3, style="journal"), figure("g1", 5)]}


def draw(options, path, folder, mode):
    subprocess.run([options.tushuo, "render", path, "-o", folder, "-f", "svg", "--svg-text=" + mode], check=True)
    names = sorted(name for name in os.listdir(folder) if name.endswith(".svg"))
    return [os.path.join(folder, name) for name in names]


def screenshot(folder, name, parts, size):
    """A page of the parts, one below the other at whole pixels."""
    page = os.path.join(folder, name + ".html")
    with open(page, "w", encoding="utf-8") as file:
        file.write("<!DOCTYPE html><meta charset='utf-8'><style>body{margin:0}svg,img{display:block}</style>\n")
        file.write("\n".join(parts))
    png = os.path.join(folder, name + ".png")
    draw_chromium(page, png, 1, size)
    return png


def same_ids(svg):
    """The figure as if its ids did not begin with its own: the k-th of each is called id-k."""
    names = {}
    for name in re.findall(r'\bid="([^"]+)"', svg):
        names[name] = "id-%d" % len(names)
    def rename(match):
        return match.group(1) + names[match.group(2)] + match.group(3)
    return re.sub(r'((?:\bid="|href="#|url\(#))([^")]+)(["\)])', rename, svg)


def pages_of(svgs):
    """Parts of the list that one page of Chromium can hold, by the heights of their figures."""
    pages, height = [[]], 0
    for path in svgs:
        own = size_of(path)[1]
        if pages[-1] and height + own > PAGE_LIMIT:
            pages.append([])
            height = 0
        pages[-1].append(path)
        height += own
    return pages


def compare(options, folder, svgs, change=lambda svg: svg):
    """Per cent of pixels that differ on the worst page when each figure is changed before it stands in it."""
    return max(compare_page(options, folder, page, change) for page in pages_of(svgs))


def compare_page(options, folder, svgs, change):
    texts = []
    for path in svgs:
        with open(path, encoding="utf-8") as file:
            texts.append(re.sub(r"^<\?xml[^>]*>\s*", "", file.read()))
    sizes = [size_of(path) for path in svgs]
    size = (round(max(width for width, _ in sizes)), round(sum(height for _, height in sizes)))
    images = ['<img src="file://%s" width="%g" height="%g">' % (path, *one) for path, one in zip(svgs, sizes)]
    alone = screenshot(folder, "alone", images, size)
    inline = screenshot(folder, "inline", [change(text) for text in texts], size)
    return difference(options.difference, alone, inline)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--difference", required=True, metavar="PROGRAM")
    parser.add_argument("--tushuo", required=True, metavar="PROGRAM")
    parser.add_argument("--document", required=True, metavar="FILE")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "made.json")
        with open(made, "w", encoding="utf-8") as file:
            json.dump(document(), file, ensure_ascii=False)
        for index, (path, mode) in enumerate([(made, "outlines"), (made, "embed"), (options.document, "outlines")]):
            svgs = draw(options, path, os.path.join(folder, str(index)), mode)
            percent = compare(options, folder, svgs)
            print(f"{'ok  ' if percent <= LIMIT_PERCENT else 'FAIL'} {os.path.basename(path)} {mode}: "
                  f"{percent:.4f} % differ")
            failed += percent > LIMIT_PERCENT
            if index == 0:
                mixed = compare(options, folder, svgs, same_ids)
                print(f"{'ok  ' if mixed > LIMIT_PERCENT else 'FAIL'} ids that meet: {mixed:.4f} % differ")
                failed += mixed <= LIMIT_PERCENT
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Glyphs stand in every file where the engine puts them.

positions.py PROGRAM

`tushuo typeset -f json` says where each glyph's origin is. The SVG must agree to 0.01 px and the PDF (as poppler reads
it) to 0.003 em; in the PNG the middle of the ink must be within 1/8 px of where a picture sixteen times as large has it.
Words copied from the PDF are the source text in reading order, from columns too.
"""
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import numpy
from PIL import Image

PROGRAM = os.path.abspath(sys.argv[1])
SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = dict(os.environ)
ENV.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.supp"))
ENV.setdefault("ASAN_OPTIONS", "fast_unwind_on_malloc=0")

LONG = "（图说）“同心圆”活动300余场次，产值5.38亿元——《报告》；AV To 15%～30%…"
CASES = [
    (LONG, ["--font-size", "32", "--width", "397"]),
    (LONG, ["--font-size", "11.3", "--width", "151"]),
    (LONG, ["--font-size", "24", "--width", "300", "--mode", "justify"]),
    (LONG, ["--font-size", "200", "--width", "2500"]),
    (LONG, ["--font-size", "28", "--font", "Noto Serif CJK SC", "--bold", "--width", "311"]),
    ("带动产值**5.38亿元**，绿地35km^2^，{北京|běi jīng}", ["--font-size", "30", "--markup"]),
    (LONG, ["--font-size", "26", "--width", "333", "--vertical"]),
    ("12项、2022年GDP（增长5%）", ["--font-size", "17.7", "--vertical"]),
]


def run(text, *args):
    return subprocess.run([PROGRAM, "typeset", *args], input=text.encode(), capture_output=True, env=ENV,
                          check=True).stdout


def engine_places(text, args):
    """Origins of the glyphs with ink, px; one for each glyph of the words."""
    block = json.loads(run(text, *args))
    return [(line["x"] + cluster["x"] + x, line["y"] + cluster["y"] + y)
            for line in block["lines"] for cluster in line["clusters"] if cluster["ink_width"] > 0
            for x, y in cluster["offsets"]]


def transform(matrix, attribute):
    """The affine matrix with the transforms of an attribute applied inside it."""
    for name, values in re.findall(r"(\w+)\(([^)]*)\)", attribute or ""):
        v = [float(word) for word in values.replace(",", " ").split()]
        step = numpy.eye(3)
        if name == "translate":
            step[:2, 2] = v[0], v[1] if len(v) > 1 else 0
        elif name == "scale":
            step[0, 0], step[1, 1] = v[0], v[-1]
        elif name == "rotate":
            c, s = numpy.cos(numpy.radians(v[0])), numpy.sin(numpy.radians(v[0]))
            step[:2, :2] = [[c, -s], [s, c]]
        elif name == "matrix":
            step[:2, :] = [[v[0], v[2], v[4]], [v[1], v[3], v[5]]]
        matrix = matrix @ step
    return matrix


def svg_places(data):
    """Origins of all <use> with ink in the order of the file."""
    root = ElementTree.fromstring(data)
    blank = {"#" + e.get("id") for e in root.iter() if e.tag in (SVG + "symbol", SVG + "g") and e.get("id")
             and not any(p.get("d") for p in e.iter(SVG + "path"))}
    places = []

    def walk(element, matrix):
        matrix = transform(matrix, element.get("transform"))
        if element.tag == SVG + "use" and element.get(HREF) not in blank:
            x, y = float(element.get("x", 0)), float(element.get("y", 0))
            places.append(tuple((matrix @ [x, y, 1])[:2]))
        for child in element:
            if element.tag != SVG + "defs":
                walk(child, matrix)

    walk(root, numpy.eye(3))
    return places


def pdf_places(data):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf, tempfile.NamedTemporaryFile(suffix=".svg") as svg:
        pdf.write(data)
        pdf.flush()
        subprocess.run(["pdftocairo", "-svg", "-noshrink", "-nocenter", pdf.name, svg.name], check=True)
        return [(x * 4 / 3, y * 4 / 3) for x, y in svg_places(svg.read())]


def farthest(wanted, found):
    """The largest distance of a wanted place from what was found. Pictures that hold ink left of or above the em boxes
    are shifted by whole px; readings and dots are found beside the words."""
    best = None
    for dx in range(0, 30):
        for dy in range(0, 30):
            near = [min(max(abs(x + dx - a), abs(y + dy - b)) for a, b in found) for x, y in wanted]
            if best is None or max(near) < best:
                best = max(near)
            if best < 0.1:
                return best
    return best


def ink_middles(png, scale):
    """Middle of the ink of each stretch of columns with ink: (from, to, x, y) in px at scale 1."""
    ink = 255.0 - numpy.asarray(Image.open(io.BytesIO(png)).convert("L"), dtype=float)
    columns = numpy.flatnonzero(ink.sum(axis=0) > 0)
    stretches = numpy.split(columns, numpy.flatnonzero(numpy.diff(columns) > scale) + 1)
    ys = numpy.arange(ink.shape[0]) + 0.5
    middles = []
    for stretch in stretches:
        part = ink[:, stretch[0]:stretch[-1] + 1]
        xs = numpy.arange(stretch[0], stretch[-1] + 1) + 0.5
        middles.append(((part.sum(axis=0) * xs).sum() / part.sum() / scale,
                        (part.sum(axis=1) * ys).sum() / part.sum() / scale))
    return middles


def check_png(say):
    # Blanks of a third of an em put the glyphs at all fractions of a px.
    text = "\u2004".join("十口日o8T中1田")
    for size in ("13.1", "18.7", "31.3", "64.2"):
        small = ink_middles(run(text, "--font-size", size, "-f", "png"), 1)
        large = ink_middles(run(text, "--font-size", size, "-f", "png", "--scale", "16"), 16)
        if len(small) != 9 or len(large) != 9:
            say("png at %s px: %d and %d glyphs" % (size, len(small), len(large)))
            continue
        off = max(max(abs(a - c), abs(b - d)) for (a, b), (c, d) in zip(small, large))
        print("png at %s px: %.3f px" % (size, off))
        if off > 0.125:
            say("png at %s px: ink is %.3f px off" % (size, off))


def check_copy(say):
    for text, args in CASES:
        if "--markup" in args:
            continue
        with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
            pdf.write(run(text, *args, "-f", "pdf"))
            pdf.flush()
            words = subprocess.run(["pdftotext", pdf.name, "-"], capture_output=True, check=True).stdout.decode()
        if re.sub(r"\s", "", words) != text.replace(" ", ""):
            say("%s: copied %r" % (args, words))


def main():
    faults = []
    for text, args in CASES:
        wanted, em = engine_places(text, args), float(args[1])
        if len(wanted) < 8:
            faults.append("%s: only %d glyphs" % (args, len(wanted)))
        svg = farthest(wanted, svg_places(run(text, *args, "-f", "svg")))
        pdf = farthest(wanted, pdf_places(run(text, *args, "-f", "pdf"))) / em
        print("%s: svg %.4f px, pdf %.5f em" % (" ".join(args), svg, pdf))
        if svg > 0.01:
            faults.append("%s: a glyph of the SVG is %.4f px off" % (args, svg))
        if pdf > 0.003:
            faults.append("%s: a glyph of the PDF is %.5f em off" % (args, pdf))
    moved = [(x + 0.5, y) for x, y in engine_places(*CASES[0])]
    if farthest(moved, svg_places(run(CASES[0][0], *CASES[0][1], "-f", "svg"))) < 0.4:
        faults.append("the measure does not see half a px")
    check_png(faults.append)
    check_copy(faults.append)
    print("\n".join("FAIL " + fault for fault in faults) or "all in place")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())

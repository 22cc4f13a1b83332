#!/usr/bin/env python3
"""Compares what others draw from our SVG with our own PNG.

svg_same_picture.py --difference PROGRAM [--sample PROGRAM] [--tushuo PROGRAM --document FILE]
                    [FILE.svg FILE.png SCALE ...]

The measure: both pictures are blurred by a box of 3 x 3 pixels; at most 0.1 % of the pixels may
have a channel that differs by more than 32 of 255. librsvg (rsvg-convert) and headless Chromium
draw the SVG at the PNG's scale. The measure itself is tested first: a picture with one label
missing must fail it.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

LIMIT_PERCENT = 0.1
# Chromium sets real text on whole pixels of height.
LIVE_PERCENT = {"chromium": 0.15}
SCALE = 2


def size_of(svg):
    with open(svg, encoding="utf-8") as file:
        head = file.read(2000)
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', head)
    return float(box.group(1)), float(box.group(2))


def draw_librsvg(svg, png, scale):
    subprocess.run(["rsvg-convert", "--zoom", str(scale), svg, "-o", png], check=True)


def draw_chromium(svg, png, scale, size=None):
    width, height = size or (round(side) for side in size_of(svg))
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [shutil.which("chromium") or "chromium-browser", "--headless", "--no-sandbox",
             "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}",
             f"--force-device-scale-factor={scale}", f"--window-size={width},{height}",
             f"--screenshot={png}", "file://" + os.path.abspath(svg)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


RENDERERS = {"librsvg": draw_librsvg, "chromium": draw_chromium}


def difference(program, first, second):
    run = subprocess.run([program, first, second], capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stderr.strip())
    return float(run.stdout)


def compare(options, folder, svg, png, scale, live=False):
    failed = 0
    for name, draw in RENDERERS.items():
        drawn = os.path.join(folder, f"{name}.png")
        draw(svg, drawn, scale)
        percent = difference(options.difference, drawn, png)
        limit = LIVE_PERCENT.get(name, LIMIT_PERCENT) if live else LIMIT_PERCENT
        failed += percent > limit
        print(f"{'FAIL' if percent > limit else 'ok  '} {os.path.basename(svg)} "
              f"{name}: {percent:.4f} % differ")
    return failed


def without_a_label(svg, out):
    with open(svg, encoding="utf-8") as file:
        text = file.read()
    cut, count = re.subn(r'<g class="mark-text[^\n]*</g>\n', "", text, count=1)
    if count != 1:
        raise RuntimeError("no label to take away")
    with open(out, "w", encoding="utf-8") as file:
        file.write(cut)


def check_measure(options, folder, svg, png):
    broken, drawn = os.path.join(folder, "broken.svg"), os.path.join(folder, "broken.png")
    without_a_label(svg, broken)
    draw_librsvg(broken, drawn, SCALE)
    percent = difference(options.difference, drawn, png)
    print(f"{'ok  ' if percent > LIMIT_PERCENT else 'FAIL'} one label missing: {percent:.4f} %")
    return percent <= LIMIT_PERCENT


def check_sample(options, folder):
    png = os.path.join(folder, "sample.png")
    subprocess.run([options.sample, "-s", str(SCALE), png], check=True)
    failed = 0
    for mode in ("outlines", "paths", "text", "embed"):
        svg = os.path.join(folder, f"{mode}.svg")
        subprocess.run([options.sample, "-t", mode, svg], check=True)
        failed += compare(options, folder, svg, png, SCALE, mode in ("text", "embed"))
    return failed + check_measure(options, folder, os.path.join(folder, "outlines.svg"), png)


def check_document(options, folder):
    out = os.path.join(folder, "out")
    subprocess.run([options.tushuo, "render", options.document, "-o", out, "-f", "svg,png",
                    "--scale", "1"], check=True)
    pictures = {}
    for parent, _, names in os.walk(out):
        for name in names:
            stem, extension = os.path.splitext(os.path.join(parent, name))
            pictures.setdefault(stem, {})[extension] = stem + extension
    pairs = [files for files in pictures.values() if ".svg" in files and ".png" in files]
    if not pairs:
        print("FAIL no figure was drawn as SVG and PNG")
        return 1
    return sum(compare(options, folder, pair[".svg"], pair[".png"], 1)
               for pair in sorted(pairs, key=lambda pair: pair[".svg"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--difference", required=True, metavar="PROGRAM")
    parser.add_argument("--sample", metavar="PROGRAM")
    parser.add_argument("--tushuo", metavar="PROGRAM")
    parser.add_argument("--document", metavar="FILE")
    parser.add_argument("files", nargs="*", metavar="SVG PNG SCALE")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        if options.sample:
            failed += check_sample(options, folder)
        if options.document:
            failed += check_document(options, folder)
        for svg, png, scale in zip(*[iter(options.files)] * 3):
            failed += compare(options, folder, svg, png, float(scale))
    return 1 if failed or not (options.sample or options.document or options.files) else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Checks that an SVG keeps to the dialect that slides, editors and browsers all read.

svg_lint.py [--sample PROGRAM] [--tushuo PROGRAM --document FILE] [FILE.svg ...]

With --sample the program draws the test scene in every text mode, plain and with hostile strings,
and twice, in another locale, to compare the bytes.
"""
import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML = "{http://www.w3.org/XML/1998/namespace}"

SHAPES = {"path", "rect", "circle", "use", "image", "text", "tspan", "g"}
ELEMENTS = SHAPES | {"svg", "title", "desc", "defs", "clipPath", "linearGradient",
                     "radialGradient", "stop"}
ATTRIBUTES = {
    "id", "class", "role", "aria-label", "aria-labelledby", "aria-hidden", "transform", "opacity",
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "clip-path", "d", "x", "y", "width",
    "height", "cx", "cy", "r", "x1", "y1", "x2", "y2", "gradientUnits", "offset", "stop-color",
    "stop-opacity", "viewBox", "preserveAspectRatio", "font-family", "font-size", "font-weight",
    "font-style", "text-rendering", XLINK_HREF, XML + "lang", XML + "space",
}
PAINT = re.compile(r"none|#[0-9a-f]{6}|url\(#[A-Za-z0-9_.-]+\)")
LONG_NUMBER = re.compile(r"\.\d{8}|\d[eE][-+]?\d")
FACE_RULES = re.compile(r"\s*(@font-face\{font-family:[A-Za-z0-9_.-]+;font-weight:\d+;"
                        r"src:url\(data:font/otf;base64,[A-Za-z0-9+/=]+\)\}\s*)+")
TRANSFORM = re.compile(r"((translate|rotate|scale)\([-0-9. ]+\))+")


class Faults(list):
    def say(self, where, text):
        self.append(f"{where}: {text}")


def check_element(where, element, parent, faults):
    name = element.tag.removeprefix(SVG)
    if name == "style":
        if not FACE_RULES.fullmatch(element.text or ""):
            faults.say(where, "a style sheet that is not only embedded fonts")
        return
    if name not in ELEMENTS or not element.tag.startswith(SVG):
        faults.say(where, f"the element {element.tag}")
    if name == "g" and len(element) == 0:
        faults.say(where, "an empty group")
    if name == "svg" and parent is not None:
        faults.say(where, "a nested svg")
    for key, value in element.attrib.items():
        if key not in ATTRIBUTES:
            faults.say(where, f"the attribute {key} of {name}")
        if key in ("fill", "stroke", "stop-color", "clip-path") and not PAINT.fullmatch(value):
            faults.say(where, f"{key}={value!r}")
        if key == "transform" and not TRANSFORM.fullmatch(value):
            faults.say(where, f"transform={value!r}")
        if key in ("d", "x", "y", "transform", "width", "height") and LONG_NUMBER.search(value):
            faults.say(where, f"a number that is not short: {key}={value[:60]!r}")
    if element.get("aria-label") and not element.get("role"):
        faults.say(where, f"a label without a role on {name}")


def check_ids(where, root, prefix, faults):
    ids = collections.Counter(e.get("id") for e in root.iter() if e.get("id"))
    for name, count in ids.items():
        if count > 1:
            faults.say(where, f"the id {name} stands {count} times")
        if prefix and not name.startswith(prefix + "-"):
            faults.say(where, f"the id {name} does not begin with {prefix}-")
    for element in root.iter():
        targets = re.findall(r"url\(#(.*?)\)", " ".join(
            v for k, v in element.attrib.items() if k != "aria-label"))
        href = element.get(XLINK_HREF, "")
        if href.startswith("#"):
            targets.append(href[1:])
        elif href and not href.startswith("data:image/"):
            faults.say(where, f"a reference out of the file: {href[:60]}")
        targets += element.get("aria-labelledby", "").split()
        for target in targets:
            if target not in ids:
                faults.say(where, f"nothing has the id {target}")


def check_words(where, root, faults):
    """Outlines say nothing: each text has its words as a label, its own or its group's, or is a hidden part of one."""
    def visit(element, labelled):
        labelled = labelled or bool(element.get("aria-label")) or element.get("aria-hidden") == "true"
        glyphs = element.get(XLINK_HREF, "").rpartition("-")[2].startswith("g")
        if element.tag == SVG + "use" and glyphs and not labelled:
            faults.say(where, "glyphs without their words")
        for child in element:
            visit(child, labelled and child.tag != SVG + "svg")
    visit(root, False)


def check_file(path, faults, prefix=None):
    where = os.path.basename(path)
    lint = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True)
    if lint.returncode:
        faults.say(where, lint.stderr.strip())
        return None
    root = ElementTree.parse(path).getroot()
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in root.iter():
        check_element(where, element, parents.get(element), faults)
    if root.get("role") != "graphics-document":
        faults.say(where, "the root is not a graphics-document")
    title = root.find(SVG + "title")
    if title is None or not title.text or title.get("id") not in root.get("aria-labelledby", ""):
        faults.say(where, "no title that names the picture")
    check_ids(where, root, prefix or (title.get("id").removesuffix("-title")
                                      if title is not None else None), faults)
    check_words(where, root, faults)
    return root


HOSTILE = "<&>\"' ]]><!-- &#0; \ufffd\ufffd \ufffd\ufffd\ufffd\ufffd -->"


def check_hostile(root, faults):
    texts = [root.findtext(SVG + "title"), root.findtext(SVG + "desc")]
    texts += [e.get("aria-label") for e in root.iter() if e.get("role") == "graphics-symbol"]
    for text in texts:
        if text != HOSTILE:
            faults.say("hostile", f"{text!r} came back")


def check_sample(program, faults):
    with tempfile.TemporaryDirectory() as folder:
        for mode in ("outlines", "paths", "text", "embed"):
            path = os.path.join(folder, mode + ".svg")
            subprocess.run([program, "-t", mode, path], check=True)
            root = check_file(path, faults, "sample")
            kinds = {e.tag.removeprefix(SVG) for e in root.iter()}
            if ("text" in kinds) != (mode in ("text", "embed")):
                faults.say(mode, "text where outlines should be, or the other way round")
            with open(path, "rb") as file:
                first = file.read()
            subprocess.run([program, "-t", mode, path], check=True,
                           env={**os.environ, "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"})
            with open(path, "rb") as file:
                if file.read() != first:
                    faults.say(mode, "another locale gives other bytes")
            path = os.path.join(folder, mode + "-hostile.svg")
            subprocess.run([program, "-h", "-t", mode, path], check=True)
            root = check_file(path, faults)
            if root is not None:
                check_hostile(root, faults)


def check_document(program, document, faults):
    with tempfile.TemporaryDirectory() as folder:
        for mode in ("outlines", "paths", "text", "embed"):
            out = os.path.join(folder, mode)
            subprocess.run([program, "render", document, "-o", out, "-f", "svg",
                            f"--svg-text={mode}"], check=True)
            files = [os.path.join(parent, name) for parent, _, names in os.walk(out)
                     for name in names if name.endswith(".svg")]
            if not files:
                faults.say(mode, "no figure was drawn")
            for path in sorted(files):
                check_file(path, faults)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", metavar="PROGRAM")
    parser.add_argument("--tushuo", metavar="PROGRAM")
    parser.add_argument("--document", metavar="FILE")
    parser.add_argument("files", nargs="*", metavar="FILE.svg")
    options = parser.parse_args()
    faults = Faults()
    if options.sample:
        check_sample(options.sample, faults)
    if options.document:
        check_document(options.tushuo, options.document, faults)
    for path in options.files:
        check_file(path, faults)
    for fault in faults[:100]:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults or not (options.sample or options.document or options.files) else 0


if __name__ == "__main__":
    sys.exit(main())

"""Lists of views stand where Vega-Lite puts them.

  views.py PROGRAM [NAME]...

tests/views/NAME.json is a document of Vega-Lite; NAME.expected has the plots of its views in the
picture that Vega 6 makes of it: x and y from the first plot, width and height, in px. Axes have no
words where places must be equal, since widths of words are the fonts'; NAME.tolerance (px) says how
far others may be off.
"""
import os
import re
import subprocess
import sys
import tempfile

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "views")
PLOT = re.compile(r'<rect class="mark-group role-frame root"[^>]* x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"')


def plots(program, name):
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run([program, "render", os.path.join(FOLDER, name + ".json"), "-o", out, "-f", "svg", "--strict"],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert run.returncode == 0, run.stdout.decode()
        with open(os.path.join(out, name + ".svg"), encoding="utf-8") as file:
            found = [[float(number) for number in match] for match in PLOT.findall(file.read())]
    return [[x - found[0][0], y - found[0][1], width, height] for x, y, width, height in found]


def tolerance(name):
    path = os.path.join(FOLDER, name + ".tolerance")
    if not os.path.exists(path):
        return 0.011  # SVG has two decimals
    with open(path) as file:
        return float(file.read())


def check(program, name):
    with open(os.path.join(FOLDER, name + ".expected")) as file:
        expected = [[float(number) for number in line.split()] for line in file]
    found = plots(program, name)
    far = len(found) != len(expected) or any(abs(a - b) > tolerance(name) for one, other in zip(found, expected)
                                             for a, b in zip(one, other))
    if far:
        print("%s: %s instead of %s" % (name, [["%g" % round(n, 3) for n in plot] for plot in found], expected))
    return not far


def main():
    names = sys.argv[2:] or sorted(name[:-5] for name in os.listdir(FOLDER) if name.endswith(".json"))
    sound = [check(sys.argv[1], name) for name in names]
    print("%d documents" % len(sound))
    sys.exit(0 if sound and all(sound) else 1)


main()

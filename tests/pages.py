"""The pages for users hold: their commands run and print what the page says, their links lead somewhere,
and both READMEs show the same pictures, name the same pages and every package. The page of styles names
every key, that of sizes every preset, as they are.

  pages.py TUSHUO SOURCE_ROOT [--compare]

With --compare the first figure is also compared with the picture of its page. A block of a page is a
file when the sentence above it ends with the file's name and a colon; a `text` block that is none is
what the commands before it print.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

PROGRAM, ROOT = (os.path.abspath(path) for path in sys.argv[1:3])
LESSONS = ("docs/first-figure.md", "docs/first-figure.zh-CN.md", "docs/yitu-guide.md", "docs/yitu-guide.zh-CN.md", "docs/styles.md", "docs/sizes.md",
           "README.md", "README.zh-CN.md")
READMES = ("README.md", "README.zh-CN.md")
BUILDS = ("./run.sh", "./test.sh", "meson ")  # what runs this test does not run in it


def read(*parts):
    with open(os.path.join(ROOT, *parts), encoding="utf-8") as file:
        return file.read()


def run_commands(commands, folder):
    """Exit status and output of the shell; `tushuo` is the program under test."""
    lines = [line for line in commands.replace("build/tushuo", "tushuo").split("\n") if not line.startswith(BUILDS)]
    env = {**os.environ, "LC_ALL": "C", "PATH": os.path.dirname(PROGRAM) + ":" + os.environ["PATH"]}
    env.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.supp"))
    env.setdefault("ASAN_OPTIONS", "fast_unwind_on_malloc=0")
    done = subprocess.run(["/bin/sh", "-ec", "\n".join(lines)], cwd=folder, env=env, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode()


def lesson_faults(name, folder):
    """Follows a page from its first block to its last, as a reader would."""
    blocks = re.findall(r"(?:(?:^|\n)([^\n]*)\n\n)?```(\w+)\n(.*?)```", "\n" + read(name), re.S)
    faults, count = [], 0
    for i, (above, kind, text) in enumerate(blocks):
        file = re.search(r"`([\w.-]+)`[:：]$", above)
        if kind != "sh":
            if file:
                with open(os.path.join(folder, file[1]), "w", encoding="utf-8") as out:
                    out.write(text)
            continue
        status, output = run_commands(text, folder)
        count += 1
        above, kind, said = blocks[i + 1] if i + 1 < len(blocks) else ("", "", "")
        if kind == "text" and not re.search(r"`[\w.-]+`[:：]$", above):
            if output != said:
                faults.append("%s: %sprints %s" % (name, text, output))
        elif status:
            faults.append("%s: %s%s" % (name, text, output))
    return faults if count > 1 else faults + [name + ": no commands were found"]


def links(name):
    found = re.findall(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"", re.sub(r"```.*?```", "", read(name), flags=re.S))
    return [a or b for a, b in found]


def link_faults(name):
    here = os.path.dirname(os.path.join(ROOT, name))
    paths = [link.partition("#")[0] for link in links(name) if "://" not in link]
    return ["%s: there is no %s" % (name, path) for path in paths if path and not os.path.exists(os.path.join(here, path))]


def readme_faults():
    faults = []
    packages = " ".join(re.findall(r"_packages='([^']*)'", read(".ci/packages.sh"))).split()
    for name in READMES:
        words = set(re.findall(r"[\w+.-]*[\w+]", read(name), re.A))
        faults += ["%s does not name the package %s" % (name, package) for package in packages if package not in words]
    # What each shows and names, in order; a page in two languages counts as one, and so do the READMEs.
    english, chinese = ([link.replace(".zh-CN", "") for link in links(name) if not link.startswith("README")]
                        for name in READMES)
    return faults if english == chinese and english else faults + ["the READMEs show or name different files"]


def reference_faults():
    styles, schema = read("docs", "styles.md"), json.loads(read("data", "tushuo.schema.json"))["$defs"]
    faults = ["docs/styles.md does not say: %s is %s" % (key, value["description"])
              for shape in ("style", "styleFonts", "styleFont", "styleText") for key, value in schema[shape]["properties"].items()
              if "| `%s` | %s |" % (key, value["description"].replace("|", "\\|")) not in styles]
    presets = re.findall(r'^SIZE\("([^"]+)"', read("src", "cli", "sizes.def"), re.M)
    page = re.findall(r"^\| `([^`]+)`", read("docs", "sizes.md"), re.M)
    return faults if sorted(presets) == sorted(page) else faults + ["docs/sizes.md names other presets"]


def notch_faults():
    """Bars of approximate values have a notched end where the style says so, and only those."""
    faults = []
    for notch in (True, False):
        figure = {"id": "f", "style": {"approxNotch": notch}, "mark": "bar", "data": {"metrics": ["a", "b"]}}
        metrics = [{"id": "a", "label": "甲", "printed": "300余场次"}, {"id": "b", "label": "乙", "printed": "89场次"}]
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "d.json"), "w", encoding="utf-8") as file:
                json.dump({"style": "rong", "metrics": metrics, "figures": [figure]}, file)
            status, output = run_commands("tushuo render d.json -o .", folder)
            with open(os.path.join(folder, "f.svg"), encoding="utf-8") as file:
                bars = re.findall(r'<(\w+) class="mark-rect role-mark"', file.read())
        if status or bars != (["path", "rect"] if notch else ["rect", "rect"]):
            faults.append("approxNotch %s: bars are %s %s" % (notch, bars, output))
    return faults


def main():
    faults = readme_faults() + reference_faults() + notch_faults()
    for name in [*READMES, *("docs/" + page for page in os.listdir(os.path.join(ROOT, "docs")) if page.endswith(".md"))]:
        faults += link_faults(name)
    for name in LESSONS:
        with tempfile.TemporaryDirectory() as folder:
            faults += lesson_faults(name, folder)
            if "--compare" in sys.argv and name.startswith("docs/first-figure"):
                with open(os.path.join(folder, "out", "events.svg"), encoding="utf-8") as file:
                    faults += [] if file.read() == read("docs", "first-figure.svg") else [name + ": its picture differs"]
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main())

#!/usr/bin/env python3
"""Checks who includes whom: the table of docs/architecture.md, no cycles, and each file's first line.

Usage: includes.py [SOURCE_ROOT]. Prints one line for each finding; status 1 when there is one.
"""

import pathlib
import re
import sys
import tempfile

CORE = ["base", "document", "scene", "style", "text", "scales", "guides"]

# Folder: the folders (or single headers) of the project that its files may include beside their own.
MAY_INCLUDE = {
    "base": [],
    "document": ["base"],
    "scene": ["base"],
    "style": ["base", "document"],
    "text": ["base", "scene"],
    "scales": ["base", "scene", "style", "text"],
    "guides": ["base", "scene", "style", "text"],
    "chart": CORE,
    "map": CORE,
    "infographic": CORE,
    "figure": CORE + ["chart", "map", "infographic"],
    "backend": ["base", "scene", "text/font.h"],
    "cli": CORE + ["chart", "map", "infographic", "figure", "backend"],
    "main.c": CORE + ["chart", "map", "infographic", "figure", "backend", "cli"],
}

# What configure writes; text without meaning of its own.
GENERATED = {"config.h"}

# A library's headers, and the folders or files that may use them.
LIBRARIES = {
    r"jansson\.h": ["document/json.c"],
    r"png\.h|j(peglib|error)\.h": ["infographic/image_file.c", "infographic/image_jpeg.c"],
    r"qrencode\.h": ["infographic/blocks/qrcode.c"],
    r"(pango|fontconfig|harfbuzz|freetype)/.*|hb(-.*)?\.h|ft2build\.h": ["text"],
    r"fribidi\.h": ["text/bidi.c"],
    r"glib(-object)?\.h": ["text", "cli"],
    r"cairo(-.*)?\.h": ["text", "backend"],
    r"(libdeflate|zlib)\.h": ["backend"],
    r"sha2\.h": ["cli/digest.c"],
}

# C11 and POSIX.1-2008, and of glibc what the project needs.
LIBC = set("""
assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign
stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string threads time wchar wctype
dirent fcntl iconv langinfo libintl libgen poll pthread strings termios unistd getopt
sys/file sys/ioctl sys/mman sys/prctl sys/resource sys/stat sys/time sys/types sys/wait sys/inotify
sys/sysinfo sys/utsname sys/select sys/socket sys/random
""".split())

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.M)


def matches(name, allowed):
    """True when `name`, a path under src/, is one of the allowed folders or files."""
    return any(name == a or name.startswith(a + "/") for a in allowed)


def folder_of(name):
    return name.split("/")[0]


def check_quoted(name, included, names):
    if included in GENERATED:
        return None
    if included not in names:
        return f'includes "{included}", which is not under src/'
    if folder_of(included) == folder_of(name):
        return None
    allowed = MAY_INCLUDE.get(folder_of(name))
    if allowed is None:
        return f"is in the folder {folder_of(name)}, which the table does not have"
    if not matches(included, allowed):
        return f'must not include "{included}"; {folder_of(name)} may include: {", ".join(allowed) or "nothing"}'
    return None


def check_system(name, included):
    for pattern, allowed in LIBRARIES.items():
        if re.fullmatch(pattern, included):
            return None if matches(name, allowed) else f"must not include <{included}>; only {', '.join(allowed)} may"
    if included.removesuffix(".h") not in LIBC:
        return f"includes <{included}>, which is neither libc's nor a library of the table"
    return None


def find_cycles(graph):
    """One line for each edge that closes a cycle of includes."""
    done, findings = set(), []

    def visit(name, trail):
        if name in trail:
            findings.append(f"{name}: a cycle of includes: " + " → ".join(trail[trail.index(name):] + [name]))
            return
        if name in done:
            return
        for included in graph.get(name, ()):
            visit(included, trail + [name])
        done.add(name)

    for name in sorted(graph):
        visit(name, [])
    return findings


def purpose_of(text, suffix):
    """The first paragraph of the comment that a file starts with; None when it starts otherwise."""
    if suffix == ".py":
        text = text.split("\n", 1)[-1] if text.startswith("#!") else text
        match = re.match(r'"""(.*?)("""|\n\n)|((?:#[ ].*\n)+)', text, re.S)
        return match and (match.group(1) or match.group(3))
    match = re.match(r"(//[ ]\S.*\n)+", text)
    return match and match.group(0)


def check_purpose(text, suffix):
    purpose = purpose_of(text, suffix)
    if purpose is None:
        return "does not start with a comment"
    words = re.sub(r"^(//|#)", "", purpose, flags=re.M).split()
    if len(words) < 2 or not re.search(r"[.:。]", purpose):
        return "does not start with a sentence that says what it is for"
    return None


def check_sources(src):
    paths = sorted(p for p in src.rglob("*") if p.suffix in (".c", ".h", ".def"))
    names = {p.relative_to(src).as_posix(): p for p in paths}
    findings, graph = [], {}
    for name, path in names.items():
        text = path.read_text(encoding="utf-8")
        graph[name] = []
        if path.suffix == ".h" and "#pragma once" not in text:
            findings.append(f"{name}: has no #pragma once")
        for quoted, system in INCLUDE.findall(text):
            fault = check_quoted(name, quoted, names) if quoted else check_system(name, system)
            if fault:
                findings.append(f"{name}: {fault}")
            if quoted in names:
                graph[name].append(quoted)
    return findings + find_cycles(graph)


def check_first_lines(root):
    findings = []
    for folder in ("src", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".c", ".h", ".def", ".py") or not path.is_file():
                continue
            fault = check_purpose(path.read_text(encoding="utf-8"), path.suffix)
            if fault:
                findings.append(f"{path.relative_to(root)}: {fault}")
    return findings


def check_architecture(root):
    """docs/architecture.md has every folder of src/, and names no file that is not there."""
    page = root / "docs" / "architecture.md"
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    findings = []
    for folder in sorted(path.name for path in (root / "src").iterdir() if path.is_dir()):
        if text and f"`{folder}/`" not in text:
            findings.append(f"docs/architecture.md: does not have the folder {folder}/")
    for name in re.findall(r"`(?:build/)?([\w/.-]+\.(?:c|h|def|py|json|po|1))`", text):
        if not (root / name).exists() and not (root / "src" / name).exists() and not list(root.glob("src/*/" + name)):
            findings.append(f"docs/architecture.md: names {name}, which is not there")
    return findings


def check(root):
    return check_sources(root / "src") + check_first_lines(root) + check_architecture(root)


def self_test():
    """The checks must find what they are for."""
    files = {
        "src/base/a.h": '// A header of the tests: says nothing.\n#pragma once\n#include "base/b.h"\n',
        "src/base/b.h": '// Another header of the tests.\n#include "base/a.h"\n',
        "src/base/c.c": '// A file that reaches up.\n#include "scene/d.h"\n#include <jansson.h>\n#include <string.h>\n',
        "src/scene/d.h": '// A good one, all allowed.\n#pragma once\n#include "base/c.c"\n',
        "src/text/e.c": '#include "nowhere.h"\n#include <boost.h>\n',
        "src/backend/f.c": '// Draws what it is given.\n#include <cairo.h>\n#include "text/font.h"\n#include "text/text.h"\n',
        "src/text/font.h": "// Fonts\n#pragma once\n",
        "src/text/text.h": "// Text that is set.\n#pragma once\n",
        "tests/x.py": "import sys\n",
        "docs/architecture.md": "`base/`, `backend/` and `scene/d.h`, but `base/z.def`",
    }
    expected = [
        "src/text/e.c: does not start", "src/text/font.h: does not start", "tests/x.py: does not start",
        "base/a.h: a cycle", "base/c.c: a cycle", "base/b.h: has no #pragma once",
        'base/c.c: must not include "scene/d.h"', "base/c.c: must not include <jansson.h>",
        'text/e.c: includes "nowhere.h"', "text/e.c: includes <boost.h>",
        'backend/f.c: must not include "text/text.h"',
        "docs/architecture.md: does not have the folder scene/", "docs/architecture.md: does not have the folder text/",
        "docs/architecture.md: names base/z.def",
    ]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = check(root)
    missed = [e for e in expected if not any(f.startswith(e) for f in found)]
    if missed or len(found) != len(expected):
        sys.exit("includes.py does not find what it should: " + "\n".join(missed + found))


def main():
    self_test()
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    findings = check(root)
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

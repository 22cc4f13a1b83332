"""The commands of docs/typeset.md make its pictures, and its JSON.

  typeset_docs.py PROGRAM [--write]

With --write the pictures are made anew; look at them before they are committed.
"""
import os
import re
import shlex
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOCS = os.path.join(ROOT, "docs")
ENV = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
ENV.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.supp"))


def commands(page):
    """(text, arguments, file or None) of each `echo TEXT | tushuo typeset … [> FILE]`."""
    for block in re.findall(r"```sh\n(.*?)```", page, re.S):
        for line in block.strip().split("\n"):
            words = shlex.split(line)
            bar = words.index("|")
            assert words[0] == "echo" and bar == 2 and words[3:5] == ["tushuo", "typeset"], line
            to = words.index(">") if ">" in words else len(words)
            yield words[1] + "\n", words[4:to], words[to + 1] if to < len(words) else None


def main():
    program, write = os.path.abspath(sys.argv[1]), "--write" in sys.argv
    page = open(os.path.join(DOCS, "typeset.md"), encoding="utf-8").read()
    faults, named = [], set()
    for text, args, name in commands(page):
        done = subprocess.run([program, *args], input=text.encode(), capture_output=True, env=ENV)
        if done.returncode:
            faults.append("%s: exit %d: %s" % (args, done.returncode, done.stderr.decode()[-200:]))
            continue
        if name is None:
            head = "\n".join(done.stdout.decode().split("\n")[:3])
            if head not in page:
                faults.append("the JSON of %s is not in the page:\n%s" % (args, head))
            continue
        named.add(os.path.basename(name))
        path = os.path.join(DOCS, name)
        if write:
            open(path, "wb").write(done.stdout)
        elif not os.path.exists(path) or open(path, "rb").read() != done.stdout:
            faults.append("%s is not what the command makes now (look at it, then --write)" % name)
        if "(%s)" % name not in page:
            faults.append("%s is not shown" % name)
    extra = sorted(set(os.listdir(os.path.join(DOCS, "typeset"))) - named)
    faults += ["docs/typeset/%s: no command makes it" % name for name in extra]
    print("\n".join(faults) or "%d pictures" % len(named))
    return bool(faults) or len(named) < 8


if __name__ == "__main__":
    sys.exit(main())

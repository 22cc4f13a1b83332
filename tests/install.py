"""What `meson install` puts in place: the installed program finds its styles, schema, maps and page.

  install.py BUILD_FOLDER MESON...

Installs below a folder of its own and runs the program there, which does not read the sources: with
its share/ taken away it must find nothing.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = {key: value for key, value in os.environ.items()
       if not key.startswith(("LC_", "LANG")) and key != "TUSHUO_DATA"}
ENV.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.supp"))
ENV.setdefault("ASAN_OPTIONS", "fast_unwind_on_malloc=0")
MAP = {"title": "四川", "figures": [{"id": "map", "title": "市州", "map": {
    "base": "sichuan", "approval": "示意图", "fill": {"region": "name", "field": "value"}},
    "data": {"values": [{"name": "成都", "value": 1}, {"name": "阿坝", "value": 2}]}}]}


def run(program, *args, status=0, env=None):
    done = subprocess.run([program, *args], cwd="/", env={**ENV, **(env or {})}, capture_output=True, text=True)
    if done.returncode != status:
        sys.exit("%s: status %d\n%s" % (args, done.returncode, done.stderr))
    return done.stdout + done.stderr


def check(prefix, folder):
    program, share = os.path.join(prefix, "bin", "tushuo"), os.path.join(prefix, "share")
    data = os.path.join(share, "tushuo", "data")
    assert "rong" in run(program, "styles")
    with open(os.path.join(data, "tushuo.schema.json"), encoding="utf-8") as file:
        assert file.read() == run(program, "schema")
    report = os.path.join(data, "chengdu-2022.json")
    run(program, "check", report)
    run(program, "render", report, "-o", os.path.join(folder, "out"), "--only", "funds")
    with open(os.path.join(folder, "map.json"), "w", encoding="utf-8") as file:
        json.dump(MAP, file, ensure_ascii=False)
    run(program, "render", os.path.join(folder, "map.json"), "-o", os.path.join(folder, "out"))
    assert {"funds.svg", "map.svg"} <= set(os.listdir(os.path.join(folder, "out")))
    assert "用法" in run(program, "--help", env={"LC_ALL": "zh_CN.UTF-8"})
    page = os.path.join(share, "man", "man1", "tushuo.1")
    with open(page, encoding="utf-8") as file:
        assert file.read() == run(program, "--manual", env={"LC_ALL": "C"})
    shutil.move(share, share + "-away")
    assert "unknown-style" in run(program, "render", report.replace(share, share + "-away"), "-o",
                                  os.path.join(folder, "none"), status=1)


def main():
    build, meson = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*meson, "install", "-C", build, "--no-rebuild", "--quiet", "--destdir",
                        os.path.join(folder, "destination")], check=True)
        for parent, _, names in os.walk(os.path.join(folder, "destination")):
            if os.path.basename(parent) == "bin" and "tushuo" in names:
                # To another prefix than was configured: nothing may depend on it.
                prefix = shutil.move(os.path.dirname(parent), os.path.join(folder, "elsewhere"))
                check(prefix, folder)
                return 0
    print("no program was installed")
    return 1


if __name__ == "__main__":
    sys.exit(main())

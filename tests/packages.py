"""run.sh and test.sh where packages are missing and none can be installed: the list, and status 3.

  packages.py SOURCE_ROOT
"""
import os
import re
import subprocess
import sys
import tempfile

root = sys.argv[1]
with open(os.path.join(root, ".ci", "packages.sh"), encoding="utf-8") as file:
    lists = dict(re.findall(r"^(\w+_packages)='([^']*)'", file.read(), re.M))
failed = 0
with tempfile.TemporaryDirectory() as folder:
    # A machine with a shell and grep, without compiler, apt or anything else.
    for name in ("sh", "dirname", "grep", "id"):
        found = next(path for path in ("/usr/bin/" + name, "/bin/" + name) if os.path.exists(path))
        os.symlink(found, os.path.join(folder, name))
    for script, wanted, left_out in [("run.sh", ["run_packages"], []),
                                     ("test.sh", ["run_packages", "test_packages"], ["chromium"]),
                                     ("test.sh", ["run_packages", "test_packages", "all_packages"], [])]:
        arguments = ["--all"] if "all_packages" in wanted else []
        for name in left_out:
            arguments += ["--without", name]
        done = subprocess.run(["/bin/sh", os.path.join(root, script), *arguments], env={"PATH": folder},
                              capture_output=True, text=True)
        said = set(done.stderr.split("--no-install-recommends")[-1].split())
        names = {name for key in wanted for name in lists[key].split()} - set(left_out)
        # Where these look is a file or a fixed path, not the PATH.
        names -= {"libc6-dbg", "python3", "python3-pil", "python3-numpy"}
        if done.returncode != 3 or not names <= said or said & set(left_out):
            print(script, arguments, "status", done.returncode, "not named:", sorted(names - said), done.stderr)
            failed += 1
sys.exit(1 if failed else 0)

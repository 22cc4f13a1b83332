"""The gallery page in headless Chromium, on a desk and on a phone: nothing is wider than the screen, each
picture is shown, and each has words.

  gallery_page.py TUSHUO SOURCE_ROOT
"""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile

program, root = sys.argv[1:]
os.environ.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(root, "tests", "leaks.supp"))
os.environ.setdefault("ASAN_OPTIONS", "fast_unwind_on_malloc=0")
PROBE = """<!DOCTYPE html><body>%s<pre id="result"></pre><script>
onload = () => {
  const lines = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument, width = page.documentElement.clientWidth;
    const pictures = [...page.querySelectorAll(".picture > *")];
    const shown = pictures.filter(one => one.getBoundingClientRect().height > 40);
    const filled = [...page.querySelectorAll("figure")].filter(
      one => one.querySelector(".picture > *, a[href$='.pdf']"));  // no page shows a PDF
    lines.push([frame.width, width, page.documentElement.scrollWidth, pictures.length, shown.length, filled.length,
                page.querySelectorAll("figcaption details p").length].join(" "));
  }
  document.getElementById("result").textContent = lines.join("\\n");
};
</script></body>"""

faults = []
with tempfile.TemporaryDirectory() as folder:
    examples = os.path.join(root, "docs", "gallery")
    documents = [os.path.join(examples, name) for name in sorted(os.listdir(examples)) if name.endswith(".json")]
    documents.append(os.path.join(root, "data", "chengdu-2022.json"))
    subprocess.run([program, "render", *documents, "-o", folder, "--gallery"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
        page = file.read()
    figures = page.count("<figure ")
    parts = re.split(r'<figure id="picture-', page)[1:]
    for name in ("pairing", "aid-map", "theme-events"):  # blocks, a map, a chart
        part = next(one for one in parts if one.split('"')[0].endswith(name))
        if "<table" not in part or "<mark>" not in part:
            faults.append("%s has no table with quotes" % name)
    frames = "".join('<iframe width="%d" height="800" src="index.html"></iframe>' % width for width in (390, 1280))
    probe = os.path.join(folder, "probe.html")
    with open(probe, "w", encoding="utf-8") as file:
        file.write(PROBE % frames)
    done = subprocess.run([shutil.which("chromium") or "chromium-browser", "--headless", "--no-sandbox",
                           "--disable-gpu", "--allow-file-access-from-files", "--virtual-time-budget=20000",
                           "--dump-dom", "file://" + probe], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True, env={**os.environ, "HOME": folder})
    result = re.search(r'<pre id="result">(.*?)</pre>', done.stdout.decode(), re.S)
    lines = html.unescape(result.group(1)).split("\n") if result else []

for line in lines:
    asked, width, reach, pictures, shown, filled, words = (int(number) for number in line.split())
    if reach > width:
        faults.append("at %d px the page is %d px wide" % (asked, reach))
    if not (pictures == shown and filled == words == figures):  # a figure may have several pages
        faults.append("at %d px: %d figures, %d pictures, %d shown, %d figures with pictures, %d with words" %
                      (asked, figures, pictures, shown, filled, words))
print("\n".join(lines + faults))
sys.exit(1 if faults or len(lines) != 2 or figures < 10 else 0)

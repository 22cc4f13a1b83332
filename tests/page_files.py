"""Pictures of several pages as files: names, seams, one PDF, manifest, gallery, --only, standard output.

  page_files.py TUSHUO
"""
import io
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = {**os.environ, "LC_ALL": "C"}
ENV.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.supp"))
ENV.setdefault("ASAN_OPTIONS", "fast_unwind_on_malloc=0")

METRICS = [{"id": "talks", "label": "公益讲座", "printed": "300余场次"},
           {"id": "books", "label": "新增图书", "printed": "12万册"}]
SECTION = [{"section": "开展活动"}, {"cards": ["talks", "books"]}, {"text": "各馆把活动办到读者身边。"}]
BLOCKS = [{"banner": {"title": "书香满城"}}, *SECTION, *SECTION, *SECTION, {"footer": {}}]
DOCUMENT = {"style": "rong", "metrics": METRICS, "figures": [
    {"id": "long", "title": "书香满城", "size": {"width": 1080, "labels": 34}, "blocks": BLOCKS},
    {"id": "cut", "title": "书香满城", "size": {"width": 1080, "height": 1200, "labels": 34, "pages": "slices"}, "blocks": "long"},
    {"id": "one", "title": "公益讲座", "size": "wechat-slices", "blocks": [{"cards": ["talks"]}]},
    {"id": "bars", "title": "公益讲座", "size": "wechat-slices", "mark": "bar", "data": {"metrics": ["talks"]}}]}


def run(folder, *args, status=0):
    path = os.path.join(folder, "book.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(DOCUMENT, file, ensure_ascii=False)
    done = subprocess.run([PROGRAM, "render", path, *args], capture_output=True, env=ENV, check=False)
    assert done.returncode == status, (args, done.returncode, done.stderr.decode())
    return done


def pixels(path):
    return numpy.asarray(Image.open(path).convert("RGB"))


def test_names(folder):
    run(folder, "-f", "svg,png,pdf", "--gallery")
    out = os.path.join(folder, "out")
    pages = sorted(name for name in os.listdir(out) if name.startswith("cut"))
    assert pages == [*("cut-p0%d.%s" % (page, end) for page in (1, 2, 3) for end in ("png", "svg")), "cut.pdf"], pages
    for name in ("one", "bars"):  # a single page has no number, and a chart no pages
        assert sorted(file for file in os.listdir(out) if file.startswith(name)) == [name + ".pdf", name + ".png", name + ".svg"]
    with open(os.path.join(out, "manifest.json"), encoding="utf-8") as file:
        entries = {entry["figure"]: entry for entry in json.load(file)["pictures"]}
    assert sorted(entries["cut"]["files"]) == pages and entries["cut"]["pages"] == 3 and "pages" not in entries["one"]
    with open(os.path.join(out, "index.html"), encoding="utf-8") as file:
        page = file.read()
    assert all('href="%s"' % name in page for name in pages)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "ids of two pages are the same"
    assert page.count("<svg") == 6


def test_seams(folder):
    out = os.path.join(folder, "out")
    for scale, mark in ((1, ""), (2, "@2x")):
        run(folder, "-f", "png", "--scale", str(scale), "--only", "long,cut")
        whole = pixels(os.path.join(out, "long%s.png" % mark))
        parts = [pixels(os.path.join(out, "cut%s-p0%d.png" % (mark, page))) for page in (1, 2, 3)]
        assert all(part.shape[0] <= 1200 * scale for part in parts)
        assert numpy.array_equal(whole, numpy.concatenate(parts)), "the slices are not the long picture"
        assert all(len(numpy.unique(row.reshape(-1, 3), axis=0)) == 1 for part in parts[1:] for row in part[:4]), \
            "a slice begins in the middle of something"


def test_pdf(folder):
    run(folder, "-f", "pdf", "--only", "cut")
    path = os.path.join(folder, "out", "cut.pdf")
    info = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()
    assert re.search(r"Pages:\s+3\n", info), info
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    assert text.count("\f") == 3 and text.index("书香满城") < text.index("开展活动")


def page_texts(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True,
                          check=True).stdout.decode().split("\f")[:-1]


def test_rows(folder):
    """Blocks taller than a page are parted at their rows: each row once, the table's head on each page."""
    path = os.path.join(ROOT, "tests", "infographic", "tall-blocks.json")
    done = subprocess.run([PROGRAM, "render", path, "-o", folder, "-f", "pdf", "--size", "a4", "--strict"],
                          capture_output=True, env=ENV, check=False)
    assert done.returncode == 0, done.stderr.decode()
    pages = page_texts(os.path.join(folder, "tall.a4.pdf"))
    assert len(pages) >= 6
    whole = "".join(pages)
    for what, count in (("第%d项工作", 70), ("活动第%d类", 40)):
        for number in range(1, count + 1):
            found = len(re.findall(r"(?<!\d)" + what % number, whole))
            assert found == (1 if "项" in what else 2), (what % number, found)  # cards and list name each class
    for page in pages:
        assert ("占比" in page) == (re.search(r"第\d+项工作", page) is not None)
    assert whole.count("留下许多佳话。") == 48
    for number, page in enumerate(pages, 1):
        assert re.search(r"%d / %d\s*$" % (number, len(pages)), page), page
    headings = [page for page in pages if "七十项工作" in page]
    assert len(headings) == 1 and "第1项工作" in headings[0], "a heading stands without its table"
    framed = page_texts(os.path.join(folder, "framed.a4.pdf"))
    assert len(framed) == 2 and "四舍五入" in framed[1] and "四舍五入" not in framed[0]


def test_slides(folder):
    """Each section's title on each of its slides, each row once, at most six cards on a slide."""
    path = os.path.join(ROOT, "tests", "infographic", "tall-blocks.json")
    done = subprocess.run([PROGRAM, "render", path, "-o", folder, "-f", "pdf,svg", "--size", "slides", "--strict"],
                          capture_output=True, env=ENV, check=False)
    assert done.returncode == 0, done.stderr.decode()
    pages = page_texts(os.path.join(folder, "tall.slides.pdf"))
    assert "阅读推广一年综述" in pages[0] and "/" not in pages[0], "the first slide is the cover"
    titles = [re.findall("各项工作|活动$|综述$", page, re.M) for page in pages[1:]]
    assert all(titles), titles
    whole = "".join(pages)
    for number in range(1, 71):
        assert len(re.findall(r"(?<!\d)第%d项工作" % number, whole)) == 1, number
    assert "".join(whole.split()).count("留下许多佳话。") == 48
    for page in pages:
        assert len(re.findall(r"余场次", page)) <= 6, page
        assert ("占比" in page) == (re.search(r"第\d+项工作", page) is not None)
    for page in range(len(pages)):
        with open(os.path.join(folder, "tall.slides-p%02d.svg" % (page + 1)), encoding="utf-8") as file:
            assert 'viewBox="0 0 1600 900"' in file.read()
    framed = page_texts(os.path.join(folder, "framed.slides.pdf"))
    assert len(framed) > 1 and all("七十项工作件数与占比" in page for page in framed)
    assert "四舍五入" in framed[-1]


def test_a4(folder):
    done = subprocess.run([PROGRAM, "render", "-", "-o", "-", "-f", "pdf", "--size", "a4", "--only", "long"],
                          input=json.dumps(DOCUMENT).encode(), capture_output=True, env=ENV, check=True)
    path = os.path.join(folder, "a4.pdf")
    with open(path, "wb") as file:
        file.write(done.stdout)
    info = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()
    assert "(A4)" in info, info


def test_sizes(folder):
    """A size may name its formats; covers are the banner or the title; a card is one file."""
    document = json.loads(json.dumps(DOCUMENT))
    document["figures"][0].update({"sizes": ["wechat", {"preset": "a4", "formats": ["pdf"]}, {"preset": "wechat-cover", "formats": ["png"]}]})
    document["figures"][0].pop("size")
    document["figures"][2].update({"sizes": ["wechat-cover-square", "card"]})
    document["figures"][2].pop("size")
    path = os.path.join(folder, "sizes.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    done = subprocess.run([PROGRAM, "render", path, "--strict", "--only", "long,one", "--gallery"], capture_output=True, env=ENV, check=False)
    assert done.returncode == 0, done.stderr.decode()
    out = os.path.join(folder, "out")
    assert sorted(os.listdir(out)) == ["index.html", "long.a4.pdf", "long.wechat-cover.png", "long.wechat.svg", "manifest.json",
                                       "one.card.svg", "one.wechat-cover-square.svg"], sorted(os.listdir(out))
    assert Image.open(os.path.join(out, "long.wechat-cover.png")).size == (900, 383)
    with open(os.path.join(out, "one.wechat-cover-square.svg"), encoding="utf-8") as file:
        cover = file.read()
    assert "公益讲座" in cover and "300" not in cover
    document["figures"][0]["sizes"] = [{"preset": "a4", "formats": ["pfd"]}]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    done = subprocess.run([PROGRAM, "render", path, "--only", "long"], capture_output=True, env=ENV, check=False)
    assert done.returncode == 1 and b'did you mean "pdf"' in done.stderr, done.stderr.decode()


def test_only(folder):
    out = os.path.join(folder, "out")
    run(folder, "-f", "svg,pdf", "--only", "cut-p02")
    assert sorted(os.listdir(out)) == ["cut-p02.pdf", "cut-p02.svg", "manifest.json"]
    run(folder, "-f", "svg", "--only", "cut-p01,cut-p03")
    assert "cut-p03.svg" in os.listdir(out) and "cut-p01.svg" in os.listdir(out)
    for wrong in ("cut-p04", "cut-p0", "cut-p", "long-p01", "cut-px"):
        run(folder, "--only", wrong, status=1)


def test_stdout(folder):
    assert run(folder, "-f", "pdf", "--only", "cut", "-o", "-").stdout.startswith(b"%PDF")
    png = run(folder, "-f", "png", "--only", "cut-p02", "-o", "-").stdout
    assert Image.open(io.BytesIO(png)).size[0] == 1080
    assert b"3 pages" in run(folder, "-f", "svg", "--only", "cut", "-o", "-", status=3).stderr


def main():
    for name, test in sorted(globals().items()):
        if name.startswith("test_"):
            with tempfile.TemporaryDirectory() as folder:
                test(folder)
                print(name)
    return 0


sys.exit(main())

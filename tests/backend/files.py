#!/usr/bin/env python3
"""What the written files hold: words that can be copied, and the same bytes everywhere.

  files.py TUSHUO

Renders a document with Han, Latin, digits, marks and characters that XML and PostScript treat apart as SVG, PNG, PDF
and EPS; asks pdftotext for the lines of the PDF; then renders it again in another folder, time zone and locale.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

TUSHUO = os.path.abspath(sys.argv.pop(1))

BARS = [("产值5.38亿元GDP", "5.38亿元"), ("“同心”品牌（第2期）", "300余万元"), ("A&B<C>“D”'E'", "96万元"),
        ("𠮷野家…—·100%（含）", "12.5万元")]

DOCUMENT = {
    "title": "测试",
    "source": {"name": "测试", "date": "2023-02-18"},
    "metrics": [{"id": f"m{i}", "label": label, "printed": printed, "measure": "产值"}
                for i, (label, printed) in enumerate(BARS)],
    "figures": [{"id": "words", "title": "PDF文件中产值{m0}，ABC与《报告》", "subtitle": "2022年",
                 "mark": "bar", "data": {"metrics": [f"m{i}" for i in range(len(BARS))]},
                 "size": {"width": 1200, "height": 700}, "notes": ["**含**{增值税|zēngzhíshuì}VAT，不含m^2^[其他|dots accent]。"]}],
}
FORMATS = ("svg", "png", "pdf", "eps")


def render(folder, environment=None):
    """Bytes of each format; `folder` is made anew."""
    os.makedirs(folder)
    with open(os.path.join(folder, "doc.json"), "w", encoding="utf-8") as file:
        json.dump(DOCUMENT, file, ensure_ascii=False)
    done = subprocess.run([TUSHUO, "render", "doc.json", "-f", ",".join(FORMATS), "-o", "out"], cwd=folder,
                          env=dict(os.environ, **(environment or {})), capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr)
    result = {}
    for form in FORMATS:
        with open(os.path.join(folder, "out", "words." + form), "rb") as file:
            result[form] = file.read()
    return result


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.top = tempfile.mkdtemp()
        cls.files = render(os.path.join(cls.top, "a"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.top)

    def test_every_line_of_the_pdf_is_its_source_text(self):
        text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=self.files["pdf"], capture_output=True,
                              check=True).stdout.decode("utf-8")
        wanted = ["PDF文件中产值5.38亿元，ABC与《报告》", "2022年", "含增值税VAT，不含m2其他。"]
        wanted += [part for bar in BARS for part in bar]
        for words in wanted:
            self.assertIn(words, text)

    def test_dates_are_the_documents(self):
        self.assertIn(b"20230218000000", self.files["pdf"])
        self.assertIn(b"%%CreationDate: Sat Feb 18 00:00:00 2023\n", self.files["eps"])

    def test_folder_zone_and_locale_do_not_matter(self):
        again = render(os.path.join(self.top, "另一个 folder"), {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"})
        for form in FORMATS:
            self.assertEqual(again[form], self.files[form], form)

    def test_each_format_alone_is_what_it_is_beside_the_others(self):
        folder = os.path.join(self.top, "a")
        for form in FORMATS:
            subprocess.run([TUSHUO, "render", "doc.json", "-f", form, "-o", "alone"], cwd=folder, check=True,
                           capture_output=True)
            with open(os.path.join(folder, "alone", "words." + form), "rb") as file:
                self.assertEqual(file.read(), self.files[form], form)


if __name__ == "__main__":
    unittest.main()

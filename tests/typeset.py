"""The command typeset from outside: every option, every format, and bad input.

  typeset.py PROGRAM
"""
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
ENV.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.supp"))
ENV.setdefault("ASAN_OPTIONS", "fast_unwind_on_malloc=0")
WORDS = "开展主题教育活动300余场次，产值5.38亿元；“同心圆”覆盖47个国家（地区）。"


class Case(unittest.TestCase):
    def run_it(self, text, *args, status=0):
        """Standard output of a run, as bytes; its messages are in self.messages."""
        data = text if isinstance(text, bytes) else text.encode()
        done = subprocess.run([PROGRAM, "typeset", *args], input=data, capture_output=True, env=ENV, timeout=60)
        self.messages = done.stderr.decode()
        self.assertEqual(done.returncode, status, self.messages)
        return done.stdout

    def block(self, text, *args, status=0):
        return json.loads(self.run_it(text, "--font-size", "20", *args, status=status))

    def lines(self, text, *args):
        return [line["text"] for line in self.block(text, *args)["lines"]]


class Options(Case):
    def test_width_and_size(self):
        lines = self.block(WORDS, "--width", "200")["lines"]
        self.assertGreater(len(lines), 2)
        self.assertTrue(all(line["width"] <= 200.01 for line in lines))
        self.assertEqual("".join(line["text"] for line in lines), WORDS)
        small = json.loads(self.run_it(WORDS, "--font-size", "10"))["width"]
        self.assertAlmostEqual(self.block(WORDS)["width"], 2 * small, delta=0.01)

    def test_modes(self):
        ragged = self.block("推动民营企业结对帮扶行政村取得实效", "--width", "240")["lines"]
        even = self.block("推动民营企业结对帮扶行政村取得实效", "--width", "240", "--mode", "balance")["lines"]
        spread = lambda lines: max(l["width"] for l in lines) - min(l["width"] for l in lines)
        self.assertLess(spread(even), spread(ragged))
        cut = self.lines(WORDS, "--width", "200", "--mode", "truncate")
        self.assertEqual(len(cut), 1)
        self.assertTrue(cut[0].endswith("……"))
        flush = self.block(WORDS, "--width", "230", "--mode", "justify")["lines"]
        self.assertTrue(all(abs(line["width"] - 230) < 0.01 for line in flush[:-1]))

    def test_vertical(self):
        block = self.block("统战工作12项5.38亿元", "--vertical", "--width", "120")
        self.assertGreater(len(block["lines"]), 1)
        self.assertGreater(block["lines"][0]["x"], block["lines"][1]["x"])
        ways = {c["text"]: c["orientation"] for line in block["lines"] for c in line["clusters"]}
        self.assertEqual((ways["统"], ways["12"], ways["5"]), ("upright", "combined", "sideways"))

    def test_fonts(self):
        families = lambda *args: {c["text"]: c["font"] for l in self.block("图a1", *args)["lines"] for c in l["clusters"]}
        self.assertEqual(set(families().values()), {"Noto Sans CJK SC"})
        self.assertEqual(set(families("--font", "Noto Serif CJK SC").values()), {"Noto Serif CJK SC"})
        mixed = families("--latin", "DejaVu Sans")
        self.assertEqual((mixed["图"], mixed["a"], mixed["1"]), ("Noto Sans CJK SC", "DejaVu Sans", "DejaVu Sans"))
        glyphs = lambda *args: self.block("骨", *args)["lines"][0]["clusters"][0]["glyphs"]
        self.assertNotEqual(glyphs(), glyphs("--lang", "ja"))
        self.assertNotEqual(self.run_it("图", "-f", "svg"), self.run_it("图", "-f", "svg", "--bold"))

    def test_paragraphs(self):
        block = self.block("图说图说图说图说图说\n第二段", "--width", "120", "--indent", "2")
        starts = [line["x"] for line in block["lines"]]
        self.assertEqual(starts[0], 40)
        self.assertEqual(starts[1], 0)
        self.assertEqual(starts[-1], 40)
        pitch = self.block("图\n说", "--line-pitch", "2")["lines"]
        self.assertAlmostEqual(pitch[1]["y"] - pitch[0]["y"], 40, delta=0.01)

    def test_hanging(self):
        text = "图说图说，图说"
        self.assertLess(len(self.lines(text, "--width", "80")[0]), 5)
        self.assertEqual(self.lines(text, "--width", "80", "--hanging")[0], "图说图说，")

    def test_markup(self):
        self.assertEqual(self.lines("**重**点"), ["**重**点"])
        self.assertEqual(self.lines("**重**点", "--markup"), ["重点"])


class Formats(Case):
    def test_every_format_begins_as_it_must(self):
        heads = {"json": b"{", "svg": b"<", "png": b"\x89PNG\r\n", "pdf": b"%PDF-", "eps": b"%!PS-Adobe"}
        for name, head in heads.items():
            out = self.run_it(WORDS, "--width", "200", "-f", name)
            self.assertTrue(out.startswith(head), name)
            self.assertEqual(out, self.run_it(WORDS, "--width", "200", "-f", name), name + ": other bytes")

    def png_size(self, *args):
        head = self.run_it("图说", "--font-size", "20", "-f", "png", *args)
        return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")

    def test_scale_of_png(self):
        width, height = self.png_size()
        self.assertEqual((width, height), (40, 20))
        self.assertEqual(self.png_size("--scale", "3"), (3 * width, 3 * height))
        self.assertEqual(self.png_size("--dpi", "192"), (2 * width, 2 * height))

    def test_descenders_are_inside(self):
        plain = json.loads(self.run_it("gjpqy", "--font-size", "100"))["height"]
        head = self.run_it("gjpqy", "--font-size", "100", "-f", "png")
        self.assertGreater(int.from_bytes(head[20:24], "big"), plain)

    def test_svg_text(self):
        self.assertIn("<text", self.run_it("图说", "-f", "svg", "--svg-text", "text").decode())
        self.assertNotIn("<text", self.run_it("图说", "-f", "svg").decode())
        self.assertIn("font/", self.run_it("图说", "-f", "svg", "--svg-text", "embed").decode())

    def test_paper(self):
        self.assertIn("#fff", self.run_it("图说", "-f", "svg").decode().lower())
        self.assertNotIn("#fff", self.run_it("图说", "-f", "svg", "--transparent").decode().lower())


class BadInput(Case):
    def test_usage(self):
        for args in (("--width", "-1"), ("--width", "nan"), ("--width", "inf"), ("--font-size", "0"),
                     ("--font-size", "-3"), ("--font-size", "1e9"), ("--indent", "-1"), ("--line-pitch", "0"),
                     ("--mode", "middle"), ("-f", "gif"), ("--lang", "!!"), ("--scale", "0"),
                     ("--scale", "2", "--dpi", "96"), ("--svg-text", "no")):
            self.assertEqual(self.run_it("图", *args, status=2), b"", args)
            self.assertIn(args[0].lstrip("-")[:4], self.messages)

    def test_width_0_is_no_limit(self):
        self.assertEqual(self.lines(WORDS, "--width", "0"), [WORDS])

    def test_a_tenth_of_an_em(self):
        for mode in ("wrap", "balance", "justify"):
            lines = self.lines("图说300余场次，", "--width", "2", "--mode", mode)
            self.assertEqual("".join(lines), "图说300余场次，")
        self.assertEqual(len(self.lines("图说300余场次，", "--width", "2", "--mode", "truncate")), 1)

    def test_unknown_font(self):
        self.run_it("图", "--font", "No Such Font", status=3)
        self.assertIn("No Such Font", self.messages)

    def test_missing_glyph(self):
        self.run_it("图\U000E0FF0说\U0001F9FF", "--font", "Noto Sans CJK SC", status=1)
        self.assertIn("U+1F9FF", self.messages)

    def test_invalid_utf8(self):
        for data in (b"\xe5\x9b", b"\xed\xa0\x80", b"\xff\xfe", b"\xc0\x80", b"\xf5\x80\x80\x80"):
            out = self.run_it(b"\xe5\x9b\xbe" + data + b"\xe8\xaf\xb4", status=1)
            self.assertEqual(json.loads(out)["lines"][0]["text"], "图说")
            self.assertIn("UTF-8", self.messages)

    def test_nul_and_controls(self):
        out = json.loads(self.run_it("图\0\x07说"))
        self.assertEqual(out["lines"][0]["text"], "图说")
        self.assertIn("control", self.messages)

    def test_nothing(self):
        for name in ("json", "svg", "png", "pdf"):
            self.assertTrue(self.run_it("", "-f", name))
        self.assertEqual(self.lines("\n\n"), ["", ""])


class Large(Case):
    def test_long_input(self):
        begun = time.monotonic()
        text = (WORDS * 30000).encode()[:1 << 20].decode(errors="ignore")
        out = json.loads(self.run_it(text, "--width", "400"))
        self.assertEqual("".join(line["text"] for line in out["lines"]), text)
        self.assertLess(time.monotonic() - begun, 50)

    def test_marks_only(self):
        out = json.loads(self.run_it("，" * 100000, "--width", "400"))
        self.assertEqual(sum(len(line["text"]) for line in out["lines"]), 100000)


if __name__ == "__main__":
    unittest.main()

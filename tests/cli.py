"""The command line from outside: every command, every exit status, and bad input.

  cli.py PROGRAM
"""
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
os.environ.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.supp"))
os.environ.setdefault("ASAN_OPTIONS", "fast_unwind_on_malloc=0")
BASE_ENV = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}

SOURCE = "全年开展主题教育活动300余场次，主题活动、研讨交流89场次。\n"
METRICS = [
    {"id": "events", "label": "主题教育活动", "printed": "300余场次", "measure": "活动场次",
     "quote": "主题教育活动[300余场次]"},
    {"id": "talks", "label": "主题活动、研讨交流", "printed": "89场次", "measure": "活动场次",
     "quote": "研讨交流[89场次]"},
]


def figure(name="events", **more):
    return {"id": name, "title": "主题教育活动{events}", "mark": "bar",
            "data": {"metrics": ["events", "talks"]}, **more}


def document(figures=None, **more):
    return {"title": "测试", "source": {"name": "测试", "date": "2023-02-18", "text": "source.txt"},
            "style": "rong", "metrics": METRICS, "figures": figures or [figure()], **more}


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="tushuo-cli-")
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.write("source.txt", SOURCE)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        return self.path(name)

    def doc(self, value=None, name="doc.json"):
        return self.write(name, json.dumps(value or document(), ensure_ascii=False, indent=1))

    def read(self, *parts):
        with open(self.path(*parts), "rb") as file:
            return file.read()

    def run_program(self, *args, status=0, stdin=b"", env=None, cwd=None, limits=None, stdout=None):
        done = subprocess.run([PROGRAM, *args], input=stdin, cwd=cwd or self.folder,
                              env={**BASE_ENV, **(env or {})}, preexec_fn=limits, timeout=120,
                              stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE)
        out = (done.stdout or b"").decode("utf-8", "replace")
        err = done.stderr.decode("utf-8", "replace")
        self.assertEqual(done.returncode, status, "%s\n%s\n%s" % (args, out[-500:], err[-3000:]))
        self.err = err
        return out


class Usage(Case):
    def test_help_and_version(self):
        self.assertRegex(self.run_program("--version"), r"^tushuo \d+\.\d+\.\d+\n$")
        text = self.run_program("--help")
        for command in re.findall(r"^  (\w+) ", text, re.M):
            self.assertIn("--help", self.run_program(command, "--help"))
        self.assertIn("--output DIR", self.run_program("render", "-h"))

    def test_the_manual_page_is_the_one_in_docs(self):
        with open(os.path.join(ROOT, "docs", "tushuo.1"), encoding="utf-8") as page:
            self.assertEqual(page.read(), self.run_program("--manual", env={"LC_ALL": "zh_CN.UTF-8"}))

    def test_wrong_usage_is_status_2(self):
        for args, words in [
            ((), "no command"),
            (("rendr", "x"), 'did you mean "render"'),
            (("render", "--stlye", "x", "d.json"), 'did you mean "--style"'),
            (("render",), "no document"),
            (("render", "d.json", "--scale"), "needs a value"),
            (("render", "d.json", "--scale", "0"), "not a number from 0.1 to 16"),
            (("render", "d.json", "--scale", "2", "--dpi", "300"), "give one of them"),
            (("render", "d.json", "-f", "svgz"), 'did you mean "svg"'),
            (("render", "d.json", "--png=quick"), "unknown value"),
            (("render", "d.json", "--gallery=yes"), "takes no value"),
            (("render", "d.json", "--size", "slide-16x10"), 'did you mean "slide-16x9"'),
            (("render", "d.json", "--lang", "../x"), "no language tag"),
            (("render", "d.json", "--width", "3"), "no option of render"),
            (("check", "--proof", "a.html", "a.json", "b.json"), "one document"),
            (("schema", "x"), "takes no file"),
            (("explain", "sntax"), 'did you mean "syntax"'),
            (("typeset", "--mode", "wrp"), 'did you mean "wrap"'),
            (("typeset", "a", "b"), "one file"),
        ]:
            self.run_program(*args, status=2)
            self.assertIn(words, self.err)
            self.assertIn("--help", self.err)

    def test_two_hyphens_end_the_options(self):
        self.doc(name="-doc.json")
        self.run_program("render", "-o", "o", "--", "-doc.json")
        self.assertTrue(os.path.exists(self.path("o", "events.svg")))

    def test_a_full_standard_output_is_status_3(self):
        with open("/dev/full", "wb") as full:
            for args in (("schema",), ("--help",), ("styles",)):
                self.run_program(*args, status=3, stdout=full)
                self.assertIn("error[standard-output]", self.err)

    def test_messages_speak_chinese_without_a_chinese_locale(self):
        for env in ({"LC_ALL": "zh_CN.UTF-8"}, {"LC_MESSAGES": "zh_CN.UTF-8"}, {"LANG": "zh_CN.GB18030"},
                    {"LANG": "zh_CN"}):
            self.assertIn("用法", self.run_program("--help", env=env))
        for env in ({}, {"LC_ALL": "C"}, {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}):
            self.assertIn("usage", self.run_program("--help", env=env))


class SmallCommands(Case):
    def test_explain_knows_every_code(self):
        codes = re.findall(r"^(\S+)$", self.run_program("explain"), re.M)
        self.assertGreater(len(codes), 20)
        self.assertEqual(len(codes), len(set(codes)))
        for code in codes:
            self.assertGreater(len(self.run_program("explain", code)), len(code) + 20)

    def test_schema_is_the_one_in_data(self):
        text = self.run_program("schema")
        schema = json.loads(text)
        self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
        with open(os.path.join(ROOT, "data", "tushuo.schema.json"), encoding="utf-8") as file:
            self.assertEqual(file.read(), text)

    def test_styles_and_fonts(self):
        styles = self.run_program("styles")
        for name in ("rong", "vega"):
            self.assertRegex(styles, r"(?m)^%s +\S" % name)
        fonts = self.run_program("fonts")
        self.assertIn("NotoSansCJK", fonts)


class Typeset(Case):
    def typeset(self, text, *args):
        return self.run_program("typeset", "--lang", "zh-Hans", *args, stdin=text.encode())

    def test_json_tells_lines_and_clusters(self):
        block = json.loads(self.typeset("产值5.38亿元，增长", "--font-size", "20", "--width", "80", "-f", "json"))
        self.assertGreater(len(block["lines"]), 1)
        self.assertEqual("".join(line["text"] for line in block["lines"]), "产值5.38亿元，增长")
        for line in block["lines"]:
            self.assertAlmostEqual(sum(c["advance"] for c in line["clusters"]), line["width"], delta=0.5)
            for cluster in line["clusters"]:
                self.assertEqual(set(cluster), {"text", "x", "y", "advance", "ink_x", "ink_width", "font",
                                                "glyphs", "offsets", "orientation"})

    def test_svg_and_file(self):
        svg = self.typeset("图说", "-f", "svg")
        self.assertIn("<svg", svg)
        name = self.write("words.txt", "图说")
        self.assertEqual(svg, self.run_program("typeset", "-f", "svg", name))

    def test_trouble(self):
        self.run_program("typeset", "/nowhere/at/all", status=3)
        self.assertEqual(json.loads(self.typeset(""))["lines"][0]["text"]
                         if json.loads(self.typeset(""))["lines"] else "", "")


class Render(Case):
    def names(self, *parts):
        return sorted(os.path.relpath(os.path.join(base, name), self.path(*parts))
                      for base, _, files in os.walk(self.path(*parts)) for name in files)

    def test_every_format_beside_the_document(self):
        self.run_program("render", self.doc(), "-f", "svg,png,pdf,eps")
        self.assertEqual(self.names("out"), ["events.eps", "events.pdf", "events.png", "events.svg", "manifest.json"])
        for name, start in (("svg", b"<"), ("png", b"\x89PNG"), ("pdf", b"%PDF-"), ("eps", b"%!PS-Adobe")):
            self.assertTrue(self.read("out", "events." + name).startswith(start))

    def test_names(self):
        doc = self.doc(document([figure("a"), figure("b", sizes=["slide-16x9", {"width": 800, "height": 600}])]))
        self.run_program("render", doc, "-o", "o", "-f", "png", "--scale", "2")
        self.assertEqual(self.names("o"), ["a@2x.png", "b.800x600@2x.png", "b.slide-16x9@2x.png", "manifest.json"])
        self.run_program("render", doc, self.doc(name="other.json"), "-o", "p")
        self.assertEqual(self.names("p"), ["doc/a.svg", "doc/b.800x600.svg", "doc/b.slide-16x9.svg", "manifest.json",
                                           "other/events.svg"])
        self.run_program("render", doc, "-o", "q", "--only", "a", "--size", "slide-4x3", "--lang", "zh-Hans")
        self.assertEqual(self.names("q"), ["a.zh-Hans.slide-4x3.svg", "manifest.json"])

    def test_png_has_the_asked_pixels(self):
        doc = self.doc()
        self.run_program("render", doc, "-o", "o", "-f", "png", "--size", "1600x900", "--dpi", "144")
        head = self.read("o", "events.1600x900@1.5x.png")[16:24]
        self.assertEqual((int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")), (2400, 1350))

    def test_collisions_are_found_before_drawing(self):
        os.mkdir(self.path("a"))
        os.mkdir(self.path("b"))
        for name in ("a", "b"):
            self.write(name + "/source.txt", SOURCE)
        docs = [self.doc(name="a/doc.json"), self.doc(name="b/doc.json")]
        self.run_program("render", *docs, "-o", "o", status=1)
        self.assertIn("error[name-collision]", self.err)
        self.assertFalse(os.path.exists(self.path("o")))

    def test_only(self):
        doc = self.doc(document([figure("a"), figure("b"), figure("c")]))
        self.run_program("render", doc, "-o", "o", "--only", "a", "--only", "c")
        self.assertEqual(self.names("o"), ["a.svg", "c.svg", "manifest.json"])
        self.run_program("render", doc, "-o", "o", "--only", "aa,b", status=1)
        self.assertIn("error[unknown-figure]", self.err)

    def test_standard_input_and_output(self):
        self.doc()
        svg = self.run_program("render", "-", "-o", "-", stdin=self.read("doc.json"))
        self.run_program("render", "doc.json")
        self.assertEqual(svg.encode(), self.read("out", "events.svg"))
        self.run_program("render", "doc.json", "-o", "-", "-f", "svg,png", status=2)

    def test_expand_prints_a_specification_that_draws_the_same(self):
        doc = self.doc()
        spec = json.loads(self.run_program("render", doc, "--expand"))
        self.assertIn("encoding", spec)
        self.assertFalse(os.path.exists(self.path("out")))
        two = self.doc(document([figure("a"), figure("b")]), "two.json")
        self.assertEqual(len(json.loads(self.run_program("render", two, "--expand"))), 2)

    def test_processes_do_not_change_a_byte(self):
        broken = figure("f3", title="没有{nobody}的数")
        doc = self.doc(document([figure("f%d" % i) if i != 3 else broken for i in range(7)]))
        self.run_program("render", doc, "-o", "one", "-f", "svg,png", "--gallery", status=1)
        alone = self.err
        self.run_program("render", doc, "-o", "many", "-f", "svg,png", "--gallery", "-j", "3", status=1)
        self.assertEqual(alone, self.err)
        self.assertEqual(self.names("one"), self.names("many"))
        for name in self.names("one"):
            self.assertTrue(self.read("one", name) == self.read("many", name), name)

    @staticmethod
    def parts(name, *categories, **more):
        """Stacked parts whose order of rows is the reverse of the legend's."""
        values = [{"n": "甲", "c": category, "v": i + 1} for i, category in enumerate(categories)]
        return {"id": name, "title": "各部分", "mark": "bar", "data": {"values": values[::-1]},
                "encoding": {"y": {"field": "n", "type": "nominal"},
                             "x": {"field": "v", "type": "quantitative"},
                             "color": {"field": "c", "type": "nominal", **more}}}

    def fills(self, *path):
        """The colour of each category in a drawn figure."""
        svg = self.read(*path).decode()
        fills = {}
        for part, fill in re.findall(r'aria-label="甲，(\w+)：[^"]*" fill="([^"]+)"', svg):
            fills[part] = fill.lower()
        return fills

    def test_categories_keep_their_colours(self):
        figures = [self.parts("one", "A", "B", "其他"), self.parts("two", "C", "B", "D"),
                   self.parts("own", "B", "C", scale={"domain": ["B", "C"], "range": ["#010203", "#040506"]}),
                   self.parts("new", "F", "E")]
        doc = self.doc(document(figures, colors={"D": "#123456"}))
        self.run_program("render", doc, "-o", "all")
        self.run_program("render", doc, "-o", "split", "-j", "3")
        for name in ("one", "two", "own", "new"):
            self.run_program("render", doc, "-o", "single", "--only", name)
            self.assertEqual(self.read("all", name + ".svg"), self.read("split", name + ".svg"))
            self.assertEqual(self.read("all", name + ".svg"), self.read("single", name + ".svg"))
        with open(os.path.join(ROOT, "styles", "rong.json"), encoding="utf-8") as file:
            style = json.load(file)
        palette = [colour.lower() for colour in style["palette"]]
        self.assertEqual(self.fills("all", "one.svg"),
                         {"A": palette[0], "B": palette[1], "其他": style["context"].lower()})
        self.assertEqual(self.fills("all", "two.svg"),
                         {"B": palette[1], "C": palette[2], "D": "#123456"})
        self.assertEqual(self.fills("all", "own.svg"), {"B": "#010203", "C": "#040506"})
        self.assertEqual(self.fills("all", "new.svg"), {"E": palette[3], "F": palette[4]})
        legend = re.findall(r'aria-label="(A|B|其他)"', self.read("all", "one.svg").decode())
        self.assertEqual(legend, ["A", "B", "其他"])

    def test_a_colour_of_no_category_is_a_warning(self):
        doc = self.doc(document([self.parts("one", "甲乙方", "乙方")], colors={"甲乙万": "#123456"}))
        self.run_program("render", doc)
        self.assertIn('warning[unused-colour]: /colors: no figure has a category “甲乙万”; did you mean "甲乙方"?',
                      self.err)

    def test_the_documents_language_and_the_options(self):
        titled = figure(title={"zh-Hans": "中文", "en": "English"})
        doc = self.doc(document([titled], title="T", language="en"))
        self.run_program("render", doc)
        self.assertIn("English", self.read("out", "events.svg").decode())
        self.run_program("render", doc, "--lang", "zh-Hans")
        self.assertIn("中文", self.read("out", "events.zh-Hans.svg").decode())
        self.run_program("render", doc, "--lang", "x", status=2)

    def test_a_stated_encoding_settles_a_doubt(self):
        with open(os.path.join(ROOT, "tests", "invalid", "doubtful-encoding.csv"), "rb") as file:
            self.write("doubt.csv", file.read())
        self.write("gb.csv", "名,数\n成都,5\n".encode("gb18030"))
        for name, encoding, status in [("doubt.csv", None, 1), ("doubt.csv", "utf-8", 0), ("doubt.csv", "gb18030", 0),
                                       ("gb.csv", None, 0), ("gb.csv", "gb18030", 0), ("gb.csv", "utf-8", 1)]:
            data = {"url": name, **({"encoding": encoding} if encoding else {})}
            self.run_program("check", self.doc(document(datasets={"a": data})), status=status)
            self.assertEqual("error[" in self.err, status == 1, (name, encoding, self.err))

    def test_a_missing_translation_of_a_label_is_said(self):
        metrics = [dict(METRICS[0], label={"zh-Hans": "主题教育活动"}), dict(METRICS[1], label={"en": "Talks"})]
        doc = self.doc(document(metrics=metrics))
        self.run_program("check", doc, "--lang", "en")
        self.assertIn('/metrics/0/label: no text for the language "en"; "zh-Hans" is taken', self.err)
        self.assertNotIn("/metrics/1/label", self.err)

    def test_style_overrides_of_the_document(self):
        svg = {}
        for name, more, own in [("none", {}, {}), ("all", {"style": {"mark": "#010203"}}, {}),
                                ("both", {"style": {"mark": "#010203"}}, {"style": {"paper": "#fefefe"}})]:
            doc = self.doc({**document([figure(**own)]), **more}, name + ".json")
            self.run_program("render", doc, "-o", name)
            svg[name] = self.read(name, "events.svg").decode().lower()
        self.assertNotIn("#010203", svg["none"])
        self.assertIn("#010203", svg["all"])
        self.assertTrue("#010203" in svg["both"] and "#fefefe" in svg["both"])

    def test_a_fault_in_one_size_leaves_the_others(self):
        doc = self.doc(document([figure(sizes=[{"width": 30, "height": 30}, {"width": 900, "height": 500}])]))
        self.run_program("render", doc, "-o", "one", status=1)
        self.run_program("render", doc, "-o", "two", "-j", "2", status=1)
        self.assertEqual(self.names("one"), self.names("two"))
        self.assertEqual(len([name for name in self.names("one") if name.endswith(".svg")]), 1)

    def test_manifest(self):
        doc = self.doc(document([figure("a"), figure("b")]))
        self.run_program("render", doc, "-f", "svg,pdf")
        text = self.read("out", "manifest.json").decode()
        self.assertNotIn(self.folder, text)
        pictures = json.loads(text)["pictures"]
        self.assertEqual([p["files"] for p in pictures], [["a.svg", "a.pdf"], ["b.svg", "b.pdf"]])
        self.assertEqual(pictures[0]["document"], "../doc.json")
        self.assertIn("主题教育活动", pictures[0]["alt"])
        self.assertTrue(all(re.fullmatch("[0-9a-f]{64}", pictures[0][key])
                            for key in ("specification", "rows", "styleFiles")))
        self.assertTrue(pictures[0]["fonts"])
        with open(os.path.join(ROOT, "styles", "rong.json"), "rb") as style:
            self.assertEqual(pictures[0]["styleFiles"], hashlib.sha256(style.read()).hexdigest())
        self.run_program("render", doc, "-f", "svg,pdf", "--only", "b")
        kept = json.loads(self.read("out", "manifest.json"))["pictures"]
        self.assertEqual(sorted(p["figure"] for p in kept), ["a", "b"])

    def test_gallery_is_one_page(self):
        doc = self.doc(document([figure("a"), figure("b")]))
        self.run_program("render", doc, "--gallery")
        page = self.read("out", "index.html").decode()
        self.assertEqual(page.count("<svg"), 2)
        self.assertNotRegex(page, r'src="(?!data:)')
        self.assertIn("研讨交流<mark>89场次</mark>", page)
        self.run_program("render", doc, "--gallery", "-f", "png", "-o", "p")
        self.assertEqual(self.read("p", "index.html").count(b"data:image/png;base64,"), 2)

    def test_the_same_bytes_elsewhere(self):
        formats = "svg,png,pdf,eps"
        self.run_program("render", self.doc(), "-f", formats, env={"TZ": "UTC"})
        other = self.path("another place", "图")
        os.makedirs(other)
        for name in ("doc.json", "source.txt"):
            shutil.copy(self.path(name), other)
        self.run_program("render", "doc.json", "-f", formats, cwd=other,
                         env={"TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "LANG": "de_DE.UTF-8"})
        for name in formats.split(","):
            self.assertTrue(self.read("out", "events." + name) ==
                            self.read("another place", "图", "out", "events." + name), name)

    def test_the_date_is_the_sources_or_the_environments(self):
        doc = self.doc()
        self.run_program("render", doc, "-f", "pdf")
        self.assertTrue(b"20230218000000Z" in self.read("out", "events.pdf"))
        self.run_program("render", doc, "-f", "pdf", env={"SOURCE_DATE_EPOCH": "86400"})
        self.assertTrue(b"19700102000000Z" in self.read("out", "events.pdf"))

    def test_message_forms(self):
        doc = self.doc(document([figure(subtitel="x")]))
        self.run_program("render", doc, status=1)
        self.assertRegex(self.err, r'doc\.json:\d+:\d+: error\[unknown-field\]: /figures/0: .*did you mean "subtitle"')
        self.run_program("render", doc, "--messages=json", status=1)
        lines = [json.loads(line) for line in self.err.splitlines()]
        self.assertIn("unknown-field", [line["code"] for line in lines])
        self.run_program("render", doc, "--messages=github", status=1)
        self.assertRegex(self.err, r"^::error file=")
        self.assertNotIn("\033", self.err)

    def test_strict_makes_warnings_errors_and_writes_nothing(self):
        doc = self.doc(document([figure(size={"width": 120, "height": 90})]))
        self.run_program("render", doc, "-o", "o", "--strict", status=1)
        self.assertIn("error[", self.err)
        self.assertFalse(os.path.exists(self.path("o", "events.svg")))


class BadInput(Case):
    def test_one_bad_figure_never_stops_the_others(self):
        bad = [figure("no-data", data={"metrics": []}), figure("nobody", data={"metrics": ["nobody"]}),
               figure("unknown-key", colour="red"), figure("huge", size={"width": 100000, "height": 100000}),
               figure("wrong", mark="pie-in-the-sky"), figure("style", style="nosuchstyle"),
               figure("size", size="slid"), figure("width", size={"width": "3 ells"})]
        doc = self.doc(document([figure("first"), *bad, figure("last")]))
        for one in bad:
            self.write("out/%s.svg" % one["id"], "earlier")
        self.run_program("render", doc, "-f", "svg,png", status=1)
        for name in ("first", "last"):
            self.assertIn(b"<svg", self.read("out", name + ".svg"))
        for index, one in enumerate(bad):
            self.assertEqual(self.read("out", one["id"] + ".svg"), b"earlier", one["id"])
            self.assertRegex(self.err, r"doc\.json:\d+:\d+: error\[[a-z-]+\]: /figures/%d\b" % (index + 1))

    def test_ids_that_escape(self):
        for bad in ("../x", "/x", "", "x" * 300, "a/b", "..", ".", "a\nb"):
            doc = self.doc(document([figure(bad), figure("good")]))
            self.run_program("render", doc, "-o", "deep/o", status=1)
            self.assertRegex(self.err, r"error\[[a-z-]+\]: /figures/0/id")
            self.assertEqual(sorted(os.listdir(self.path("deep", "o"))), ["good.svg", "manifest.json"])
            self.assertEqual(os.listdir(self.path("deep")), ["o"])
            shutil.rmtree(self.path("deep"))

    def test_duplicate_ids(self):
        self.run_program("render", self.doc(document([figure("a"), figure("a")])), status=1)
        self.assertRegex(self.err, r"error\[[a-z-]+\]: /figures/1/id")

    def test_unreadable_inputs_are_status_3(self):
        self.run_program("render", "nowhere.json", status=3)
        self.assertIn("nowhere.json", self.err)
        os.mkdir(self.path("folder.json"))
        self.run_program("check", "folder.json", status=3)
        good = self.doc(name="good.json")
        self.run_program("render", "nowhere.json", good, "-o", "o", status=3)
        self.assertTrue(os.path.exists(self.path("o", "good", "events.svg")))

    def test_inputs_that_are_no_documents(self):
        for text in ("", "{", "[]", "3", '"x"', "null", b"\xff\xfe{\x00}\x00", b'{"title": "\xff"}', "{" * 500,
                     '{"title": NaN}', '{"title": 1e400}', '{"figures": [{]}', '{"a": 1, "a": 2}', "{}x",
                     '{"metrics"：[]}'):
            name = self.write("bad.json", text)
            self.run_program("render", name, status=1)
            self.assertRegex(self.err, r"bad\.json:\d+:\d+: error\[[a-z-]+\]", repr(text))
            self.run_program("check", name, status=1)

    def test_data_outside_the_folder(self):
        self.write("secret.csv", "a,b\n1,2\n")
        os.mkdir(self.path("inner"))
        self.write("inner/source.txt", SOURCE)
        outside = figure(data={"url": "../secret.csv"})
        doc = self.doc(document([outside, figure("good")]), "inner/doc.json")
        self.run_program("render", doc, "-o", "o", status=1)
        self.assertIn("error[outside-path]", self.err)
        self.assertTrue(os.path.exists(self.path("o", "good.svg")))

    def test_an_output_folder_that_is_a_file(self):
        self.write("o", "a file")
        self.run_program("render", self.doc(), "-o", "o", status=3)
        self.assertEqual(self.read("o"), b"a file")

    def test_a_full_disk_leaves_earlier_files_whole(self):
        doc = self.doc(document([figure("a"), figure("b")]))
        for name in ("a.svg", "b.svg", "manifest.json"):
            self.write("out/" + name, "earlier")

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        self.run_program("render", doc, status=3, limits=limit)
        self.assertEqual(self.err.count("error["), 2)
        self.assertEqual(sorted(os.listdir(self.path("out"))), ["a.svg", "b.svg", "manifest.json"])
        for name in ("a.svg", "b.svg", "manifest.json"):
            self.assertEqual(self.read("out", name), b"earlier")

    def test_five_thousand_bars(self):
        self.write("many.csv", "n,v\n" + "".join("第%d项,%d\n" % (i, i % 97) for i in range(5000)))
        encoding = {"y": {"field": "n", "type": "nominal"}, "x": {"field": "v", "type": "quantitative"}}
        across = {"id": "across", "title": "各项", "mark": "bar", "data": {"url": "many.csv"}, "encoding": encoding}
        columns = {**across, "id": "columns", "encoding": {"x": encoding["y"], "y": encoding["x"]}}
        doc = self.doc(document([across, columns, figure("last")]))
        start = time.monotonic()
        self.run_program("render", doc, "-f", "svg", status=1)
        self.assertLess(time.monotonic() - start, 30)
        self.assertIn("error[picture-size]: /figures/0: ", self.err)
        self.assertIn("/figures/1: ", self.err)
        self.assertEqual(sorted(name for name in os.listdir(self.path("out")) if name.endswith(".svg")), ["columns.svg", "last.svg"])

    def test_a_disk_that_is_really_full(self):
        """On a file system of 256 kB, or under a limit on the size of files where none may be mounted."""
        doc = self.doc(document([figure("small", size={"width": 600}), figure("large", size={"width": 1600})]))
        os.makedirs(self.path("disk"))
        script = ('mount -t tmpfs -o size=256k none disk && mkdir disk/o && head -c 150000 /dev/zero >disk/fill && '
                  'echo earlier >disk/o/large.pdf && "$0" render doc.json -f pdf -o disk/o; status=$?; '
                  'cp -r disk/o kept; exit $status')
        may_mount = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", self.path("disk")],
                                   capture_output=True).returncode == 0
        if not may_mount:
            script = 'mkdir kept && echo earlier >kept/large.pdf && ulimit -f 100 && exec "$0" render doc.json -f pdf -o kept'
        done = subprocess.run((["unshare", "-rm"] if may_mount else []) + ["sh", "-c", script, PROGRAM],
                              cwd=self.folder, env=BASE_ENV, capture_output=True, timeout=120)
        self.assertEqual(done.returncode, 3, done.stderr.decode())
        self.assertIn("large.pdf: error[unwritable-file]", done.stderr.decode())
        self.assertEqual(self.read("kept", "large.pdf"), b"earlier\n")
        self.assertFalse([name for name in os.listdir(self.path("kept")) if name.startswith(".")])

    def test_a_run_that_is_killed_leaves_whole_files_only(self):
        doc = self.doc(document([figure("f%d" % i) for i in range(12)]))
        self.run_program("render", doc, "-o", "whole", "-f", "png,svg")
        for kill in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            for wait in (0.1, 0.2, 0.3):
                run = subprocess.Popen([PROGRAM, "render", doc, "-o", "cut", "-f", "png,svg"], env=BASE_ENV,
                                       cwd=self.folder, stderr=subprocess.DEVNULL)
                time.sleep(wait)
                run.send_signal(kill)
                self.assertIn(run.wait(), (0, -kill))
                for name in os.listdir(self.path("cut")) if os.path.isdir(self.path("cut")) else []:
                    self.assertNotIn(".tmp", name)
                    if name != "manifest.json":
                        self.assertEqual(self.read("cut", name), self.read("whole", name), name)

    def test_strings_of_every_kind(self):
        strings = ["<&>\"'", "一" * 500, "a\nb\tc", "😀👩‍🌾", "\u0001\u001f", "مرحبا بالعالم", "\u202e倒", " ", "{", "\\{x\\}"]
        figures = [figure("s%d" % i, notes=[text]) for i, text in enumerate(strings)]
        doc = self.doc(document(figures))
        done = subprocess.run([PROGRAM, "render", doc, "-f", "svg,png,pdf,eps", "--gallery"], env=BASE_ENV,
                              capture_output=True, timeout=300, cwd=self.folder)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        for name in os.listdir(self.path("out")):
            if name.endswith(".svg"):
                import xml.dom.minidom
                xml.dom.minidom.parseString(self.read("out", name))


class Check(Case):
    def test_a_sound_document(self):
        self.run_program("check", self.doc())

    def test_a_number_that_differs(self):
        metrics = [dict(METRICS[0], printed="310余场次"), METRICS[1]]
        self.run_program("check", self.doc(document(metrics=metrics)), status=1)
        self.assertIn("error[number-differs]", self.err)

    def test_proof_sheet(self):
        self.run_program("check", self.doc(), "--proof", "proof.html")
        page = self.read("proof.html").decode()
        for words in ("主题教育活动", "一校", "三校"):
            self.assertIn(words, page)
        self.assertIn("一校", self.run_program("check", "doc.json", "--proof", "-"))

    def test_layout_has_boxes(self):
        out = json.loads(self.run_program("check", self.doc(), "--layout"))
        self.assertEqual([o["figure"] for o in out], ["events"])
        crowded = self.doc(document([figure(size={"width": 120, "height": 90})]), "crowded.json")
        done = subprocess.run([PROGRAM, "check", crowded, "--layout"], env=BASE_ENV, capture_output=True)
        self.assertIn(done.returncode, (0, 1))
        findings = [f for o in json.loads(done.stdout) for f in o["findings"]]
        for finding in findings:
            self.assertEqual(len(finding["box"]), 4)
        self.assertTrue(findings or done.returncode == 1)
        self.assertFalse(os.path.exists(self.path("out")))


if __name__ == "__main__":
    unittest.main()

"""Starting a document (`tushuo new`) and fixing its colours (`tushuo colors`), from outside.

  start.py TUSHUO SOURCE_ROOT
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM, ROOT = (os.path.abspath(path) for path in sys.argv[1:3])
ENV = {**os.environ, "LC_ALL": "C"}
TEMPLATES = sorted(name[:-5] for name in os.listdir(os.path.join(ROOT, "data", "templates")) if name.endswith(".json"))
SERIES = """{
  "style": "rong",
  "datasets": {"t": {"values": [{"a": "甲", "s": "线上", "n": 3}, {"a": "甲", "s": "线下", "n": 2},
                                {"a": "甲", "s": "其他", "n": 1}]}},%s
  "figures": [{"id": "f", "mark": "bar", "data": {"name": "t"}, "encoding": {
    "y": {"field": "a", "type": "nominal"}, "x": {"field": "n", "type": "quantitative"},
    "color": {"field": "s", "type": "nominal", "sort": null}}}]
}
"""


class Start(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, text):
        with open(self.path(name), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run_program(self, *args, status=0):
        done = subprocess.run([PROGRAM, *args], env=ENV, cwd=self.folder.name, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()


class New(Start):
    def test_each_template_draws_cleanly(self):
        self.assertTrue({"bars", "yitu"} <= set(TEMPLATES))
        for name in TEMPLATES:
            self.run_program("new", name + ".json", "--template", name)
            _, messages = self.run_program("render", name + ".json", "-o", name, "--strict")
            self.assertEqual(messages, "")
            self.assertTrue(any(file.endswith(".svg") for file in os.listdir(self.path(name))), name)
        self.run_program("new", "plain.json")
        self.assertEqual(self.read("plain.json"), self.read("bars.json"))

    def test_nothing_is_overwritten(self):
        self.write("doc.json", "mine")
        _, messages = self.run_program("new", "doc.json", status=3)
        self.assertIn("error[file-exists]", messages)
        self.assertEqual(self.read("doc.json"), b"mine")

    def test_usage(self):
        for args, message in ((("new",), "one document"), (("new", "a", "b"), "one document"),
                              (("new", "a.json", "--template", "bras"), 'did you mean "bars"'),
                              (("new", "a.json", "--template", "bars", "--from", "t.csv"), "both")):
            self.assertIn(message, self.run_program(*args, status=2)[1])
        self.assertEqual(os.listdir(self.folder.name), [])

    def from_table(self, table, name="t.csv"):
        self.write(name, table)
        self.run_program("new", "doc.json", "--from", name)
        _, messages = self.run_program("render", "doc.json", "--strict")
        self.assertEqual(messages, "")
        document = json.loads(self.read("doc.json"))
        os.remove(self.path("doc.json"))
        return document

    def test_names_and_numbers_are_sorted_bars(self):
        document = self.from_table("片区,人数,场次\n东部,120,3\n西部,300,5\n")
        self.assertEqual([figure["title"] for figure in document["figures"]], ["人数", "场次"])
        encoding = document["figures"][0]["encoding"]
        self.assertEqual(encoding["y"], {"field": "片区", "type": "nominal", "sort": "-x"})
        self.assertEqual(encoding["x"], {"field": "人数", "type": "quantitative"})

    def test_years_are_columns_in_their_order(self):
        for head in ("年份,人数\n2020,3\n2021,5\n", "月份,人数\n2020年2月,3\n2020年3月,5\n"):
            encoding = self.from_table(head)["figures"][0]["encoding"]
            self.assertEqual(encoding["x"]["type"], "ordinal")
            self.assertEqual(encoding["y"]["field"], "人数")

    def test_a_second_column_of_words_gives_colours(self):
        document = self.from_table("片区,方式,场次\n东部,线上,1\n东部,线下,2\n西部,线上,3\n西部,线下,4\n")
        self.assertEqual(document["figures"][0]["encoding"]["color"]["field"], "方式")

    def test_printed_numbers_become_metrics(self):
        document = self.from_table("项目,金额\n财政,5.38亿元\n捐款,4200万元\n合计,5.8亿元\n")
        self.assertEqual([m["printed"] for m in document["metrics"]], ["5.38亿元", "4200万元"])
        document = self.from_table("\ufeff选项,比例\n满意,45.2%\n一般,12%\n")
        self.assertEqual(document["figures"][0]["data"], {"metrics": ["m1", "m2"]})

    def test_a_unit_in_the_head_is_said_once(self):
        figure = self.from_table("地区,产值（亿元）\n甲,3\n乙,5\n总计,8\n")["figures"][0]
        self.assertEqual((figure["title"], figure["unitNote"]), ("产值", "单位：亿元"))
        self.assertIn("总计", json.dumps(figure["transform"], ensure_ascii=False))

    def test_columns_over_years_that_are_alike_are_lines(self):
        figures = self.from_table("年份,线上,窗口\n2020,320,700\n2021,410,650\n")["figures"]
        self.assertEqual((len(figures), figures[0]["mark"]), (1, "line"))
        for head in ("年份,人数,场次\n2020,3000,7\n2021,4100,6\n", "年份,甲（个）,乙（人）\n2020,3,4\n2021,4,5\n"):
            self.assertEqual(len(self.from_table(head)["figures"]), 2)

    def test_tables_of_office_programs(self):
        self.from_table("片区,人数\r\n东部,\"1,200\"\r\n西部,300\r\n".encode("gb18030"))
        self.from_table('[{"名": "“引号”\\"", "数": 3}]', "t.json")

    def test_tables_without_names_or_numbers(self):
        for table in ("a,b\nx,y\n", "a,b\n1.5,2\n2.5,3\n", "a\n"):
            self.write("t.csv", table)
            _, messages = self.run_program("new", "doc.json", "--from", "t.csv", status=1)
            self.assertIn("error[table-columns]", messages)
            self.assertFalse(os.path.exists(self.path("doc.json")))
        self.run_program("new", "doc.json", "--from", "absent.csv", status=3)


class Colors(Start):
    def test_prints_the_assignment(self):
        self.write("d.json", SERIES % "")
        colours = json.loads(self.run_program("colors", "d.json")[0])
        self.assertEqual(list(colours), ["线上", "线下"])  # 其他 is the style's grey
        self.assertEqual(colours["线上"], "#c2385b")

    def test_freeze_changes_nothing_else(self):
        for own in ("", '\n  "colors": {},', '\n  "colors": {"线下": "#123456"},',
                    '\n  "colors": {\n    "线下": "#123456"\n  },'):
            for mark in (b"", b"\xef\xbb\xbf"):
                for end in ("\n", "\r\n"):
                    before = mark + (SERIES % own).replace("\n", end).encode()
                    self.write("d.json", before)
                    self.run_program("render", "d.json", "-o", "a")
                    colours = json.loads(self.run_program("colors", "d.json")[0])
                    self.run_program("colors", "d.json", "--freeze")
                    after = self.read("d.json")
                    self.assertTrue(after.startswith(mark))
                    self.assertEqual(json.loads(after.decode("utf-8-sig"))["colors"], colours)
                    kept = iter(after)
                    self.assertTrue(all(byte in kept for byte in before))  # in their order
                    self.run_program("render", "d.json", "-o", "b")
                    self.assertEqual(self.read("a/f.svg"), self.read("b/f.svg"))
                    self.run_program("colors", "d.json", "--freeze")
                    self.assertEqual(self.read("d.json"), after)

    def test_a_document_with_faults_is_left_alone(self):
        text = (SERIES % "").replace('"type": "quantitative"', '"typ": "quantitative"')
        self.write("d.json", text)
        self.run_program("colors", "d.json", "--freeze", status=1)
        self.assertEqual(self.read("d.json").decode(), text)
        self.assertIn("one document", self.run_program("colors", "d.json", "d.json", status=2)[1])
        self.run_program("colors", status=2)


unittest.main(argv=sys.argv[:1] + sys.argv[3:])

#!/usr/bin/env python3
"""Compares tushuo with the floor (floor.c) on the same words and bars, in turn, in one run.

  bench.py FLOOR TUSHUO [--rounds 9] [--figures 200] [--json FILE]

Prints CPU time (user and system) and peak memory of one SVG in a process of its own, the ratios, and what each further
SVG and PNG of 1600 × 900 px costs in one process. Medians; the two programs take turns, so that a busy machine
troubles both alike. Peak memory is the kernel's ru_maxrss, which is never below this interpreter's own 10 MB.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

BARS = [("主题教育活动", "300余场次"), ("参观考察活动", "210场次"), ("理论宣讲报告会", "168场次"),
        ("专题研讨座谈会", "140余场次"), ("民族团结进步宣传", "96场次"), ("港澳台侨交流活动", "60余场次"),
        ("新阶层人士联谊会", "45场次"), ("同心品牌服务活动", "28场次")]


def document(figures):
    metrics = [{"id": f"m{i}", "label": label, "printed": printed, "measure": "活动场次"}
               for i, (label, printed) in enumerate(BARS)]
    ids = [metric["id"] for metric in metrics]
    return {"title": "基准", "style": "rong", "metrics": metrics, "figures": [
        {"id": f"figure-{k}", "title": f"第{k + 1}图：主题教育活动{{m0}}，所列八类中场次最多", "subtitle": "2022年",
         "unitNote": "单位：场次", "mark": "bar", "data": {"metrics": ids}, "size": {"width": 1600, "height": 900},
         "notes": ["各类活动可能交叉，不相加。"]} for k in range(figures)]}


def run(command):
    """Milliseconds of CPU, MiB at the peak, milliseconds of wall clock."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        sys.exit(f"{' '.join(command)}: status {process.returncode}\n{errors.decode('utf-8', 'replace')[-2000:]}")
    return (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024, (time.monotonic() - start) * 1e3


class Bench:
    def __init__(self, floor, tushuo, figures, folder):
        self.figures, self.folder = figures, folder
        for name, count in (("one", 1), ("many", figures)):
            with open(f"{folder}/{name}.json", "w", encoding="utf-8") as file:
                json.dump(document(count), file, ensure_ascii=False)
        self.commands = {}
        for name, count in (("one", 1), ("many", figures)):
            out = f"{folder}/{name}"
            os.makedirs(out)
            self.commands["floor", "svg", name] = [floor, out, str(count)]
            for form in ("svg", "png"):
                self.commands["tushuo", form, name] = [
                    tushuo, "render", f"{folder}/{name}.json", "-f", form, "-o", out, "-j", "1"]
        self.samples = {key: [] for key in self.commands}

    def round(self):
        for key, command in self.commands.items():
            self.samples[key].append(run(command))

    def median(self, key, part):
        return statistics.median(sample[part] for sample in self.samples[key])

    def marginal(self, who, form):
        """From the same rounds, so that a slow minute does not enter on one side only."""
        pairs = zip(self.samples[who, form, "many"], self.samples[who, form, "one"])
        return statistics.median((many[0] - one[0]) / (self.figures - 1) for many, one in pairs)

    def size(self, form):
        return os.path.getsize(f"{self.folder}/one/figure-0.{form}") / 1000

    def results(self):
        cold = {who: [self.median((who, "svg", "one"), part) for part in (0, 1, 2)] for who in ("floor", "tushuo")}
        return {
            "floor_cpu_ms": cold["floor"][0], "tushuo_cpu_ms": cold["tushuo"][0],
            "cpu_ratio": cold["tushuo"][0] / cold["floor"][0],
            "floor_peak_mib": cold["floor"][1], "tushuo_peak_mib": cold["tushuo"][1],
            "memory_ratio": cold["tushuo"][1] / cold["floor"][1],
            "floor_wall_ms": cold["floor"][2], "tushuo_wall_ms": cold["tushuo"][2],
            "floor_further_svg_ms": self.marginal("floor", "svg"),
            "tushuo_further_svg_ms": self.marginal("tushuo", "svg"),
            "tushuo_further_png_ms": self.marginal("tushuo", "png"),
            "tushuo_batch_peak_mib": self.median(("tushuo", "png", "many"), 1),
            "svg_kb": self.size("svg"), "png_kb": self.size("png"),
        }


def main():
    parser = argparse.ArgumentParser(description="tushuo against bare Pango and Cairo")
    parser.add_argument("floor")
    parser.add_argument("tushuo")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--figures", type=int, default=200)
    parser.add_argument("--json", help="also write the results there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.floor, options.tushuo, options.figures, folder)
        bench.round()  # warms the disk's cache
        for samples in bench.samples.values():
            samples.clear()
        for _ in range(options.rounds):
            bench.round()
        results = bench.results()
    limits = {"cpu_ratio": 1.3, "memory_ratio": 1.3, "tushuo_further_svg_ms": 1, "tushuo_further_png_ms": 9, "png_kb": 90}
    for name, value in results.items():
        print(f"{name:24} {value:10.2f}" + (f"   (target: at most {limits[name]})" if name in limits else ""))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)


if __name__ == "__main__":
    main()

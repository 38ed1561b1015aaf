# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""The sample's program: what it computes, what it writes, and what it says of bad files."""

import csv
import datetime
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

SAMPLE = pathlib.Path(__file__).resolve().parents[3] / "resources" / "sample"
PROGRAM = SAMPLE / "forecast" / "forecast.py"
sys.path.insert(0, str(PROGRAM.parent))

import plot  # noqa: E402
import seir  # noqa: E402
from simplex import minimize  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"


def run(*arguments, cwd=None):
    return subprocess.run([sys.executable, str(PROGRAM), *arguments], cwd=cwd, check=False,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)


def series_text(counts, first=datetime.date(2025, 3, 1)):
    lines = [f"{first + datetime.timedelta(days=day)},{count}" for day, count in enumerate(counts)]
    return "\n".join(["date,cases"] + lines) + "\n"


class Folder(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)


class Search(unittest.TestCase):
    def test_finds_the_bottom_of_a_curved_valley(self):
        value, point = minimize(lambda p: (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2,
                                [-1.2, 1.0], spread=0.5, limit=500, tolerance=1e-12)
        self.assertLess(value, 1e-8)
        self.assertAlmostEqual(point[0], 1.0, places=3)
        self.assertAlmostEqual(point[1], 1.0, places=3)

    def test_stops_at_its_limit(self):
        calls = []

        def slope(point):
            calls.append(point)
            return point[0]

        minimize(slope, [0.0], spread=1.0, limit=5)
        self.assertLessEqual(len(calls), 2 + 5 * 3)


class Fit(unittest.TestCase):
    truth = seir.Epidemic(reproduction=2.0, population=20000.0, seed=5.0)

    def test_recovers_a_known_epidemic(self):
        found = seir.fit([round(mean) for mean in seir.simulate(self.truth, 110)])
        self.assertAlmostEqual(found.epidemic.reproduction, 2.0, delta=0.04)
        self.assertAlmostEqual(found.epidemic.population / 20000.0, 1.0, delta=0.03)
        self.assertEqual(found.dispersion, 1.0)

    def test_recovers_the_weekly_rhythm(self):
        rhythm = [1.3, 1.15, 1.05, 1.0, 1.0, 0.8, 0.7]
        means = seir.simulate(self.truth, 112)
        found = seir.fit([round(mean * rhythm[day % 7]) for day, mean in enumerate(means)])
        for expected, factor in zip(rhythm, found.weekdays):
            self.assertAlmostEqual(factor, expected, delta=0.06)

    def test_foresees_the_rest_of_a_wave(self):
        means = seir.simulate(self.truth, 100)
        known = [round(mean) for mean in means[:72]]
        band = seir.forecast(known, seir.fit(known), 28)
        self.assertEqual([len(column) for column in band], [100, 100, 100])
        self.assertAlmostEqual(sum(band.fitted[72:]) / sum(means[72:]), 1.0, delta=0.1)
        inside = sum(low <= mean <= high for mean, low, high in zip(means, band.low, band.high))
        self.assertGreaterEqual(inside, 90)

    def test_bounds_hold_nine_days_of_ten(self):
        chance = random.Random(7)
        counts = [round((math.sqrt(mean) + 0.5 * chance.gauss(0, 1)) ** 2)
                  for mean in seir.simulate(self.truth, 91)]
        band = seir.forecast(counts, seir.fit(counts), 7)
        inside = sum(low <= count <= high for count, low, high in zip(counts, band.low, band.high))
        self.assertTrue(0.82 <= inside / 91 <= 0.98, inside)

    def test_bounds_widen_with_the_days_ahead(self):
        counts = [round(mean) for mean in seir.simulate(self.truth, 40)]
        band = seir.forecast(counts, seir.fit(counts), 28)
        widths = [math.sqrt(high) - math.sqrt(low) for low, high in zip(band.low, band.high)]
        self.assertGreater(widths[-1], 2 * widths[39])

    def test_simulation_grows_as_theory_says(self):
        # R = (1 + r * latent) * (1 + r * infectious); half-day steps make r a few per cent smaller.
        daily = seir.simulate(seir.Epidemic(2.0, 1e9, 1.0), 60)
        self.assertAlmostEqual(math.log(daily[50] / daily[40]) / 10, 0.1045, delta=0.005)

    def test_simulation_ends_as_theory_says(self):
        # The share z that is ever infected: z = 1 - exp(-R * z), so 79.7 % at R = 2.
        daily = seir.simulate(seir.Epidemic(2.0, 1e5, 1.0), 600)
        self.assertAlmostEqual(sum(daily) / 1e5, 0.797, delta=0.01)

    def test_simulation_loses_nobody(self):
        total = sum(seir.simulate(seir.Epidemic(12.0, 1000.0, 500.0), 400))
        self.assertLessEqual(total, 1000.0)
        self.assertGreater(total, 400.0)


class Results(Folder):
    def test_six_regions_of_the_sample(self):
        for region in ("Alderbrook", "Brännholm", "Côte-Dorée", "Holloway St. Anne", "North Merrow",
                       "Zinnia Valley"):
            with self.subTest(region):
                result = run(str(SAMPLE / "inputs" / f"{region}.csv"), "--output", str(self.folder))
                self.assertEqual(result.stderr, "")
                self.assertEqual(result.returncode, 0)
                self.assertIn(region, result.stdout)
                self.check_picture(region, self.check_table(region))

    def check_table(self, region):
        with open(SAMPLE / "inputs" / f"{region}.csv", encoding="utf-8", newline="") as file:
            counted = list(csv.DictReader(file))
        with open(self.folder / f"{region}-forecast.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(list(rows[0]), ["date", "cases", "fitted", "low", "high"])
        self.assertEqual(len(rows), len(counted) + 28)
        self.assertEqual([row["cases"] for row in rows],
                         [row["cases"] for row in counted] + [""] * 28)
        first = datetime.date.fromisoformat(counted[0]["date"])
        for day, row in enumerate(rows):
            self.assertEqual(row["date"], str(first + datetime.timedelta(days=day)))
            self.assertLessEqual(0.0, float(row["low"]))
            self.assertLessEqual(float(row["low"]), float(row["fitted"]))
            self.assertLessEqual(float(row["fitted"]), float(row["high"]))
        total = sum(int(row["cases"]) for row in counted)
        fitted = sum(float(row["fitted"]) for row in rows[:len(counted)])
        self.assertAlmostEqual(fitted / total, 1.0, delta=0.1)
        return sum(row["cases"] != "0" for row in counted)

    def check_picture(self, region, days_with_cases):
        root = xml.etree.ElementTree.parse(self.folder / f"{region}-forecast.svg").getroot()
        self.assertEqual(root.tag, SVG + "svg")
        texts = [node.text for node in root.iter(SVG + "text")]
        for label in (region, "0", "1 Sep 2025", "counted", "fitted", "forecast"):
            self.assertIn(label, texts)
        width, height = float(root.get("width")), float(root.get("height"))
        # The mark in the legend stands above its own base line; the bars stand in the picture.
        bars = [bar for bar in root.iter(SVG + "rect")
                if bar.get("fill") == plot.COUNTED and not bar.get("y").startswith("-")]
        self.assertEqual(len(bars), days_with_cases)
        for bar in bars:
            self.assertTrue(0 <= float(bar.get("x")) <= width and 0 <= float(bar.get("y")) <= height)
        for path in root.iter(SVG + "path"):
            self.assertNotRegex(path.get("d"), "nan|inf")

    def test_same_file_gives_same_results(self):
        source = str(SAMPLE / "inputs" / "Ashvale.csv")
        for name in ("one", "two"):
            self.assertEqual(run(source, "--output", str(self.folder / name)).returncode, 0)
        for kind in ("csv", "svg"):
            self.assertEqual((self.folder / "one" / f"Ashvale-forecast.{kind}").read_bytes(),
                             (self.folder / "two" / f"Ashvale-forecast.{kind}").read_bytes())

    def test_days_ahead_can_be_chosen(self):
        source = self.write("a.csv", series_text([3, 5] * 10))
        self.assertEqual(run(source, "--output", str(self.folder), "--days", "3").returncode, 0)
        self.assertEqual(len((self.folder / "a-forecast.csv").read_text().splitlines()), 1 + 20 + 3)
        for wrong in ("0", "366", "many"):
            result = run(source, "--output", str(self.folder), "--days", wrong)
            self.assertEqual(result.returncode, 2)
            self.assertIn("1 to 365", result.stderr)

    def test_takes_what_spreadsheets_write(self):
        text = "\ufeff" + series_text(range(20)).replace("\n", "\r\n").replace("date,cases", "Date, Cases") + "\r\n"
        result = run(self.write("sheet.csv", text), "--output", str(self.folder))
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    @unittest.skipIf(os.name == "nt", "Windows has no such names")
    def test_names_of_any_characters(self):
        text = series_text([1, 4, 9, 16, 25, 36, 49] * 3)
        for name in ("two words", "it's \"quoted\" & <tagged>", "$(touch made)", "line\nbreak", "-dash", "ümlaut"):
            with self.subTest(name):
                self.write(f"{name}.csv", text)
                result = run("--output", "out", "--", f"{name}.csv", cwd=self.folder)
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                self.assertTrue((self.folder / "out" / f"{name}-forecast.csv").is_file())
                xml.etree.ElementTree.parse(self.folder / "out" / f"{name}-forecast.svg")
        self.assertFalse((self.folder / "made").exists())

    @unittest.skipUnless(sys.platform == "linux", "elsewhere names are always Unicode")
    def test_a_name_that_is_no_utf8(self):
        source = os.path.join(os.fsencode(self.folder), b"caf\xe9.csv")
        with open(source, "w", encoding="utf-8") as file:
            file.write(series_text([2, 3] * 10))
        result = run(os.fsdecode(source), "--output", str(self.folder))
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        xml.etree.ElementTree.parse(os.path.join(os.fsencode(self.folder), b"caf\xe9-forecast.svg"))


class BadInput(Folder):
    days = [1, 2, 3, 5, 8] * 4

    def check(self, text, *expected):
        path = self.write("bad.csv", text)
        result = run(path, "--output", str(self.folder / "out"))
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stdout, "")
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        for part in ("bad.csv",) + expected:
            self.assertIn(part, result.stderr)
        self.assertFalse((self.folder / "out").exists())

    def changed(self, line, text):
        lines = series_text(self.days).split("\n")
        lines[line - 1] = text
        return "\n".join(lines)

    def test_empty(self):
        self.check("", "is empty", "date,cases")

    def test_header_only(self):
        self.check("date,cases\n", "no days below it")

    def test_other_header(self):
        self.check("day,cases\n2025-01-01,3\n", "line 1", '"date"')

    def test_no_number(self):
        self.check(self.changed(9, "2025-03-08,many"), "line 9", '"many"', "whole number")

    def test_fraction(self):
        self.check(self.changed(4, "2025-03-03,2.5"), "line 4", '"2.5"', "whole number")

    def test_negative(self):
        self.check(self.changed(5, "2025-03-04,-7"), "line 5", "-7", "negative")

    def test_absurd_number(self):
        self.check(self.changed(5, "2025-03-04," + "9" * 5000), "line 5", "cannot be right")

    def test_no_date(self):
        self.check(self.changed(6, "5/3/2025,4"), "line 6", '"5/3/2025"', "not a date")

    def test_day_that_does_not_exist(self):
        self.check(self.changed(2, "2025-02-30,4"), "line 2", "not a date")

    def test_missing_day(self):
        self.check(self.changed(7, "2025-03-07,4"), "line 7", "2025-03-06 should come here")

    def test_missing_column(self):
        self.check(self.changed(3, "2025-03-02"), "line 3", "1 of the 2 columns")

    def test_too_short(self):
        self.check(series_text([1] * 13), "13 days", "14")

    def test_no_cases_at_all(self):
        self.check(series_text([0] * 30), "nothing to forecast")

    def test_broken_quotes(self):
        self.check(self.changed(3, '2025-03-02,"4'), "not well-formed CSV")

    def test_not_utf8(self):
        self.check(b"date,cases\n2025-01-01,3 \xe9\n", "UTF-8")

    def test_missing_file(self):
        result = run(str(self.folder / "nowhere.csv"), "--output", str(self.folder))
        self.assertEqual(result.returncode, 2)
        self.assertIn("nowhere.csv: cannot be read", result.stderr)

    def test_no_arguments(self):
        self.assertEqual(run().returncode, 2)

    def test_output_that_is_a_file(self):
        source = self.write("good.csv", series_text(self.days))
        result = run(source, "--output", self.write("taken", ""))
        self.assertEqual(result.returncode, 1)
        self.assertIn("cannot be written", result.stderr)

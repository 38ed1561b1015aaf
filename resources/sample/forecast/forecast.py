#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Forecasts the daily cases of one region.

Reads a CSV file with the columns date and cases, fits an SEIR epidemic to it, and writes
NAME-forecast.csv (date, cases, fitted, low, high) and NAME-forecast.svg into the output folder.

Exit codes: 0 done, 1 the results could not be written, 2 the input or the command line is wrong.
"""

import argparse
import csv
import datetime
import pathlib
import sys

import cases
import plot
import seir


def main():
    # A file name that this terminal cannot show must not keep its file from being worked on.
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.stderr.reconfigure(errors="backslashreplace")
    options = parse_arguments()
    try:
        series = cases.read_cases(options.input)
    except cases.BadInput as error:
        print(f"forecast: {error}", file=sys.stderr)
        return 2

    fitted = seir.fit(series.cases)
    band = seir.forecast(series.cases, fitted, options.days)
    stem = pathlib.Path(options.input).stem
    try:
        folder = pathlib.Path(options.output)
        folder.mkdir(parents=True, exist_ok=True)
        write_table(folder / f"{stem}-forecast.csv", series, band)
        plot.write_plot(folder / f"{stem}-forecast.svg", stem, series, band)
    except OSError as error:
        print(f"forecast: {error.filename}: cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    print_summary(stem, series, fitted, band)
    return 0


def parse_arguments():
    parser = argparse.ArgumentParser(description="Forecast the daily cases of one region.")
    parser.add_argument("input", metavar="INPUT.csv", help="daily counts, with the columns date and cases")
    parser.add_argument("--output", metavar="DIR", required=True, help="folder for the results; made if missing")
    parser.add_argument("--days", type=days_ahead, default=28, help="days to look ahead, 1 to 365 (default: 28)")
    return parser.parse_args()


def days_ahead(text):
    try:
        days = int(text)
    except ValueError:
        days = 0
    if not 1 <= days <= 365:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 1 to 365")
    return days


def write_table(path, series, band):
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["date", "cases", "fitted", "low", "high"])
        for day, expected in enumerate(band.fitted):
            date = series.first_day + datetime.timedelta(days=day)
            counted = series.cases[day] if day < len(series.cases) else ""
            table.writerow([date.isoformat(), counted, f"{expected:.1f}",
                            f"{band.low[day]:.1f}", f"{band.high[day]:.1f}"])


def print_summary(name, series, fitted, band):
    known = len(series.cases)
    ahead = sum(band.fitted[known:])
    # Without the weekly rhythm, which would put every peak on a Tuesday.
    curve = seir.simulate(fitted.epidemic, len(band.fitted))
    peak = series.first_day + datetime.timedelta(days=curve.index(max(curve)))
    print(f"{name}: {known} days from {series.first_day}, {sum(series.cases)} cases")
    print(f"  reproduction number at the start  {fitted.epidemic.reproduction:.2f}")
    print(f"  peak of the curve                 {peak}")
    print(f"  expected in the next {len(band.fitted) - known} days      {ahead:.0f} cases")


if __name__ == "__main__":
    sys.exit(main())

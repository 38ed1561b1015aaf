# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Reads the daily case counts of one region, and says precisely what is wrong with a file."""

import csv
import datetime
import re
from collections import namedtuple

#: A region's counts: the first day, and the number of new cases on it and on each day after it.
Series = namedtuple("Series", ["first_day", "cases"])

#: Two weeks is the least from which a weekly rhythm and a curve can be told apart.
SHORTEST_SERIES = 14
#: Larger than any region; a number beyond it is a slip of the keyboard.
LARGEST_COUNT = 1_000_000_000


class BadInput(Exception):
    """The file cannot be used; the text is for the person who made it."""


def read_cases(path):
    """Returns the Series in the CSV file at path, or raises BadInput."""
    try:
        # utf-8-sig, because spreadsheets put a byte order mark before the header.
        with open(path, encoding="utf-8-sig", newline="") as file:
            return _parse(path, csv.reader(file, strict=True))
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: is not text in UTF-8. Save it again as CSV (UTF-8).") from error


def _parse(path, reader):
    try:
        return _series(path, reader)
    except csv.Error as error:
        raise BadInput(f"{path}, line {reader.line_num}: is not well-formed CSV: {error}.") from error


def _series(path, reader):
    header = next(reader, None)
    if header is None:
        raise BadInput(f"{path}: is empty. Its first line should be: date,cases")
    date_column, cases_column = _columns(path, header)

    first_day = None
    cases = []
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        place = f"{path}, line {reader.line_num}"
        if len(row) <= max(date_column, cases_column):
            raise BadInput(f"{place}: has {len(row)} of the {len(header)} columns of the header.")
        day = _day(place, row[date_column])
        if first_day is None:
            first_day = day
        expected = first_day + datetime.timedelta(days=len(cases))
        if day != expected:
            raise BadInput(f"{place}: is {day}, but {expected} should come here; "
                           "every day must be there once, in order.")
        cases.append(_count(place, row[cases_column]))

    if not cases:
        raise BadInput(f"{path}: has a header but no days below it.")
    if len(cases) < SHORTEST_SERIES:
        raise BadInput(f"{path}: has {len(cases)} days; a forecast needs {SHORTEST_SERIES} or more.")
    if not any(cases):
        raise BadInput(f"{path}: has no cases on any day, so there is nothing to forecast.")
    return Series(first_day, cases)


def _columns(path, header):
    names = [name.strip().lower() for name in header]
    for wanted in ("date", "cases"):
        if wanted not in names:
            raise BadInput(f'{path}, line 1: has no column "{wanted}". '
                           "The first line should be: date,cases")
    return names.index("date"), names.index("cases")


def _day(place, text):
    try:
        # strptime would also take 2026-1-5, which sorts wrongly elsewhere; ask for the full form.
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
            raise ValueError
        return datetime.datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError:
        raise BadInput(f'{place}: "{text}" is not a date such as 2026-01-31.') from None


def _count(place, text):
    digits = text.strip()
    if re.fullmatch(r"-[0-9]+", digits):
        raise BadInput(f"{place}: {digits} cases: a count cannot be negative.")
    if not re.fullmatch(r"[0-9]+", digits):
        raise BadInput(f'{place}: "{text}" is not a whole number of cases.')
    if len(digits.lstrip("0")) > 10 or int(digits) > LARGEST_COUNT:
        raise BadInput(f"{place}: {digits[:20]} cases on one day cannot be right.")
    return int(digits)

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Makes the sample's input files: daily case counts of sixty regions that do not exist.

The same files come out byte for byte on every machine and in every version of Python. That is why
only random() is used, which promises its sequence, and only + - * / and comparisons, which round the
same way everywhere; exp(), sum() and gauss() do not.
"""

import argparse
import datetime
import pathlib
import random

REGIONS = """
Alderbrook; Amberfell; Ashvale; Barrowmere; Birkhollow; Blackthorn Bay; Brackenford; Brindle Cross;
Brännholm; Calderwick; Cinderby; Coldwater; Cormorant Point; Côte-Dorée; Crowmarsh; Dunmorrow; Eastfen;
Eldermoor; Elmstead Quay; Fairhaven Isles; Fenwick Hollow; Fernhill; Foxglove; Glasswater; Greyfriars Down;
Hallowmere; Harrowgate Fell; Hazelmount; Highmoor; Holloway St. Anne; Ironbridge Vale; Juniper Flats;
Kestrel Ridge; Kingsmarsh; Lakemoor; Larkspur; Lindisholm; Lower Tarn; Marlowe Sands; Millrace; Mistral Coast;
Moorgate; Nettlecombe; Nørrevang; North Merrow; Oakhanger; Otterbourne Lea; Pebblesea; Quillhaven; Ravenscar End;
Rookwood; Saltmarsh; Silverdale Heath; South Merrow; Stonecross; Thistledown; Upper Tarn; Wexmoor; Willowmere;
Zinnia Valley
"""

FIRST_DAY = datetime.date(2025, 9, 1)
STEPS_PER_DAY = 4


def main():
    parser = argparse.ArgumentParser(description="Make the sample's sixty input files.")
    parser.add_argument("folder", nargs="?", default=pathlib.Path(__file__).parent / "inputs",
                        type=pathlib.Path, help="where to write (default: inputs beside this program)")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for number, region in enumerate(REGIONS.replace("\n", " ").split(";")):
        write_region(folder / f"{region.strip()}.csv", random.Random(2600 + number))


def write_region(path, chance):
    cases = region_cases(chance)
    lines = ["date,cases"]
    for day, count in enumerate(cases):
        lines.append(f"{FIRST_DAY + datetime.timedelta(days=day)},{count}")
    path.write_bytes(("\n".join(lines) + "\n").encode())


def region_cases(chance):
    """Returns what a region's health office would have published, day by day."""
    days = 49 + int(chance.random() * 57)
    noise = 0.5 + 1.5 * chance.random()
    expected = epidemic(chance, days)
    rhythm = weekly_rhythm(chance)
    cases = []
    held_back = 0
    for day, mean in enumerate(expected):
        mean *= rhythm[day % 7]
        count = max(int(mean + noise * root(mean) * scatter(chance) + 0.5), 0)
        # Now and then an office publishes half of a day's cases with the next day's.
        late = count // 2 if chance.random() < 0.03 else 0
        cases.append(count + held_back - late)
        held_back = late
    return cases


def epidemic(chance, days):
    """An SEIR wave, seen somewhere between its start and its end; in every third region people meet
    less from some day on."""
    population = 4000.0 + 150000.0 * chance.random() * chance.random()
    reproduction = 1.25 + 1.0 * chance.random()
    infectious = population * (0.0001 + 0.001 * chance.random())
    exposed = infectious
    susceptible = population - exposed - infectious
    caution_day = int(days * (0.3 + 0.4 * chance.random()))
    caution = 0.55 + 0.3 * chance.random() if chance.random() < 0.33 else 1.0
    reported = 0.15 + 0.5 * chance.random()
    daily = []
    for day in range(days):
        contact = reproduction / 5.0 * (caution if day >= caution_day else 1.0)
        onsets_today = 0.0
        for _ in range(STEPS_PER_DAY):
            infections = contact * susceptible * infectious / population / STEPS_PER_DAY
            onsets = exposed / 3.0 / STEPS_PER_DAY
            susceptible -= infections
            exposed += infections - onsets
            infectious += onsets - infectious / 5.0 / STEPS_PER_DAY
            onsets_today += onsets
        daily.append(onsets_today * reported)
    return daily


def weekly_rhythm(chance):
    # The first of September 2025 is a Monday: Saturday and Sunday are the last two.
    weekend = 0.5 + 0.4 * chance.random()
    return [1.0 + (1.0 - weekend) * 0.8, 1.0 + (1.0 - weekend) * 0.4, 1.0, 1.0, 1.0,
            weekend, weekend * 0.8 + 0.1]


def scatter(chance):
    """A number around 0 with a spread of 1: near enough to a normal distribution, by adding alone."""
    total = 0.0
    for _ in range(12):
        total += chance.random()
    return total - 6.0


def root(number):
    """The square root by Newton's rule; a fixed number of rounds, all of them exact arithmetic."""
    guess = number / 2.0 + 0.5
    for _ in range(40):
        guess = (guess + number / guess) / 2.0
    return guess


if __name__ == "__main__":
    main()

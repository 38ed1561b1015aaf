# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""An SEIR epidemic, fitted to daily counts by a deterministic search."""

import math
import random
from collections import namedtuple

from simplex import minimize

#: Days from infection to being infectious, and days of being infectious. Fixed: daily counts alone
#: cannot tell them apart from the rate of transmission.
LATENT_DAYS = 3.0
INFECTIOUS_DAYS = 5.0
STEPS_PER_DAY = 2

#: reproduction: people infected by one case at the start; population: people who could become a
#: reported case; seed: infectious people on the first day.
Epidemic = namedtuple("Epidemic", ["reproduction", "population", "seed"])

#: dispersion: how much more the counts scatter than chance alone would make them (1: no more).
Fit = namedtuple("Fit", ["epidemic", "weekdays", "dispersion", "evaluations"])

#: Per day: the expected count, and the bounds that should hold nine days of ten.
Band = namedtuple("Band", ["fitted", "low", "high"])

#: Resampled and refitted series behind the bounds. More of them make smoother bounds and longer runs.
RESAMPLES = 80
#: Keeps one unexpected case from being infinitely unlikely.
SMALLEST_MEAN = 1e-6
#: 5 % of a normal distribution lie beyond this many standard deviations on either side.
NINETY_PERCENT = 1.645


def simulate(epidemic, days):
    """Returns the expected number of new cases on each of the days."""
    infect = epidemic.reproduction / INFECTIOUS_DAYS / STEPS_PER_DAY
    fall_ill = 1.0 / LATENT_DAYS / STEPS_PER_DAY
    recover = 1.0 / INFECTIOUS_DAYS / STEPS_PER_DAY
    exposed = epidemic.seed * LATENT_DAYS / INFECTIOUS_DAYS
    infectious = epidemic.seed
    susceptible = max(epidemic.population - exposed - infectious, 0.0)
    infect /= epidemic.population

    daily = []
    for _ in range(days):
        new_cases = 0.0
        for _ in range(STEPS_PER_DAY):
            infections = min(infect * susceptible * infectious, susceptible)
            onsets = fall_ill * exposed
            susceptible -= infections
            exposed += infections - onsets
            infectious += onsets - recover * infectious
            new_cases += onsets
        daily.append(new_cases)
    return daily


def fit(cases):
    """Finds the epidemic that explains the counts best, and the weekly rhythm of their reporting."""
    weekdays = weekday_factors(cases)
    search = _Search(cases, weekdays)
    starts = sorted(search.starts(), key=lambda start: start[0])
    best = min((search.refine(point, spread=0.4, limit=250) for _, point in starts[:3]),
               key=lambda result: result[0])
    # A second simplex around the best point leaves a corner in which the first had collapsed.
    error, point = search.refine(best[1], spread=0.1, limit=250)
    epidemic = search.epidemic(point)
    dispersion = max(error / max(len(cases) - 3, 1), 1.0)
    return Fit(epidemic, weekdays, dispersion, search.evaluations)


def forecast(cases, fitted, days):
    """Returns the Band over the days of the counts and the given number of days after them.

    The bounds come from a parametric bootstrap: the fitted curve is scattered as the counts are,
    fitted again, and the spread of the new curves is added to the scatter itself.
    """
    length = len(cases) + days
    centre = _expected(fitted.epidemic, fitted.weekdays, length)
    # The root of a count scatters alike at any count: for pure chance (Poisson) by one half.
    scatter = math.sqrt(fitted.dispersion) / 2.0
    chance = random.Random(1)  # The same file gives the same forecast.

    squares = [0.0] * length
    for _ in range(RESAMPLES):
        # Squaring lifts the mean by the variance of the root; take it off first.
        resampled = [max(math.sqrt(max(mean - scatter ** 2, 0.0)) + scatter * _normal(chance), 0.0) ** 2
                     for mean in centre[:len(cases)]]
        search = _Search(resampled, fitted.weekdays)
        _, point = search.refine(search.point(fitted.epidemic), spread=0.1, limit=40)
        again = _expected(search.epidemic(point), fitted.weekdays, length)
        for day in range(length):
            squares[day] += (math.sqrt(again[day]) - math.sqrt(centre[day])) ** 2

    low, high = [], []
    for mean, square in zip(centre, squares):
        reach = NINETY_PERCENT * math.sqrt(square / RESAMPLES + scatter ** 2)
        low.append(max(math.sqrt(mean) - reach, 0.0) ** 2)
        high.append((math.sqrt(mean) + reach) ** 2)
    return Band(centre, low, high)


def weekday_factors(cases):
    """Returns seven factors, the first for the first day: what share of an even week is reported then."""
    reported, even = [0.0] * 7, [0.0] * 7
    for day in range(3, len(cases) - 3):
        reported[day % 7] += cases[day]
        even[day % 7] += sum(cases[day - 3:day + 4]) / 7.0
    # The one case added to each keeps a rare disease from looking like a rhythm.
    factors = [(r + 1.0) / (e + 1.0) for r, e in zip(reported, even)]
    mean = sum(factors) / 7.0
    return [factor / mean for factor in factors]


def _expected(epidemic, weekdays, days):
    return [mean * weekdays[day % 7] for day, mean in enumerate(simulate(epidemic, days))]


def _normal(chance):
    # By hand, because only random() itself promises the same numbers in every version of Python.
    return math.sqrt(-2.0 * math.log(1.0 - chance.random())) * math.cos(2.0 * math.pi * chance.random())


class _Search:
    """The distance between an epidemic and the counts, over the logarithms of its parameters."""

    def __init__(self, cases, weekdays):
        self.evaluations = 0
        self._cases = cases
        self._weekdays = [weekdays[day % 7] for day in range(len(cases))]
        # What the distance would be to a curve that went through every count.
        self._saturated = sum(count * math.log(count) - count for count in cases if count > 0)
        total = float(sum(cases)) or 1.0
        self._total = total
        # A reproduction number that shrinks a wave from its first day, up to one seen in no epidemic;
        # and a population that has just been used up, up to one that hardly noticed.
        self._bounds = [(math.log(0.3), math.log(12.0)),
                        (math.log(total), math.log(total * 40.0)),
                        (math.log(0.01), math.log(total))]

    def epidemic(self, point):
        return Epidemic(*(math.exp(self._clamp(axis, value)) for axis, value in enumerate(point)))

    def point(self, epidemic):
        return [math.log(value) for value in epidemic]

    def starts(self):
        """Yields a coarse grid of (distance, point)."""
        for reproduction in (0.8, 1.3, 1.8, 2.5, 3.5):
            for share in (1.15, 2.0, 6.0):
                for seed in (0.3, 3.0, 30.0, 300.0):
                    point = [math.log(reproduction), math.log(self._total * share), math.log(seed)]
                    yield self.distance(point), point

    def refine(self, point, spread, limit):
        return minimize(self.distance, point, spread, limit)

    def distance(self, point):
        """Returns the Poisson deviance: counts are missed in the mean neither high nor low, and a miss
        of ten cases weighs more where ten are many."""
        self.evaluations += 1
        outside = sum((value - self._clamp(axis, value)) ** 2 for axis, value in enumerate(point))
        likelihood = 0.0
        means = simulate(self.epidemic(point), len(self._cases))
        for mean, count, weekday in zip(means, self._cases, self._weekdays):
            mean = max(mean * weekday, SMALLEST_MEAN)
            likelihood += count * math.log(mean) - mean
        return 2.0 * (self._saturated - likelihood) + 1000.0 * outside

    def _clamp(self, axis, value):
        low, high = self._bounds[axis]
        return min(max(value, low), high)

# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""The Nelder-Mead search: finds a low point of a function of a few numbers without its slope."""


def minimize(function, start, spread, limit, tolerance=1e-7):
    """Returns (value, point) of the lowest point found around start.

    The first simplex reaches spread away from start on each axis; the search ends after limit rounds,
    or when all corners are as low as each other within the tolerance.
    """
    corners = [(function(start), list(start))]
    for axis in range(len(start)):
        moved = list(start)
        moved[axis] += spread
        corners.append((function(moved), moved))

    for _ in range(limit):
        corners.sort(key=lambda corner: corner[0])
        lowest, highest = corners[0][0], corners[-1][0]
        if highest - lowest <= tolerance * (abs(lowest) + tolerance):
            break
        centre = _centre([point for _, point in corners[:-1]])
        replacement = _step(function, corners, centre)
        if replacement is not None:
            corners[-1] = replacement
        else:
            corners = [corners[0]] + [_towards(function, corners[0][1], point)
                                      for _, point in corners[1:]]
    return min(corners, key=lambda corner: corner[0])


def _step(function, corners, centre):
    """Returns a better corner than the highest one, on the line through it and the centre, or None."""
    worst_value, worst = corners[-1]
    reflected = _along(function, worst, centre, 1.0)
    if reflected[0] < corners[0][0]:
        return min(reflected, _along(function, worst, centre, 2.0), key=lambda corner: corner[0])
    if reflected[0] < corners[-2][0]:
        return reflected
    outside = reflected[0] < worst_value
    contracted = _along(function, worst, centre, 0.5 if outside else -0.5)
    return contracted if contracted[0] < min(reflected[0], worst_value) else None


def _along(function, worst, centre, reach):
    point = [c + reach * (c - w) for c, w in zip(centre, worst)]
    return function(point), point


def _towards(function, goal, point):
    moved = [(g + p) / 2.0 for g, p in zip(goal, point)]
    return function(moved), moved


def _centre(points):
    return [sum(values) / len(points) for values in zip(*points)]

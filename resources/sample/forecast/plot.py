# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Draws counts and forecast as an SVG picture."""

import datetime
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 800, 440
LEFT, RIGHT, TOP, BOTTOM = 68, 24, 78, 44
INK, QUIET, GRID = "#1f2933", "#616e7c", "#e4e7eb"
COUNTED, CURVE, SHADE, AHEAD = "#9fb3c8", "#0b69a3", "#bfe0f5", "#f7f9fb"
FONT = "Inter, 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif"


def write_plot(path, name, series, band):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(_picture(name, series, band))


def _picture(name, series, band):
    frame = _Frame(len(band.fitted), _highest(series, band))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONT}" font-size="12" fill="{QUIET}">',
        f"<title>Forecast of daily cases: {_text(name)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_title(name, series),
        *_ahead(frame, len(series.cases)),
        *_grid(frame, series.first_day),
        *_data(frame, series, band),
        *_legend(),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Frame:
    """Turns days and counts into places in the picture."""

    def __init__(self, days, highest):
        self.width = WIDTH - LEFT - RIGHT
        self.height = HEIGHT - TOP - BOTTOM
        self.days = days
        self.step = _round_step(highest / 5.0)
        self.top = self.step * -(-highest // self.step)

    def x(self, day):
        return LEFT + self.width * (day + 0.5) / self.days

    def edge(self, day):
        """Where a day begins."""
        return LEFT + self.width * day / self.days

    def y(self, count):
        # Cut off here: clip paths are unknown to many small viewers of SVG.
        count = min(count, self.top)
        return TOP + self.height * (1.0 - count / self.top)

    def path(self, first, counts):
        return "M" + "L".join(f"{self.x(first + i):.1f},{self.y(count):.1f}"
                              for i, count in enumerate(counts))


def _highest(series, band):
    # The far end of an uncertain band would press the counts flat: let it leave the picture.
    return max(1.0, 1.05 * max(series.cases), min(max(band.high), 1.6 * max(max(series.cases), *band.fitted)))


def _round_step(rough):
    step = 1.0
    while step * 10.0 <= rough:
        step *= 10.0
    return next(step * factor for factor in (1, 2, 5, 10) if step * factor >= rough)


def _title(name, series):
    last = series.first_day + datetime.timedelta(days=len(series.cases) - 1)
    return [
        f'<text x="{LEFT}" y="28" font-size="17" font-weight="600" fill="{INK}">{_text(name)}</text>',
        f'<text x="{LEFT}" y="47">Daily cases, counted until {_date(last, True)}</text>',
    ]


def _grid(frame, first_day):
    parts = []
    ticks = int(round(frame.top / frame.step))
    for tick in range(ticks + 1):
        count = tick * frame.step
        y = frame.y(count)
        parts.append(f'<path d="M{LEFT},{y:.1f}h{frame.width}" stroke="{INK if tick == 0 else GRID}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{_number(count)}</text>')
    # Whole weeks, so that the weekly rhythm stands still under the ticks; at most about nine of them.
    stride = 7 * max(1, -(-frame.days // 63))
    for day in range(0, frame.days, stride):
        x = frame.x(day)
        date = first_day + datetime.timedelta(days=day)
        parts.append(f'<path d="M{x:.1f},{TOP + frame.height}v5" stroke="{INK}"/>')
        parts.append(f'<text x="{x:.1f}" y="{TOP + frame.height + 20}" '
                     f'text-anchor="middle">{_date(date, day == 0)}</text>')
    return parts


def _ahead(frame, known):
    """The ground under the days that nobody has counted yet."""
    edge = frame.edge(known)
    return [
        f'<rect x="{edge:.1f}" y="{TOP}" width="{LEFT + frame.width - edge:.1f}" '
        f'height="{frame.height}" fill="{AHEAD}"/>',
        f'<path d="M{edge:.1f},{TOP}v{frame.height}" stroke="{QUIET}" stroke-dasharray="2 3"/>',
    ]


def _data(frame, series, band):
    known = len(series.cases)
    bar = max(frame.width / frame.days - 1.0, 0.6)
    parts = [
        f'<path d="{frame.path(known, band.high[known:])}L{_backwards(frame, known, band.low[known:])}Z" '
        f'fill="{SHADE}"/>',
    ]
    for day, count in enumerate(series.cases):
        if count:
            y = frame.y(count)
            parts.append(f'<rect x="{frame.x(day) - bar / 2:.1f}" y="{y:.1f}" width="{bar:.1f}" '
                         f'height="{TOP + frame.height - y:.1f}" fill="{COUNTED}"/>')
    parts += [
        f'<path d="{frame.path(0, band.fitted[:known])}" fill="none" stroke="{CURVE}" stroke-width="1.8" '
        'stroke-linejoin="round"/>',
        f'<path d="{frame.path(known - 1, band.fitted[known - 1:])}" fill="none" stroke="{CURVE}" '
        'stroke-width="1.8" stroke-linejoin="round" stroke-dasharray="5 3"/>',
    ]
    return parts


def _backwards(frame, first, counts):
    return "L".join(f"{frame.x(first + i):.1f},{frame.y(counts[i]):.1f}"
                    for i in range(len(counts) - 1, -1, -1))


def _legend():
    parts = []
    x = WIDTH - RIGHT - 356
    marks = (
        ("counted", 76, f'<rect x="0" y="-9" width="12" height="9" fill="{COUNTED}"/>'),
        ("fitted", 66, f'<path d="M0,-4h16" stroke="{CURVE}" stroke-width="2"/>'),
        ("forecast", 82, f'<path d="M0,-4h16" stroke="{CURVE}" stroke-width="2" stroke-dasharray="5 3"/>'),
        ("9 of 10 days within", 132, f'<rect x="0" y="-9" width="12" height="9" fill="{SHADE}"/>'),
    )
    for label, width, mark in marks:
        parts.append(f'<g transform="translate({x},64)">{mark}<text x="20" y="0">{label}</text></g>')
        x += width
    return parts


def _date(date, with_year):
    # Not strftime: its month names follow the language of the machine that happens to draw.
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    text = f"{date.day} {months[date.month - 1]}"
    return f"{text} {date.year}" if with_year else text


def _number(count):
    return f"{count:,.0f}".replace(",", "\u2009")


def _text(name):
    # File names may hold what XML may not: control characters, and bytes that were no UTF-8.
    return escape("".join(char if char.isprintable() else "\ufffd" for char in name))

"""Deadlines over time: a lane each, a column a period, a mark for all of one state that are due in it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from markupsafe import Markup

from pipeline.site.drawing.periods import Period
from pipeline.site.drawing.shapes import STATES, counted_mark, told
from pipeline.site.drawing.svg import element, link, picture, words
from pipeline.site.words import MONTHS

WIDTH, LEFT, TOP = 1000.0, 172.0, 44.0
SLOT = 31.0
"""The height that one mark takes."""
NAME, LINE = 24, 15.0
"""Characters of a lane's name that fit beside it on one of two lines, and from the one line to the other."""


class Lane(NamedTuple):
    """What stands in a row: its name, how many of each state are due in each column, and the address that shows just those."""

    name: str
    cells: Sequence[Mapping[str, int]]
    address: Callable[[Period, str], str]


def timeline(lanes: Sequence[Lane], periods: Sequence[Period], today: str | None, description: str) -> Markup:
    """The picture; `today` is an ISO day."""
    step = (WIDTH - LEFT) / max(len(periods), 1)
    bands, drawn, y = [], [], TOP
    for number, lane in enumerate(lanes):
        height = SLOT * max(1, *(sum(1 for state in cell.values() if state) for cell in lane.cells)) + 8 if lane.cells else SLOT
        bands.append(element("rect", class_=f"lane-{number % 2}", x=0, y=y, width=WIDTH, height=height))
        drawn.append(_name(lane.name, y + height / 2 + 5))
        for at, (period, cell) in enumerate(zip(periods, lane.cells, strict=True)):
            drawn += _cell(lane, period, cell, LEFT + step * (at + 0.5), y)
        y += height
    axis = [_label(period, LEFT + step * (at + 0.5), periods) for at, period in enumerate(periods)]
    return picture("timeline", "Deadlines over time", description, (WIDTH, y + 6), *axis, *bands, _today(periods, step, today, y), *drawn)


def _name(name: str, y: float) -> Markup:
    """A lane's name, on two lines around `y` where it needs them."""
    lines = wrap(name, NAME * 3 // 4 if name.isupper() else NAME, max_lines=2, placeholder="…") or [""]
    first = y - LINE / 2 * (len(lines) - 1)
    shown = [element("tspan", line, x=6, y=first + LINE * number) for number, line in enumerate(lines)]
    return element("text", element("title", name), *shown, class_="name")


def _cell(lane: Lane, period: Period, cell: Mapping[str, int], x: float, top: float) -> list[Markup]:
    """The marks of one lane in one column, one below the other."""
    shown = [state for state in STATES if cell.get(state)]
    where = f"{period.name}, {lane.name}" if shown else ""
    return [
        link(
            lane.address(period, state),
            f"{told(state, cell[state])}, {where}",
            counted_mark(state, x, top + 4 + SLOT * (place + 0.5), cell[state]),
        )
        for place, state in enumerate(shown)
    ]


def _label(period: Period, x: float, periods: Sequence[Period]) -> Markup:
    """What stands above a column, on two lines: the month or quarter, and the year where it begins."""
    if period.first is None or period.last is None:
        return words(x, TOP - 8, "earlier" if period.first is None else "later", "axis", "middle")
    months = period.last.month - period.first.month + 1
    if months == 12:
        return words(x, TOP - 8, str(period.first.year), "axis", "middle")
    starts = [each.first for each in periods if each.first and each.last]
    is_first = period.first.month <= months or period.first == starts[0]
    year = words(x, TOP - 22, str(period.first.year), "axis year", "middle") if is_first else Markup("")
    letters = f"{MONTHS[period.first.month - 1][0]}–{MONTHS[period.last.month - 1][0]}"
    return year + words(x, TOP - 8, MONTHS[period.first.month - 1][:3] if months == 1 else letters, "axis", "middle")


def _today(periods: Sequence[Period], step: float, today: str | None, bottom: float) -> Markup:
    """A line where today is, if a column holds it."""
    for at, period in enumerate(periods):
        if today and period.first and period.last and period.first <= (day := date.fromisoformat(today)) <= period.last:
            share = (day - period.first).days / ((period.last - period.first).days + 1)
            x = LEFT + step * (at + share)
            anchor = "end" if x > WIDTH - 60 else "middle"
            line = element("line", class_="today", x1=x, x2=x, y1=14.0, y2=bottom)
            return line + words(x, 11.0, "today", "today-name", anchor)
    return Markup("")

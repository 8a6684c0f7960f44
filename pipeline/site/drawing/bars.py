"""Bars: lying ones with a name above each, and columns that stand side by side and are put together from parts."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from pipeline.site.drawing.shapes import STATES, told
from pipeline.site.drawing.svg import element, link, picture, words

WIDTH = 420.0
ROW, THICK = 40.0, 14.0
HEIGHT, LEFT, BASE = 230.0, 34.0, 196.0
LABELS = 13
"""Columns that can be named beneath without touching each other."""
NAME = 44
"""Characters of a name that fit above a bar."""


class Bar(NamedTuple):
    """A part of a whole: what it is called, how much of how much, where more is told, and its class."""

    name: str
    part: int
    whole: int
    address: str
    kind: str = "ahead"


class Column(NamedTuple):
    """What stands above a name: how many of each state, and the address of each."""

    name: str
    label: str
    parts: Mapping[str, int]
    addresses: Mapping[str, str]


def bars(name: str, title: str, rows: Sequence[Bar]) -> Markup:
    """Lying bars, each as long as its share of the longest whole."""
    most = max((row.whole for row in rows), default=0) or 1
    drawn = [_bar(row, 4 + ROW * number, most) for number, row in enumerate(rows)]
    said = "; ".join(f"{row.name}: {row.part:,}" for row in rows)
    return picture(name, title, f"{said}. The same stands in the table.", (WIDTH, ROW * len(rows) + 6), *drawn)


def _bar(row: Bar, top: float, most: int) -> Markup:
    full, length = WIDTH * row.whole / most, WIDTH * row.part / most
    shown = row.name if len(row.name) <= NAME else row.name[: NAME - 1].rstrip() + "…"
    number = f"{row.part:,}" + (f" of {row.whole:,}" if row.part != row.whole else "")
    drawn = (
        words(0, top + 12, shown, "name"),
        words(WIDTH, top + 12, number, anchor="end"),
        element("rect", class_="rest", x=0, y=top + 18, width=full, height=THICK),
        element("rect", class_=row.kind, x=0, y=top + 18, width=length, height=THICK),
        *((_hatched(0, top + 18, length, THICK),) if row.kind == "passed" else ()),
    )
    return link(row.address, f"{row.name}: {number}", *drawn, is_worded=True) if row.address else Markup("").join(drawn)


def columns(name: str, title: str, stood: Sequence[Column]) -> Markup:
    """Standing columns, the states of each one on the other."""
    most = nice(max((sum(column.parts.values()) for column in stood), default=0))
    step = (WIDTH - LEFT) / max(len(stood), 1)
    grid = [_line(share, most) for share in (0.0, 0.5, 1.0)]
    drawn = [_column(column, LEFT + step * at, step, most) for at, column in enumerate(stood)]
    every = -(-len(stood) // LABELS)
    labels = [
        words(LEFT + step * (at + 0.5), BASE + 16, column.label, "axis", "middle") for at, column in enumerate(stood) if at % every == 0
    ]
    said = "; ".join(f"{column.name}: {sum(column.parts.values()):,}" for column in stood if sum(column.parts.values()))
    return picture(name, title, f"{said}. The same stands in the table.", (WIDTH, HEIGHT), *grid, *drawn, *labels)


def swatch(state: str) -> Markup:
    """A piece of a column as a letter among words, which say the same."""
    box = element("rect", class_=state, x=0, y=0, width=16, height=16)
    return element(
        "svg", box, *((_hatched(0, 0, 16, 16),) if state == "passed" else ()), viewBox="0 0 16 16", class_="sign", aria_hidden="true"
    )


def nice(most: int) -> int:
    """A round even number that is no smaller, for the top of a scale.

    >>> nice(0), nice(7), nice(30), nice(1234)
    (2, 8, 40, 2000)
    """
    power = int(10 ** (len(str(most)) - 1))
    return max(2, next(power * lead for lead in (1, 2, 4, 6, 8, 10) if power * lead >= most))


def _line(share: float, most: int) -> Markup:
    y = BASE - share * (BASE - 12)
    return element("line", class_="grid", x1=LEFT, x2=WIDTH, y1=y, y2=y) + words(LEFT - 5, y + 4, f"{int(most * share):,}", "axis", "end")


def _column(column: Column, left: float, step: float, most: int) -> Markup:
    y, drawn = BASE, Markup("")
    for state in STATES:
        number = column.parts.get(state, 0)
        if number:
            tall = number / most * (BASE - 12)
            y -= tall
            at = (left + step * 0.12, y, step * 0.76, tall)
            box = element("rect", class_=state, x=at[0], y=at[1], width=at[2], height=at[3])
            inside = (box, _hatched(*at)) if state == "passed" else (box,)
            drawn += link(column.addresses[state], f"{column.name}: {told(state, number)}", *inside)
    return drawn


def _hatched(x: float, y: float, width: float, height: float) -> Markup:
    """Lines across, so that it is told apart without colour."""
    lines, gap = [], 6.0
    at = y + gap / 2
    while at < y + height:
        lines.append(f"M{x:.1f} {at:.1f}h{width:.1f}")
        at += gap
    return element("path", class_="hatch", d="".join(lines)) if lines else Markup("")

"""Marks that differ by shape, so that they are told apart without colour: a disc for what is to come, a diamond for a date that has
passed, a square for what is said to be done."""

from markupsafe import Markup

from pipeline.site.drawing.svg import element
from pipeline.site.words import count

_ENDS = {"ahead": "still to come", "passed": "with a date that has passed", "done": "said to be done"}
STATES = {
    "ahead": "Still to come",
    "passed": "Date has passed, and no paper says that it was done",
    "done": "Said to be done",
}
"""The states of what has a date, in the order in which they are shown."""


def shape(state: str, x: float, y: float, radius: float) -> Markup:
    """The mark of a state around a place."""
    return Markup(_shape(state, x, y, radius))


def counted_mark(state: str, x: float, y: float, number: int) -> Markup:
    """A mark with the number that it stands for, where that is more than one; the more, the larger."""
    radius = min(8 + number**0.5, 12.0)
    if number == 1:
        return shape(state, x, y, radius - 2)
    said = f'<text class="inside" x="{x:.1f}" y="{y + 3.8:.1f}" text-anchor="middle">{short(number)}</text>'
    return Markup(_shape(state, x, y, radius) + said)


def _shape(state: str, x: float, y: float, radius: float) -> str:
    # Written out: a picture has hundreds, and nothing in them needs to be escaped.
    if state == "ahead":
        return f'<circle class="ahead" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"></circle>'
    if state == "passed":
        reach = radius * 1.25
        corners = f"{x:.1f},{y - reach:.1f} {x + reach:.1f},{y:.1f} {x:.1f},{y + reach:.1f} {x - reach:.1f},{y:.1f}"
        return f'<polygon class="passed" points="{corners}"></polygon>'
    side = f"{2 * radius:.1f}"
    return f'<rect class="done" x="{x - radius:.1f}" y="{y - radius:.1f}" width="{side}" height="{side}"></rect>'


def short(number: int) -> str:
    """A number that fits into a mark.

    >>> short(999), short(1250), short(25_400)
    ('999', '1.2k', '25k')
    """
    return str(number) if number < 1000 else f"{number / 1000:.1f}k" if number < 10_000 else f"{number // 1000}k"


def told(state: str, number: int) -> str:
    """How many of a state, in words."""
    return f"{count(number, 'commitment')} {_ENDS[state]}"


def sign(state: str) -> Markup:
    """The mark of a state as a letter among words, which say the same."""
    return element("svg", shape(state, 8, 8, 6), viewBox="0 0 16 16", class_="sign", aria_hidden="true")

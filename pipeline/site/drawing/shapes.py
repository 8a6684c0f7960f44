"""Marks that differ by shape, so that they are told apart without colour: a disc for what is to come, a diamond for a date that has
passed, a square for what is said to be done."""

from markupsafe import Markup

from pipeline.site.drawing.svg import element
from pipeline.site.words import count

STATES = {
    "ahead": "Still to come",
    "passed": "Date has passed, and no paper says that it was done",
    "done": "Said to be done",
}
"""The states of what has a date, in the order in which they are shown."""


def shape(state: str, x: float, y: float, radius: float) -> Markup:
    """The mark of a state around a place."""
    if state == "ahead":
        return element("circle", class_="ahead", cx=x, cy=y, r=radius)
    if state == "passed":
        reach = radius * 1.25
        corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        return element("polygon", class_="passed", points=" ".join(f"{right:.1f},{down:.1f}" for right, down in corners))
    return element("rect", class_="done", x=x - radius, y=y - radius, width=2 * radius, height=2 * radius)


def counted_mark(state: str, x: float, y: float, number: int) -> Markup:
    """A mark with the number that it stands for, where that is more than one; the more, the larger."""
    radius = min(8 + number**0.5, 12.0)
    if number == 1:
        return shape(state, x, y, radius - 2)
    return shape(state, x, y, radius) + element("text", short(number), class_="inside", x=x, y=y + 3.8, text_anchor="middle")


def short(number: int) -> str:
    """A number that fits into a mark.

    >>> short(999), short(1250), short(25_400)
    ('999', '1.2k', '25k')
    """
    return str(number) if number < 1000 else f"{number / 1000:.1f}k" if number < 10_000 else f"{number // 1000}k"


def told(state: str, number: int) -> str:
    """How many of a state, in words."""
    ends = {"ahead": "still to come", "passed": "with a date that has passed", "done": "said to be done"}
    return f"{count(number, 'commitment')} {ends[state]}"


def sign(state: str) -> Markup:
    """The mark of a state as a letter among words, which say the same."""
    return element("svg", shape(state, 8, 8, 6), viewBox="0 0 16 16", class_="sign", aria_hidden="true")

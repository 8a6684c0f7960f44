"""The labels of lists on web pages, as a browser prints them."""

import re
from dataclasses import dataclass

from lxml import etree

from pipeline.read.numerals import letters, roman

STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal-leading-zero|decimal|(?:lower|upper)-(?:alpha|latin|roman)|disc|circle|square)"
)
TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
LARGEST = 10**6


@dataclass
class CountedList:
    """A list that is open: `form` is how its items are labelled, `next` the number of the next one."""

    form: str
    next: int = 1
    step: int = 1

    def label(self, item: etree._Element) -> str:
        """The label of the next item, with its stop."""
        if self.form == "bullet":
            return "•"
        self.next = whole(item.get("value"), self.next)
        number, self.next = self.next, self.next + self.step
        return f"{_figure(number, self.form)}."


@dataclass
class ListItem:
    """An item that is open; its first paragraph takes the label, those behind it go on with it until a list stands between."""

    label: str
    is_bullet: bool
    is_taken: bool = False
    is_over: bool = False


def open_list(element: etree._Element) -> CountedList:
    """A list as its element describes it."""
    style = STYLE.search((element.get("style") or "").lower())
    form = style[1] if style else TYPES.get(element.get("type") or "1", "decimal") if element.tag == "ol" else "bullet"
    if form in ("none", "disc", "circle", "square"):
        form = "bullet"
    if form != "bullet" and element.get("reversed") is not None:
        return CountedList(form, whole(element.get("start"), sum(1 for _ in element.iterchildren("li"))), -1)
    return CountedList(form, whole(element.get("start"), 1))


def whole(text: str | None, default: int) -> int:
    """A whole number as pages write it; `default` for anything else."""
    digits = (text or "").strip()
    return int(digits) if re.fullmatch(r"-?[0-9]{1,6}", digits) else default


def _figure(number: int, form: str) -> str:
    if form.endswith(("alpha", "latin", "roman")):
        printed = roman(number) if form.endswith("roman") else letters(number)
        return printed.upper() if form.startswith("upper") else printed
    return f"{number:02}" if form == "decimal-leading-zero" else str(number)

"""The labels of list items (`1.`, `3.5.1`, `(a)`, `PA 1`, `•`) and the depth they stand at."""

import re
from typing import NamedTuple

BULLET = r"(?P<bullet>[-*+•▪●◦‣·–—§]|o(?=\s{2,}|\t)|\[[ xX]\])[ \t\u00a0]+"
LABEL = re.compile(
    rf"[ \t\u00a0]*(?:{BULLET})?"
    r"(?:(?P<label>"
    r"\d{1,3}(?:\.\d{1,3}){1,4}[.):]?"  # 3.5.1
    r"|\d{1,3}[.):](?!\d)"  # 1.  01)
    r"|\((?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,3}|[A-Z])\)"  # (a)  (iv)  (2)
    r"|(?:[a-zA-Z]|[ivxlc]{2,6})[.)](?=\s)"  # a.  iv)
    r"|[A-Z]{1,4} ?\d{1,3}(?:\.\d{1,3})*[.):]?(?=\s+[A-Z‘“'\"])"  # A4  PA 1
    r"|(?:Action|Recommendation|Objective|Priority|Commitment|Motion|Resolution|Item|Step|Task) "
    r"(?:[A-Z]{0,3}\d+(?:\.\d+)*)[.:)]?(?=\s)"  # Action 03
    r")[ \t\u00a0]*(?=\S))?"
)
BARE_NUMBER = re.compile(r"[ \t\u00a0]*(?P<label>\d{1,3})[ \t\u00a0]+(?=[A-Z])")
DOTTED = re.compile(r"\d+(?:\.\d+)+")


class Label(NamedTuple):
    """A label as printed, between `start` and `end` of its line; the item's words begin at `words`."""

    text: str
    start: int
    end: int
    words: int
    is_bullet: bool


class Labels:
    """Finds labels line by line, and remembers the lists that are open so as to tell their depth."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._next_bare = 1

    def find(self, line: str) -> Label | None:
        """The label that `line` begins with; None where it begins with words."""
        match = LABEL.match(line)
        if match and match["label"]:
            return Label(match["label"].rstrip(), match.start("label"), match.end("label"), match.end(), False)
        if match and match["bullet"] and line[match.end() :].strip():
            return Label(match["bullet"], match.start("bullet"), match.end("bullet"), match.end(), True)
        bare = BARE_NUMBER.match(line)
        if bare and int(bare["label"]) == self._next_bare:
            self._next_bare += 1
            return Label(bare["label"], bare.start("label"), bare.end("label"), bare.end(), False)
        return None

    def level(self, label: Label, indent: int) -> int:
        """The depth of an item, 1 for the outermost: dotted numbers say it, others follow the order in which styles open."""
        if dotted := DOTTED.match(label.text):
            self._open = []
            return dotted[0].count(".") + 1
        style = (_style(label), indent if label.is_bullet else 0)
        if style in self._open:
            del self._open[self._open.index(style) + 1 :]
        else:
            self._open = [other for other in self._open if other[1] <= indent or not label.is_bullet] + [style]
        return self._open.index(style) + 1

    def close(self) -> None:
        """A heading ends every open list."""
        self._open = []


def _style(label: Label) -> str:
    """The label with its counter left out: `(a)` and `(b)` are of one style.

    A single letter that is also a Roman numeral counts as a letter; lists of nine points are rarer than lists of letters.
    """
    if label.is_bullet:
        return label.text
    plain = re.sub(r"\d+", "1", label.text)
    plain = re.sub(r"\b[A-Z]\b", "A", plain)
    return re.sub(r"\b[a-z]\b", "a", re.sub(r"\b[ivxlc]{2,6}\b|\bi\b", "i", plain))

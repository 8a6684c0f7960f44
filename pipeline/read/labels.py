"""The labels of list items (`1.`, `3.5.1`, `(a)`, `PA 1`, `•`), told from words."""

import re
from typing import NamedTuple

from pipeline.read.depth import Depths

BULLET = r"(?P<bullet>[-*+•▪●◦‣·–—§]|o(?=\s{2,}|\t)|\[[ xX]\])[ \t\u00a0]+"
EMPHASIS = r"(?:\*{1,3}|_{1,3})"
FIGURE = r"(?![a-z\d%]|\s+(?:million|billion|per\s?cent)\b)"
LABEL = re.compile(
    rf"[ \t\u00a0]*(?:{BULLET})?{EMPHASIS}?"
    r"(?:(?P<label>"
    rf"\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}[.):]?{FIGURE}"  # 3.5.1
    r"|\d{1,3}[.):](?!\d)"  # 1.  01)
    r"|\((?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,3}|[A-Z])\)"  # (a)  (iv)  (2)
    r"|(?:[a-zA-Z]|[ivxlc]{2,6}|[IVX]{2,5}|\d{1,3})\.?\)(?=[\s*_])"  # a)  iv.)
    r"|(?:[a-zA-Z]|[ivxlc]{2,6}|[IVX]{2,5})\.(?=[\s*_])"  # a.  II.
    r"|[A-Z]{1,4} ?\d{1,3}(?:\.\d{1,3})*[.):]?(?=[*_]*\s+[A-Z‘“'\"*_])"  # A4  PA 1
    r"|(?:[A-Z]{1,5}/)?\d{2,4}/\d{1,4}(?:/\d{1,4})?\.?(?=\s+[A-Z])"  # AC/24/36
    r"|(?:Action|Recommendation|Objective|Priority|Commitment|Pledge|Promise|Motion|Resolution|Item|Step|Task) "
    r"(?:[A-Z]{0,3}\d+(?:\.\d+)*)[.:)]?(?=[\s*_])"  # Action 03
    rf")(?:{EMPHASIS}[.:)]?(?=\s))?[ \t\u00a0]*(?=\S))?"
)
BARE_NUMBER = re.compile(r"[ \t\u00a0]*(?P<label>\d{1,3})[ \t\u00a0]+(?=[A-Z])")


class Label(NamedTuple):
    """A label as printed, between `start` and `end` of its line; the item's words begin at `words`."""

    text: str
    start: int
    end: int
    words: int
    is_bullet: bool


class Labels:
    """Finds labels line by line, and remembers what was counted so far."""

    def __init__(self) -> None:
        self._depths = Depths()
        self._next_bare = 1

    def find(self, line: str) -> Label | None:
        """The label that `line` begins with; None where it begins with words."""
        match = LABEL.match(line)
        if match and match["label"] and line[match.end() :].strip("*_ \t"):
            return Label(match["label"].rstrip(), match.start("label"), match.end("label"), match.end(), False)
        if match and match["bullet"] and not line[match.end("bullet") :].isspace():
            gap = len(line[match.end("bullet") :]) - len(line[match.end("bullet") :].lstrip(" \t\u00a0"))
            return Label(match["bullet"], match.start("bullet"), match.end("bullet"), match.end("bullet") + gap, True)
        bare = BARE_NUMBER.match(line)
        if bare and int(bare["label"]) == self._next_bare:
            self._next_bare += 1
            return Label(bare["label"], bare.start("label"), bare.end("label"), bare.end(), False)
        return None

    def level(self, label: Label, indent: int) -> int:
        """The depth of an item, 1 for the outermost."""
        return self._depths.of_bullet(label.text, indent) if label.is_bullet else self._depths.of_label(label.text, indent)

    def close(self) -> None:
        """A heading ends every open list."""
        self._depths = Depths()

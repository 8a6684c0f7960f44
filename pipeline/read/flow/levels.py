"""How deep headings and list items stand where a format states it of some and only looks tell it of others."""

import re
from typing import Literal, NamedTuple

from pipeline.read.headings import NUMBER
from pipeline.read.labels import Label, Labels
from pipeline.read.looks import is_capitals
from pipeline.read.proto import Proto

DOTTED = re.compile(r"\d+(?:\.\d+)+")
PLAIN = re.compile(r"\d+[.):]?$")


class _Open(NamedTuple):
    """An open heading: by the format's own level, or by a number or words and how deep that looks."""

    family: Literal["stated", "number", "words"]
    depth: int


def nest_headings(headings: list[Proto], stated: dict[int, int], source: str) -> None:
    """Sets levels by those that the format states, by `id` of the heading; the others stand below them, each look in the looks
    that were there before it."""
    above: list[_Open] = []
    for proto in headings:
        level = stated.get(id(proto))
        look = _Open("stated", level) if level else _look(proto, source)
        if look in above:
            above = above[: above.index(look)]
        above = [other for other in above if not _closes(look, other)] + [look]
        proto.level = len(above)


def _look(proto: Proto, source: str) -> _Open:
    if number := NUMBER.search(proto.number(source)):
        return _Open("number", number[0].count("."))
    return _Open("words", 0 if is_capitals(proto.words(source)) else 1)


def _closes(look: _Open, other: _Open) -> bool:
    """Whether a heading ends another one that is open: it stands higher in its family, or the format states it."""
    return (look.family == other.family and other.depth >= look.depth) or (look.family == "stated" and other.family != "stated")


class Nesting:
    """The depths of list items; what counts letters, or nothing, below a dotted number stands deeper than that."""

    def __init__(self) -> None:
        self._labels = Labels()
        self._below = 0

    def find(self, text: str) -> Label | None:
        """The label that is typed before words."""
        return self._labels.find(text)

    def level(self, label: Label, indent: int) -> int:
        """The depth of an item, 1 for the outermost."""
        level = self._labels.level(label, indent)
        if not label.is_bullet and DOTTED.match(label.text):
            self._below = level
            return level
        if not label.is_bullet and PLAIN.match(label.text):
            self._below = 0
        return self._below + level

    def close(self) -> None:
        """A heading ends every open list."""
        self._labels.close()
        self._below = 0

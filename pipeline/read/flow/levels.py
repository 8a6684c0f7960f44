"""How deep headings and list items stand where a format states it of some and only looks tell it of others."""

import re

from pipeline.read.headings import NUMBER
from pipeline.read.labels import Label, Labels
from pipeline.read.looks import is_capitals
from pipeline.read.proto import Proto

DOTTED = re.compile(r"\d+(?:\.\d+)+")
PLAIN = re.compile(r"\d+[.):]?$")
UNSTATED, TITLE = 10, 9


def nest_headings(headings: list[Proto], stated: dict[int, int], source: str) -> None:
    """Sets levels by those that the format states, by `id` of the heading; the others stand below them, by their numbers and looks."""
    open_ranks: list[int] = []
    for proto in headings:
        rank = stated.get(id(proto)) or UNSTATED + _look(proto, source)
        open_ranks = [other for other in open_ranks if other < rank] + [rank]
        proto.level = len(open_ranks)


def _look(proto: Proto, source: str) -> int:
    if number := NUMBER.search(proto.number(source)):
        return number[0].count(".") + 1
    return 0 if is_capitals(proto.words(source)) else TITLE


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

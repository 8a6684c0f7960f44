"""Texts cut where something in them is lit, so that each piece is escaped by itself. Knows nothing of HTML."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """What is lit: `[start, end)` in characters, its kind (`commitment`, `owner`, `deadline`, …), and the id of what it belongs to."""

    start: int
    end: int
    kind: str
    owner: str = ""


class Piece(NamedTuple):
    """Words of a text, the shortest commitment that they stand in, and the kind of value that they are part of; empty for none.

    `is_first` tells that the commitment begins here.
    """

    words: str
    commitment: str = ""
    value: str = ""
    is_first: bool = False


def pieces(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """The characters `[start, end)` of the text, cut at every mark's ends.

    >>> [piece.words for piece in pieces("Plant 60 trees soon", [Mark(6, 14, "target")])]
    ['Plant ', '60 trees', ' soon']
    """
    end = len(text) if end is None else end
    here = sorted((mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end), key=_length)
    cuts = sorted({start, end} | {at for mark in here for at in (mark.start, mark.end) if start < at < end})
    return [_piece(text, here, first, last) for first, last in pairwise(cuts)]


def _piece(text: str, shortest_first: Sequence[Mark], start: int, end: int) -> Piece:
    over = [mark for mark in shortest_first if mark.start <= start and end <= mark.end]
    lit = next((mark for mark in over if mark.kind == "commitment"), None)
    value = next((mark.kind for mark in over if mark.kind != "commitment"), "")
    return Piece(text[start:end], lit.owner if lit else "", value, lit is not None and lit.start == start)


def _length(mark: Mark) -> int:
    return mark.end - mark.start

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
    """Words of a text, and the kind of value that they are part of; empty for none."""

    words: str
    value: str = ""


class Run(NamedTuple):
    """Pieces that stand in one commitment, by id; empty for none. `is_first` tells that it begins here."""

    commitment: str
    is_first: bool
    pieces: list[Piece]


def runs(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> list[Run]:
    """The characters `[start, end)` of the text, cut at every mark's ends; where commitments overlap, the shortest counts.

    >>> lit = Mark(8, 22, "commitment", "c1")
    >>> [(run.commitment, [piece.words for piece in run.pieces]) for run in runs("We will plant 60 trees", [lit])]
    [('', ['We will ']), ('c1', ['plant 60 trees'])]
    """
    end = len(text) if end is None else end
    here = sorted((mark for mark in marks if max(mark.start, start) < min(mark.end, end)), key=_length)
    cuts = sorted({start, end} | {at for mark in here for at in (mark.start, mark.end) if start < at < end})
    found: list[Run] = []
    for first, last in pairwise(cuts):
        over = [mark for mark in here if mark.start <= first and last <= mark.end]
        lit = next((mark for mark in over if mark.kind == "commitment"), None)
        piece = Piece(text[first:last], next((mark.kind for mark in over if mark.kind != "commitment"), ""))
        if found and found[-1].commitment == (lit.owner if lit else ""):
            found[-1].pieces.append(piece)
        else:
            found.append(Run(lit.owner if lit else "", lit is not None and lit.start == first, [piece]))
    return found


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The text cut at every mark's ends.

    >>> [piece.words for piece in pieces("Plant 60 trees soon", [Mark(6, 14, "target")])]
    ['Plant ', '60 trees', ' soon']
    """
    return [piece for run in runs(text, marks) for piece in run.pieces]


def _length(mark: Mark) -> int:
    return mark.end - mark.start

"""Bullets that are drawn and not typed, as browsers do: small shapes left of a line's first word, read as the word `•`."""

from collections import Counter
from collections.abc import Sequence

from pipeline.read.page import Word
from pipeline.read.pdf.dots import Dot

BULLET = "•"
FAR = 2.0  # heights of the word: a bullet stands no farther to its left
CLEAR = 1.0  # heights of the word that are free of words left of a bullet
SMALL = 0.6  # of the word's height
HANGS = 1.8  # heights from the top of an item's first line to that of its second, at most
NEAR = 1.0  # points
MOST = 300  # dots; more are a map or a chart

Kind = tuple[int, int]


class Bullets:
    """Finds the bullets of one page after the other: two of a kind make a list, and so does one that was known before."""

    def __init__(self) -> None:
        self._known: set[Kind] = set()

    def add(self, words: list[Word], dots: Sequence[Dot]) -> list[Word]:
        """The words of a page with its bullets among them, each before the first word of its line."""
        if not dots or len(dots) > MOST:
            return words
        labelled = {at: dot for dot in dots if (at := _labels(dot, words)) is not None}
        kinds = Counter(map(_kind, labelled.values()))
        self._known |= {kind for kind, count in kinds.items() if count > 1}
        found = {at: dot for at, dot in labelled.items() if _kind(dot) in self._known or _hangs(words[at], words)}
        added: list[Word] = []
        for at, word in enumerate(words):
            if dot := found.get(at):
                added.append(Word(BULLET, dot.box.x0, word.top, dot.box.x1, word.bottom, before="\n"))
                word = word._replace(before=" ")
            added.append(word)
        return added


def _kind(dot: Dot) -> Kind:
    """What bullets of one list have in common: colour and size, in half points."""
    return dot.colour, round(2 * (dot.box.x1 - dot.box.x0))


def _labels(dot: Dot, words: Sequence[Word]) -> int | None:
    """Which word, from 0, a dot is the bullet of; None where it stands within a line, or alone."""
    x0, x1, middle = dot.box.x0, dot.box.x1, (dot.box.top + dot.box.bottom) / 2
    level = [(word.x0, at, word) for at, word in enumerate(words) if word.top < middle < word.bottom]
    right = min((placed for placed in level if placed[0] >= x1 - NEAR), default=None)
    if right is None:
        return None
    start, at, word = right
    height = word.bottom - word.top
    if start - x1 > FAR * height or x1 - x0 > SMALL * height:
        return None
    return None if any(left.x0 < x1 - NEAR and left.x1 > x0 - CLEAR * height for _, _, left in level) else at


def _hangs(word: Word, words: Sequence[Word]) -> bool:
    """Whether another line begins right below a word."""
    height = word.bottom - word.top
    return any(
        below.before == "\n" and abs(below.x0 - word.x0) <= NEAR and 0.8 * height < below.top - word.top <= HANGS * height
        for below in words
    )

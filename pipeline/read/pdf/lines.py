"""Words that stand side by side, as the lines they print."""

from collections.abc import Iterable
from operator import attrgetter

from pipeline.read.page import Word


def find_lines(words: Iterable[Word]) -> list[list[Word]]:
    """The words as printed lines from the top, those of each from the left.

    Two words share a line where the middle of one lies within the height of the other, so that a raised figure stays on its line.

    >>> [[word.text for word in line] for line in find_lines([Word("b", 9, 1, 12, 11), Word("c", 0, 13, 5, 23), Word("a", 0, 0, 5, 12)])]
    [['a', 'b'], ['c']]
    """
    lines: list[list[Word]] = []
    top = bottom = float("-inf")
    for word in sorted(words, key=_middle):
        middle, height = _middle(word), word.bottom - word.top
        if middle <= bottom or word.top <= (top + bottom) / 2:
            lines[-1].append(word)
            if height > bottom - top:
                top, bottom = word.top, word.bottom
        else:
            lines.append([word])
            top, bottom = word.top, word.bottom
    for line in lines:
        line.sort(key=attrgetter("x0"))
    return lines


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2

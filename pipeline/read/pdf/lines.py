"""Words that stand side by side, as the lines they print."""

from collections.abc import Iterable
from operator import itemgetter

from pipeline.read.page import Word

LEFT = itemgetter(1)


def find_lines(words: Iterable[Word]) -> list[list[Word]]:
    """The words as printed lines from the top, those of each from the left.

    Two words share a line where the middle of one lies within the height of the other, so that a raised figure stays on its line.

    >>> [[word.text for word in line] for line in find_lines([Word("b", 9, 1, 12, 11), Word("c", 0, 13, 5, 23), Word("a", 0, 0, 5, 12)])]
    [['a', 'b'], ['c']]
    """
    lines: list[list[Word]] = []
    top = bottom = line_middle = float("-inf")
    placed = sorted([((word.top + word.bottom) / 2, at, word) for at, word in enumerate(words)])
    for middle, _, word in placed:
        if middle <= bottom or word.top <= line_middle:
            lines[-1].append(word)
            if word.bottom - word.top <= bottom - top:
                continue
        else:
            lines.append([word])
        top, bottom, line_middle = word.top, word.bottom, middle
    for line in lines:
        line.sort(key=LEFT)
    return lines

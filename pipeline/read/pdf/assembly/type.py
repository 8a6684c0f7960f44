"""The type a paper is set in: the height of its running text, and how far apart its lines stand."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from pipeline.read.pdf.assembly.lines import Line

LARGER = 1.12  # times the running text: a heading's type
SMALLER = 0.9  # times the running text: a footnote's type
USUAL_PITCH = 1.25  # of the height, where a paper has no two lines below each other
LARGEST_PITCH = 2.5  # of the height: lines further apart are no paragraph


class Type(NamedTuple):
    """`height` is that of the running text in points; `pitch` the distance of its lines, in heights; `bold` whether most is."""

    height: float
    pitch: float
    bold: bool = False

    def indent(self, line: Line) -> int:
        """How far in a line begins, in characters of the running text, which are half as wide as high."""
        return round(2 * line.indent / max(self.height, 1))

    def is_larger(self, line: Line) -> bool:
        """Whether a line is set larger than the running text."""
        return line.height >= LARGER * self.height

    def is_smaller(self, line: Line) -> bool:
        """Whether a line is set smaller than the running text."""
        return line.height <= SMALLER * self.height


def find_type(columns: Iterable[list[Line]]) -> Type:
    """The type that most characters are set in, and the commonest distance of its lines."""
    heights: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    bold = total = 0
    for lines in columns:
        for line in lines:
            heights[round(line.height * 2) / 2] += len(line.text)
            total += len(line.text)
            bold += len(line.text) * line.bold
        for above, below in pairwise(lines):
            pitch = (below.top - above.top) / max(below.height, 1)
            if 0.8 < pitch < LARGEST_PITCH and abs(above.height - below.height) < 0.5:
                pitches[round(pitch * 20) / 20] += 1
    height = heights.most_common(1)[0][0] if heights else 12.0
    return Type(height, pitches.most_common(1)[0][0] if pitches else USUAL_PITCH, 2 * bold > total)

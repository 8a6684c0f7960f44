"""Stretches of printed lines that leave the same gutters free: where a table without rules may stand."""

from collections.abc import Iterator, Sequence

from pipeline.read.pdf.gutters import NARROWEST, SPACE, Gutter, Line, gaps, height, narrowed

FARTHEST = 2.2  # times its height that a line may stand below the one above


class _Stretch:
    """Lines with gutters in common; a line may run over some of them if the next one does not."""

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self._high = height([line])
        self._gutters: list[Gutter] = gaps(line, SPACE * self._high)
        self._crossed = 0

    def takes(self, line: Line) -> bool:
        """Adds a line if it leaves the gutters free."""
        above = max(word.bottom for word in self.lines[-1])
        if min(word.top for word in line) - above > FARTHEST * self._high:
            return False
        left = narrowed(self._gutters, line, NARROWEST * self._high)
        lost = len(self._gutters) - len(left)
        if not left or (lost and len(self.lines) > 3 and (self._crossed or 2 * lost > len(self._gutters))):
            return False
        self._crossed = self._crossed + 1 if lost else 0
        if not lost or len(self.lines) <= 3:
            self._gutters = left
        self.lines.append(line)
        return True


def find_stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of two or more lines that have gutters in common, as long as can be, from the top."""
    stretch: _Stretch | None = None
    for line in lines:
        if stretch and stretch.takes(line):
            continue
        if stretch and len(stretch.lines) > 1:
            yield stretch.lines
        stretch = _Stretch(line) if gaps(line, SPACE * height([line])) else None
    if stretch and len(stretch.lines) > 1:
        yield stretch.lines

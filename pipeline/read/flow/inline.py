"""What stands inside a paragraph and is no word of it: odd white space, invisible characters, footnote marks."""

import re
from bisect import bisect_left

from pipeline.read.draft import Edit
from pipeline.read.looks import BLANK
from pipeline.read.rows import Segment

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x7f"
ODD = re.escape(BLANK.replace(" ", "")) + INVISIBLE
SPOT = re.compile(f" *[{ODD}][ {ODD}]*|  +|\u2011")
BLANKS = re.compile("[\\s\u2000-\u200a\u00a0\u202f\u205f\u3000]")
UNIT = re.compile(r"(?:[\d\s(][kcm]?m|\bft|\d|\^)$")
MARK = re.compile(r"\s*\[?\(?(?:\d{1,3}|[*†‡§]{1,3}|[ivx]{1,4}|[a-z])\)?\]?\s*")


def is_mark(raised: str, before: str, is_link: bool) -> bool:
    """Whether raised characters behind `before` are a footnote mark, rather than the power of a unit or the end of `1st`.

    >>> is_mark("2", "A new wood", False), is_mark("2", "440 m", False), is_mark("st", "the 1", False)
    (True, False, False)
    """
    if not MARK.fullmatch(raised) or (not is_link and raised.strip().isalpha()):
        return False
    return is_link or (bool(before.strip()) and UNIT.search(before) is None)


class Inline:
    """Finds what to mend; `marks` are stretches of the source to leave out, in order."""

    def __init__(self, marks: list[Segment]) -> None:
        self._marks = sorted(marks)  # what is struck out may hold something else that is

    def find_edits(self, source: str, start: int, end: int) -> list[Edit]:
        """The edits that leave the plain words of `source[start:end]`, in order and not overlapping."""
        edits: list[Edit] = []
        for first, last, mended in self._spots(source, start, end):
            above = edits[-1] if edits else Edit(start, start - 1, "")
            if last <= above.end:
                continue
            if first < above.end or (first == above.end and not (mended + above.mended).strip()):
                edits[-1] = Edit(above.start, last, " " if mended or above.mended else "")
            else:
                edits.append(Edit(first, last, mended))
        return [_trimmed(edit, start, end) for edit in edits if source[edit.start : edit.end] != edit.mended]

    def _spots(self, source: str, start: int, end: int) -> list[tuple[int, int, str]]:
        found = (match for match in SPOT.finditer(source, start, end) if match[0] != "\u2011" or not self._is_left_out(match.start()))
        spots = [(match.start(), match.end(), _mended(match[0])) for match in found]
        index = bisect_left(self._marks, (start, start))
        while index < len(self._marks) and self._marks[index][0] < end:
            first, last = self._marks[index]
            spots += [(place, place + 1, " ") for place in (first - 1, last) if start <= place < end and source[place] == " "]
            spots.append((first, min(last, end), ""))
            index += 1
        return sorted(spots)

    def _is_left_out(self, place: int) -> bool:
        return any(first <= place < last for first, last in self._marks)


def _mended(raw: str) -> str:
    return "-" if raw == "\u2011" else " " if BLANKS.search(raw) else ""


def _trimmed(edit: Edit, start: int, end: int) -> Edit:
    is_outside = edit.start == start or edit.end == end
    return Edit(edit.start, edit.end, "") if is_outside and not edit.mended.strip() else edit

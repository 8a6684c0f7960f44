"""Lines that are no running text: of contents lists, captions and footnotes."""

import re
from collections.abc import Sequence
from typing import Literal

from pipeline.read.pdf.assembly.lines import Line
from pipeline.read.pdf.assembly.passage import Passage
from pipeline.read.pdf.assembly.type import Type

CAPTION = re.compile(r"(?:Figure|Fig\.?|Table|Chart|Graph|Map|Plate|Photo(?:graph)?|Diagram)\s+\d+(?:\.\d+)*[a-z]?\s*(?:[:.–—-]|$|[A-Z])")
CONTENTS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{6,}).{0,4}\d{1,4}$")
HEADED = re.compile(r"(?:table of |list of )?contents|index", re.IGNORECASE)
FOOTNOTE = re.compile(r"(\d{1,3}|[*†‡§])(?=[\s\w])")
LONGEST_CAPTION = 30  # words
LONGEST_NUMBER = 3  # figures; more are a year

Aside = Literal["contents", "caption", "footnote"]


def kind_of(line: Line, below: Sequence[object], last: Passage | None, marks: set[str], type_: Type) -> Aside | None:
    """What kind of aside a line is; None for running text.

    `below` is what its column prints from it on, `last` the passage before it, and `marks` are the footnotes of its page.
    """
    if line.text[-1].isdigit() and (CONTENTS.search(line.text) or (_points_to_page(line) and _is_contents(last))):
        return "contents"
    if CAPTION.match(line.text) and len(line.words) <= LONGEST_CAPTION and line.text[-1] not in ",;":
        return "caption"
    is_within = last is not None and last.kind == "footnote" and last.last.page == line.page
    number = None if line.bold else FOOTNOTE.match(line.text)
    if not (is_within or number) or any(not isinstance(item, Line) or type_.is_larger(item) for item in below):
        return None
    lines = [item for item in below if isinstance(item, Line)]
    return "footnote" if is_within or (number and _begins_footnote(number[1], lines, marks, type_)) else None


def _points_to_page(line: Line) -> bool:
    """Whether a line ends far to the right in a page's number."""
    last = line.words[-1].text
    return line.parted and last.isdigit() and len(last) <= LONGEST_NUMBER and line.edge - line.x1 < line.height


def _is_contents(last: Passage | None) -> bool:
    return last is not None and (last.kind == "contents" or HEADED.fullmatch(last.text) is not None)


def _begins_footnote(number: str, lines: Sequence[Line], marks: set[str], type_: Type) -> bool:
    """Whether a number stands before small type, or last in its column of those that begin a line, where the page points to it."""
    if all(type_.is_smaller(line) for line in lines):
        return True
    return number in marks and not any(line.text.startswith(number + " ") for line in lines[1:])


def goes_on(line: Line, last: Passage | None) -> bool:
    """Whether a line of a footnote goes on with the one before it."""
    return last is not None and last.kind == "footnote" and last.last.page == line.page and FOOTNOTE.match(line.text) is None

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
    if CONTENTS.search(line.text) or (_points_to_page(line) and _is_contents(last)):
        return "contents"
    if CAPTION.match(line.text) and len(line.words) <= LONGEST_CAPTION and line.text[-1] not in ",;":
        return "caption"
    if not all(isinstance(item, Line) and not type_.is_larger(item) for item in below):
        return None
    if last and last.kind == "footnote" and last.last.page == line.page:
        return "footnote"
    return "footnote" if _begins_footnote(line, [item for item in below if isinstance(item, Line)], marks, type_) else None


def _points_to_page(item: object) -> bool:
    """Whether a line ends far to the right in a page's number."""
    if not isinstance(item, Line) or not item.parted or not item.words[-1].text.isdigit():
        return False
    return len(item.words[-1].text) <= LONGEST_NUMBER and item.edge - item.x1 < item.height


def _is_contents(last: Passage | None) -> bool:
    return last is not None and (last.kind == "contents" or HEADED.fullmatch(last.text) is not None)


def _begins_footnote(line: Line, below: Sequence[Line], marks: set[str], type_: Type) -> bool:
    """A number in small type, or the last line of its column that begins with a number that the page points to."""
    number = FOOTNOTE.match(line.text)
    if number is None or line.bold:
        return False
    if all(type_.is_smaller(item) for item in below):
        return True
    return number[1] in marks and not any(item.text.startswith(number[1] + " ") for item in below[1:])


def goes_on(line: Line, last: Passage | None) -> bool:
    """Whether a line of a footnote goes on with the one before it."""
    return last is not None and last.kind == "footnote" and last.last.page == line.page and FOOTNOTE.match(line.text) is None

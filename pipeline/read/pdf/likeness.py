"""Whether words that stand in columns are a table, rather than a list with labels, a contents list, letters' heads or prose in columns."""

import re
from collections.abc import Sequence

from pipeline.read.page import Rect
from pipeline.read.pdf.gutters import Line

NUMBER = re.compile(r"[-–—+±<>≤≥~£$€(]*(?:\d[\d.,:/ ]*|n/?a|nil)[%)*†kKmM€]*|[-–—.·*]+", re.IGNORECASE)
LABEL = re.compile(r"[•▪●◦‣o\-–—*\uf0b7\uf0a7➢✓]|[(\[]?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]+)[.):\]]*")
LEADER = re.compile(r"\.{4,}|(?:\. ){3,}|…{2,}|_{3,}")
PAGES = re.compile(r"\(?(?:pages?|p\.?)\b", re.IGNORECASE)
HEADER = re.compile(
    r"(?:ref|no|item|action|task|owner|lead|who|whom|when|timescale|deadline|date|due|target|status|progress|outcome|objective|measure"
    r"|indicator|milestone|responsib|recommendation|update|cost|budget|resource|priority|rag|baseline|review|risk|comment)",
    re.IGNORECASE,
)

Row = list[Line]


def is_table(rows: Sequence[Row], rules: Sequence[Rect]) -> bool:
    """Whether rows of cells, of which every row has as many, look like a table."""
    if len(rows) < 2 or _is_list(rows) or _is_contents(rows):
        return False
    if _has_header(rows[0]):
        return True
    body = [cell for row in rows for cell in row[1:] if cell]
    numbers = sum(is_number(text(cell)) for cell in body)
    filled = sum(bool(cell) for row in rows for cell in row) / (len(rows) * len(rows[0]))
    if len(rows) < 3 or filled < 0.5:
        return False
    return numbers >= 0.5 * len(body)


def text(cell: Line) -> str:
    """The words of a cell."""
    return " ".join(word.text for word in cell)


def is_number(text: str) -> bool:
    """Whether a text is a figure, or what stands in place of one."""
    return NUMBER.fullmatch(text) is not None


def _is_list(rows: Sequence[Row]) -> bool:
    """Labels and what they label; names with colons and what they name."""
    if len(rows[0]) > 2:
        return False
    first = [text(row[0]) for row in rows if row[0]]
    labels = sum(LABEL.fullmatch(label) is not None or label.endswith(":") for label in first)
    return labels >= 0.5 * len(first)


def _is_contents(rows: Sequence[Row]) -> bool:
    """Titles with the numbers of their pages."""
    led = sum(LEADER.search(" ".join(map(text, row))) is not None for row in rows)
    pages = sum(PAGES.match(text(row[-1])) is not None for row in rows if row[-1])
    if led >= 0.3 * len(rows) or pages >= 0.3 * len(rows):
        return True
    last = [text(row[-1]) for row in rows if row[-1]]
    if len(rows[0]) > 3 or not all(number.isdigit() for number in last):
        return False
    return len(last) > 2 and list(map(int, last)) == sorted(map(int, last)) and int(last[-1]) < 1000


def _has_header(row: Row) -> bool:
    """Whether two columns or more are headed by words that council papers put over columns."""
    return sum(HEADER.match(text(cell)) is not None and len(cell) < 6 for cell in row) >= 2 and all(len(cell) < 8 for cell in row)

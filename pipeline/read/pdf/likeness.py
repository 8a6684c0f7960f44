"""Whether words that stand in columns are a table, rather than a list with labels, a contents list, letters' heads or prose in columns."""

import re
from collections.abc import Sequence

from pipeline.read.pdf.gutters import Line

NUMBER = re.compile(r"[-–—+±<>≤≥~£$€(]*(?:\d[\d.,:/ ]*|n/?a|nil)[%)*†kKmM€]*|[-–—.·*]+", re.IGNORECASE)
BULLET = re.compile(r"[•▪●◦‣o\-–—*\uf0b7\uf0a7➢✓]")
LABEL = re.compile(r"[(\[]?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]+)[.):\]]*")
LEADER = re.compile(r"\.{4,}|(?:\. ){3,}|…{2,}|_{3,}")
PAGES = re.compile(r"\(?(?:pages?|pp?\.)(?!\w)", re.IGNORECASE)
# What council papers print over columns: words that may have an ending, and words that stand as they are.
HEADER = re.compile(
    r"(?:actions?|activit|owner|lead|respons|accountab|timescale|timetab|timeline|timefram|deadline|target|milestone|status|progress|outcome"
    r"|output|objective|measure|indicator|recommend|budget|funding|resourc|priorit|baseline|deliver|partner|success|performance|description"
    r"|initiative|commitment|officer|completion)"
    r"|(?:ref|task|aim|update|comments?|project|proposal|start|end|what|how|who|whom|when|why|by|no|date|due|costs?|risks?|rag|theme|team"
    r"|service|item|timing|review)\b",
    re.IGNORECASE,
)

NUMBERED = re.compile(r"\d{1,3}(?:[./]\d{1,3}){0,3}[.)]?")
NAMES = re.compile(r"(?:[A-Z]{2,4}|Clerk|Chair(?:man)?|All)(?:[ ,/&+]+(?:[A-Z]{2,4}|Clerk|Chair(?:man)?|All|and)){0,5}")
FEWEST_ROWS = 3
MOST_NUMBERED = 0.6

Row = list[Line]


def is_table(rows: Sequence[Row]) -> bool:
    """Whether rows of cells, of which every row has as many, look like a table: under words that head columns, or full of figures."""
    if len(rows) < 2 or _is_list(rows) or is_contents(rows):
        return False
    if heads_columns(rows[0]) or _stands_out(rows) or _are_minutes(rows):
        return True
    body = [cell for row in rows for cell in row[1:] if cell]
    figures = sum(is_number(text(cell)) for cell in body)
    return len(rows) >= FEWEST_ROWS and figures >= max(FEWEST_ROWS, len(body) / 2) and _share_filled(rows) >= 0.5


def _stands_out(rows: Sequence[Row]) -> bool:
    """Whether the first of several rows, in three columns or more, alone is bold and has words over every column."""
    bold = [all(word.bold for cell in row for word in cell) for row in rows]
    is_head = bold[0] and all(0 < len(cell) < 8 for cell in rows[0]) and not any(bold[1:])
    return is_head and len(rows) > FEWEST_ROWS and len(rows[0]) >= 3 and _share_filled(rows) >= 0.6


def _are_minutes(rows: Sequence[Row]) -> bool:
    """Whether rows are numbered, and some of them name by initials, at the right margin, who is to act."""
    numbers = [text(row[0]) for row in rows if row[0]]
    names = [text(row[-1]) for row in rows if row[-1]]
    if len(rows[0]) < 3 or not FEWEST_ROWS <= len(names) < len(rows) or not all(map(NAMES.fullmatch, names)):
        return False
    return sum(NUMBERED.fullmatch(number) is not None for number in numbers) >= MOST_NUMBERED * len(rows)


def _share_filled(rows: Sequence[Row]) -> float:
    return sum(bool(cell) for row in rows for cell in row) / (len(rows) * len(rows[0]))


def text(cell: Line) -> str:
    """The words of a cell."""
    return " ".join(word.text for word in cell)


def is_number(text: str) -> bool:
    """Whether a text is a figure, or what stands in place of one."""
    return NUMBER.fullmatch(text) is not None


def _is_list(rows: Sequence[Row]) -> bool:
    """Bullets and what follows them; labels and what they label; names with colons and what they name."""
    first = [text(row[0]) for row in rows if row[0]]
    bullets = sum(BULLET.fullmatch(label) is not None for label in first)
    labels = sum(LABEL.fullmatch(label) is not None or label.endswith(":") for label in first)
    return 2 * bullets >= len(first) or (len(rows[0]) == 2 and 2 * labels >= len(first))


def is_contents(rows: Sequence[Row]) -> bool:
    """Titles with the numbers of their pages: behind leaders, said to be pages, or rising from row to row."""
    last = [text(row[-1]) for row in rows if row[-1]]
    led = sum(LEADER.search(" ".join(map(text, row))) is not None for row in rows)
    said = sum(PAGES.match(page) is not None for page in last)
    if led >= 0.3 * len(rows) or said >= 0.3 * len(rows):
        return True
    pages = [int(page) for page in last if page.isdecimal() and len(page) < 4]
    rises = pages == sorted(pages) and len(set(pages)) > 1
    titles = sum(any(cell and not is_number(text(cell)) for cell in row[:-1]) for row in rows)
    return len(rows[0]) <= 3 and len(pages) > 2 and rises and 2 * len(pages) > len(last) - said and 2 * titles > len(rows)


def heads_columns(row: Row) -> bool:
    """Whether two columns or more are headed by words that council papers put over columns."""
    return sum(HEADER.match(text(cell)) is not None and len(cell) < 6 for cell in row) >= 2 and all(len(cell) < 8 for cell in row)

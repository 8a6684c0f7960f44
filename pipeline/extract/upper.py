"""Two columns of orders in one table: which of them stands above the other, as an objective above its actions."""

import re
from dataclasses import dataclass

from pipeline.extract.candidate import Candidate
from pipeline.extract.nesting import PRINTED_NUMBER
from pipeline.extract.reading import Reading
from pipeline.extract.verbs import Verbs
from pipeline.model.document import Block
from pipeline.model.span import Span

ABOVE = re.compile(r"\b(?:objectives?|goals?|aims?|ambitions?|commitments?|promises?|pledges?)\b", re.IGNORECASE)
BELOW = re.compile(r"\b(?:milestones?|steps|sub-?(?:actions?|tasks?))\b", re.IGNORECASE)
MEASURING = re.compile(r"\b(?:deliverables?|outputs?)\b", re.IGNORECASE)
PAIR = 2
Columns = dict[str, list[int]]


def part_orders(columns: Columns, header: Block | None, rows: list[Block], reading: Reading) -> tuple[Columns, dict[int, int]]:
    """The columns by role, with one of two columns of orders as the `upper` one, as theme, or as steps or measure of the other.

    Cells merged downwards, or printed again in the next row, show the upper one; else the headers tell. Behind it, how many rows
    stand below each upper cell, by where the row with the cell begins.
    """
    orders = columns.get("action", [])
    if header is None or len(orders) != PAIR:
        return columns, {}
    first, second = orders
    above, below = (_text(header, column, reading) for column in orders)
    if counts := _merged(rows, first, second, reading):
        return {**columns, "action": [second], "upper": [first]}, counts
    if ABOVE.search(above) and not ABOVE.search(below):
        return {**columns, "action": [second], "theme": columns.get("theme", [first])}, {}
    role = "steps" if BELOW.search(below) else "measure" if MEASURING.search(below) else None
    if role is None or role in columns:
        return columns, {}
    return {**columns, "action": [first], role: [second]}, {}


def _merged(rows: list[Block], first: int, second: int, reading: Reading) -> dict[int, int]:
    """How many rows stand below each cell of the first column; empty where each has its own."""
    counts: dict[int, int] = {}
    start, printed = -1, ""
    for row in rows:
        text = _text(row, first, reading)
        if not _text(row, second, reading):
            continue
        if text and text != printed:
            start, printed = row.span.start, text
        counts[start] = counts.get(start, 0) + 1
    counts.pop(-1, None)
    return counts if any(count > 1 for count in counts.values()) else {}


def _text(row: Block, column: int, reading: Reading) -> str:
    span = row.cells[column].span if column < len(row.cells) else None
    return span.of(reading.text).strip() if span else ""


@dataclass
class Upper:
    """What an upper cell says: its record where it orders something and has several rows below it, else their theme; `ref` is its
    number."""

    record: Candidate | None
    ref: str | None
    theme: str
    is_single: bool
    is_told: bool = False

    def give(self, records: list[Candidate]) -> list[Candidate]:
        """The records of a row as they stand below the cell, the cell's own before the first of them."""
        for record in records:
            if self.record and record.parent is None:
                record.parent = self.record
            elif not self.record:
                record.theme = self.theme
        if records and self.is_single and self.ref:
            records[0].ref = records[0].ref or self.ref
        told, self.is_told = self.is_told, self.is_told or bool(records)
        return [self.record, *records] if self.record and records and not told else records


def read_upper(cell: Span, count: int, reading: Reading, verbs: Verbs) -> Upper:
    """What an upper cell above `count` rows says."""
    text = cell.of(reading.text)
    number = PRINTED_NUMBER.match(text)
    words = Span(cell.start + number.end(), cell.end) if number else cell
    ref = number["ref"] if number else None
    orders = count > 1 and verbs.opens(words.of(reading.text))
    record = Candidate("commitment", "CO09", (words,), ref=ref) if orders else None
    return Upper(record, ref, " ".join(text.split()), is_single=count == 1)

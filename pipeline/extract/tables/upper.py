"""Two columns of orders in one table: which of them stands above the other, as an objective above its actions."""

import re

from pipeline.extract.reading import Reading
from pipeline.extract.tables.column_looks import text_at
from pipeline.model.document import Block

ABOVE = re.compile(r"\b(?:objectives?|goals?|aims?|ambitions?|commitments?|promises?|pledges?)\b", re.IGNORECASE)
BELOW = re.compile(r"\b(?:milestones?|steps|actions? (?:taken|to date)|sub-?(?:actions?|tasks?))\b", re.IGNORECASE)
MEASURING = re.compile(r"\b(?:deliverables?|outputs?)\b", re.IGNORECASE)
PAIR = 2
Columns = dict[str, list[int]]


def part_orders(columns: Columns, header: Block | None, rows: list[Block], reading: Reading) -> tuple[Columns, dict[int, int]]:
    """The columns by role, with one of two columns of orders as the `upper` one, as theme, or as steps or measure of the other.

    Cells merged downwards, or printed again in the next row, show the upper one; else the headers tell. Behind it, how many rows
    stand below each upper cell, by where the row with the cell begins.
    """
    if header is not None:
        columns = _with_aim(_without_lower(columns, header, reading))
    orders = columns.get("action", [])
    if header is None or len(orders) != PAIR:
        return columns, {}
    first, second = orders
    above, below = (text_at(header, column, reading) for column in orders)
    if counts := _merged(rows, first, second, reading):
        named = "upper_ref" if _number_upper(rows, columns.get("ref", []), first, reading) else "ref"
        rest = {role: indexes for role, indexes in columns.items() if role != "ref"}
        return {**rest, named: columns.get("ref", []), "action": [second], "upper": [first]}, counts
    if ABOVE.search(above) and not ABOVE.search(below):
        if not columns.keys() & {"owner", "timescale", "period"} and _are_lists(rows, second):
            return {**columns, "action": [first], "steps": [second]}, {}
        return {**columns, "action": [second], "theme": columns.get("theme", [first])}, {}
    role = "steps" if BELOW.search(below) else "measure" if MEASURING.search(below) else None
    if role is None or role in columns:
        return columns, {}
    return {**columns, "action": [first], role: [second]}, {}


def _without_lower(columns: Columns, header: Block, reading: Reading) -> Columns:
    """The columns without those of orders that are named as steps or as aims and stand where an order's own are not looked for: steps
    before the order or behind an aim and its order, an aim behind the order that it tells the reason of."""
    orders = columns.get("action", [])
    named = {column: text_at(header, column, reading) for column in orders}
    plain = [column for column, name in named.items() if not any(kind.search(name) for kind in (ABOVE, BELOW, MEASURING))]
    if len(plain) != 1 or len(orders) < PAIR:
        return columns
    aims = [column for column, name in named.items() if ABOVE.search(name)]
    steps = [column for column, name in named.items() if BELOW.search(name) and (column < plain[0] or aims)]
    measures = [column for column, name in named.items() if MEASURING.search(name) and aims]
    left = [column for column in orders if column not in (*steps, *measures) and (column not in aims or column < plain[0])]
    return {role: found for role, found in (("steps", steps), ("measure", measures)) if found} | columns | {"action": left}


def _with_aim(columns: Columns) -> Columns:
    """The columns with a measure that stands before the order as its theme, where another one stands behind it."""
    measures, orders = columns.get("measure", []), columns.get("action", [])
    if len(measures) < PAIR or not orders or "theme" in columns or not measures[0] < orders[0] < measures[-1]:
        return columns
    return {**columns, "theme": measures[:1], "measure": measures[1:]}


def _merged(rows: list[Block], first: int, second: int, reading: Reading) -> dict[int, int]:
    """How many rows stand below each cell of the first column; empty where each has its own."""
    counts: dict[int, int] = {}
    start, printed = -1, ""
    for row in rows:
        text = text_at(row, first, reading)
        if not text_at(row, second, reading):
            continue
        if text and text != printed:
            start, printed = row.span.start, text
        counts[start] = counts.get(start, 0) + 1
    counts.pop(-1, None)
    return counts if any(count > 1 for count in counts.values()) else {}


def _are_lists(rows: list[Block], column: int) -> bool:
    """Whether most cells of a column print several paragraphs."""
    cells = [row.cells[column] for row in rows if column < len(row.cells) and row.cells[column].parts]
    return bool(cells) and 2 * sum(len(cell.parts) > 1 for cell in cells) > len(cells)


def _number_upper(rows: list[Block], refs: list[int], first: int, reading: Reading) -> bool:
    """Whether references are printed beside the cells of the first column only."""
    return any(text_at(row, ref, reading) for row in rows for ref in refs) and all(
        bool(text_at(row, ref, reading)) <= bool(text_at(row, first, reading)) for row in rows for ref in refs
    )

"""Rows of plans that plan nothing: totals, accounts, and stages that are over."""

import re

from pipeline.extract.reading import Reading
from pipeline.extract.tables.column_looks import MONEY
from pipeline.extract.tables.columns import Table
from pipeline.extract.tables.row_cells import cells_of, header_of, parts_of
from pipeline.model.document import Block

NUMBERED = re.compile(
    r"(?P<ref>\d{1,2}(?:(?:\.\d{1,3}){1,3}[.:)]?|[.)](?!.*\s\d{1,2}[.)]\s))|\(?(?:[a-z]|[ivx]{1,4})\)|\(\d{1,2}\)|R\d{1,2}[.:)]?)\s+(?=[^\W\d_])",
    re.DOTALL,
)
TOTAL = re.compile(
    r"(?:grand |sub-? ?)?totals?\b|n/?a$|not applicable|no (?:further )?actions?\b(?: (?:required|needed))?[.,;]?(?: |\Z)", re.IGNORECASE
)
STAGE = re.compile(r"\bstages?\b", re.IGNORECASE)
REFUSED = re.compile(r"(?:not (?:agreed|accepted|supported)|disagreed?|rejected|declined)\b", re.IGNORECASE)
PAST = re.compile(r"(?:completed?|adopted|done|published|undertaken)\b", re.IGNORECASE)
SIGNED = re.compile(r"(?:[+−–-]\s?[£$€]|[£$€]\s?[−–-]|\(\s?[£$€])\s?\d")
SUMS_OF_ACCOUNT = 3
COUNT = re.compile(r"\d{1,3}(?:,\d{3})*|\d{1,3}(?:\.\d+)?\s?%|[xX✓✔•yYnN*]")
SHARE = re.compile(r"[%xX✓✔]")
OF_A_PLAN = ("owner", "partner", "timescale", "period", "target", "budget", "status", "measure", "steps", "indicator")


def is_of_account(block: Block, table: Table, reading: Reading) -> bool:
    """Whether a row holds the sums of several years or purposes, or a sum with a sign: what an account has, and no allocation.

    One column that a header names as the budget is the sum of the others.
    """
    texts = [cell.span.of(reading.text) for cell in block.cells if cell.span]
    is_whole = table.header is not None and len(table.columns["budget"]) == 1 and not table.has("actual", "previous", "baseline")
    return (not is_whole and sum(MONEY.search(text) is not None for text in texts) >= SUMS_OF_ACCOUNT) or any(map(SIGNED.match, texts))


def is_tally(block: Block, table: Table, reading: Reading) -> bool:
    """Whether a row without any cell of a plan only counts what its words name, or ticks it: answers to a survey, powers of a kind."""
    if table.has(*OF_A_PLAN):
        return False
    own = {cell.span for role in ("action", "ref") for cell in cells_of(block, table, role)}
    others = [cell.span.of(reading.text) for cell in block.cells if cell.span and cell.span not in own]
    return bool(others) and all(map(COUNT.fullmatch, others)) and any(map(SHARE.search, others))


def is_over(block: Block, table: Table, reading: Reading) -> bool:
    """A stage of a timetable that only an actual date in the past, or no date at all, stands beside."""
    if table.has("actual") and table.has("timescale") and parts_of(block, table, "actual") and not parts_of(block, table, "timescale"):
        return True
    if table.has("owner", "status", "target", "budget", "measure"):
        return False
    texts = [part.of(reading.text) for part in parts_of(block, table, "timescale")]
    return bool(texts) and all(PAST.match(text) or TOTAL.match(text) for text in texts)


def is_stage(table: Table, reading: Reading) -> bool:
    """Whether the rows of a table are stages of a timetable, of which nothing but a date is told."""
    if not table.header or not table.has("timescale") or table.has("owner", "status", "target", "budget", "measure"):
        return False
    header = header_of(table, "action")
    return header is not None and STAGE.search(header.of(reading.text)) is not None

"""Tables that hold sums rather than promises: budgets, their monitoring, and programmes that spread costs over years."""

import re
from collections.abc import Callable, Sequence
from statistics import fmean

from pipeline.extract.reading import Reading
from pipeline.extract.tables.column_looks import text_at
from pipeline.model.document import Block

Columns = dict[str, list[int]]
SUM = re.compile(r"(?!(?:19|20)\d\d\Z)[-–−+(]?[£$€]?[-–−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:k|m|bn)?\)?|[-–−]|nil", re.IGNORECASE)
LIKE_MONEY = re.compile(r"[£$€,.]|[+−–-]\d|\d{3}")  # a score or a count of a few is no sum
SIGNED = re.compile(r"[+−–(-][£$€]?\d|[£$€][−–-]\d")
CURRENCY_APART = re.compile(r"(?<=[£$€+−–-])\s+(?=\d)")
MONITORED = re.compile(r"\b(?:varianc?es?|outturn|(?:over|under)[ -]?spends?)\b", re.IGNORECASE)
PLANNED = re.compile(
    r"\b(?:actions?|tasks?|commitments?|recommendations?|activit(?:y|ies)|what we will do|milestones?|deliverables?|pledges?|promises?"
    r"|interventions?|improvements?)\b",
    re.IGNORECASE,
)
ACCOUNTABLE = re.compile(r"\b(?:(?:key )?services?|directorates?|departments?|divisions?|cabinet members?|portfolios?)\b", re.IGNORECASE)
TELLING = ("timescale", "period", "discussion", "feedback")
SUMS_OF_ACCOUNT = 3
MOST = 0.6


def is_account(columns: Columns, header: Block | None, rows: Sequence[Block], role: Callable[[str], str | None], reading: Reading) -> bool:
    """Whether most rows of a table hold several sums, or by how much one was changed or missed, and nothing tells when or how far they are.

    No account is a table that names actions, targets or somebody to act in its header, nor one whose sums are parts of one budget.
    `role` says what a header makes of its column.
    """
    headers = [text_at(header, index, reading) for index in range(len(header.cells))] if header else []
    roles = [role(text) for text in headers]
    is_monitored = any(map(MONITORED.search, headers))
    if _is_plan(columns, headers, roles) or ("status" in columns and not is_monitored):
        return False
    skipped = {*columns.get("ref", []), *columns.get("action", [])}
    sums = [found for row in rows if (found := _sums(row, skipped, reading))]
    if not any(LIKE_MONEY.search(text) for row in sums for text in row):
        return False
    is_whole = roles.count("budget") == 1 and "period" not in roles and not any(SIGNED.match(text) for row in sums for text in row)
    is_changed = fmean(any(map(SIGNED.match, row)) for row in sums) >= MOST
    return is_monitored or is_changed or (not is_whole and fmean(len(row) >= SUMS_OF_ACCOUNT for row in sums) >= MOST)


def _is_plan(columns: Columns, headers: list[str], roles: list[str | None]) -> bool:
    """Whether a column tells when, or a header names actions, targets or who is to act."""
    acts = any(each == "owner" and not ACCOUNTABLE.search(text) for each, text in zip(roles, headers, strict=True))
    return acts or "target" in roles or any(told in columns for told in TELLING) or any(map(PLANNED.search, headers))


def _sums(row: Block, skipped: set[int], reading: Reading) -> list[str]:
    """The sums in the cells of a row that hold nothing else."""
    cells = (CURRENCY_APART.sub("", text_at(row, index, reading)).split() for index in range(len(row.cells)) if index not in skipped)
    return [text for cell in cells if all(map(SUM.fullmatch, cell)) for text in cell]

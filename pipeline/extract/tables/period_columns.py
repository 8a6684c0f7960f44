"""Columns that a period heads, as Q1 or 2025/26: what stands below one is marked, promised, set aside or to be reached in it."""

import re
from statistics import fmean

from pipeline.extract.reading import Reading
from pipeline.extract.tables.column_looks import MONEY, span_at, texts_below
from pipeline.model.document import Block
from pipeline.model.span import Span

NONE = "-"
FIGURE = re.compile(r"[<>≤≥]?\s*[£$€]?\s?-?\d[\d,.]*\s*(?:%|k|m|bn)?")
MARK = re.compile(r"[xX✓✔√●•■*]|yes|due", re.IGNORECASE)
MOST = 0.6
Columns = dict[str, list[int]]


def settle_periods(columns: Columns, rows: list[Block], reading: Reading) -> Columns:
    """The columns by role; those below periods hold budgets where they are sums, and marks or steps where they are no figures."""
    if not (periods := columns.get("period", [])):
        return columns
    rest = {role: indexes for role, indexes in columns.items() if role != "period"}
    texts = [text for index in periods for text in texts_below(rows, index, reading)]
    if share_of_sums(texts) >= MOST:
        return rest if "budget" in rest else {**rest, "budget": periods}
    is_plan = bool(texts) and fmean(FIGURE.fullmatch(text) is None for text in texts) >= MOST
    return {**rest, "period": periods} if is_plan else rest


def share_of_sums(texts: list[str]) -> float:
    """How many of the texts, from 0 to 1, are sums of money, or say that there is none."""
    return fmean(text == NONE or MONEY.match(text) is not None for text in texts) if texts else 0.0


def in_periods(row: Block, columns: Columns, header: Block, reading: Reading) -> tuple[list[Span], list[tuple[Span, Span]]]:
    """The headers of the periods that a row marks, and the words that it prints below others, each with its header."""
    marked: list[Span] = []
    told: list[tuple[Span, Span]] = []
    for index in columns.get("period", []):
        above = span_at(header, index)
        for part in row.cells[index].parts if index < len(row.cells) and above else ():
            if above and MARK.fullmatch(part.of(reading.text)):
                marked.append(above)
            elif above:
                told.append((part, above))
    return marked, told

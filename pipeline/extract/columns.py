"""What each column of a table holds: by its header, or failing one by the looks of its cells."""

import re
from dataclasses import dataclass
from typing import Any

from pipeline.extract.reading import Reading
from pipeline.model.document import Block
from pipeline.rulebook import Rulebook

LONGEST_HEADER = 120
REF = re.compile(r"[A-Z]{0,5}[ ./-]?\d{1,3}(?:[.\-]\d{1,3})*\.?[a-z]?|[ivxlc]+|[A-Z]{1,3}|\([a-z]\)")
FIGURE = re.compile(r"[<>≤≥]?\s*[£$€]?\d[\d,.]*\s*(?:%|k|m|bn)?(?:\s\w+)?")
MONEY = re.compile(r"[£$€]\s?\d|^\d+(?:\.\d+)?k$")


@dataclass(frozen=True)
class Table:
    """The columns of one table by role, its header row where it has one, and the rows below it."""

    columns: dict[str, list[int]]
    header: Block | None
    rows: tuple[Block, ...]

    def has(self, *roles: str) -> bool:
        """Whether any column has one of the roles."""
        return any(role in self.columns for role in roles)


class ColumnReader:
    """Reads tables by rules/commitment/columns."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("commitment/columns")

    def read(self, rows: list[Block], reading: Reading) -> Table:
        """The table that the rows make."""
        while len(rows) > 2 and not self._header_roles(rows[0], reading) and (later := self._later_header(rows, reading)):
            rows = rows[later:]
        roles = self._header_roles(rows[0], reading) if len(rows) > 1 else {}
        header = rows[0] if roles else None
        body = tuple(rows[1:] if header else rows)
        roles = roles or _roles_by_content(body, reading)
        columns: dict[str, list[int]] = {}
        for index, role in sorted(roles.items()):
            columns.setdefault(role, []).append(index)
        return Table(_with_text(columns, body), header, body)

    def _later_header(self, rows: list[Block], reading: Reading) -> int:
        """Where a second table begins that only blank lines part from the first; 0 where none does."""
        return next((index for index, row in enumerate(rows) if index and len(rows) > index + 1 and self._is_full_header(row, reading)), 0)

    def _is_full_header(self, row: Block, reading: Reading) -> bool:
        roles = self._header_roles(row, reading)
        short = all(len(cell.span.of(reading.text).split()) <= 5 for cell in row.cells if cell.span)
        return bool(roles) and short and len(roles) == sum(cell.span is not None for cell in row.cells)

    def role(self, text: str) -> str | None:
        """What a header says of its column; None where no rule knows it."""
        for rule in self._rules:
            if rule.pattern.search(text):
                role: Any = rule.rule.value["role"]
                return str(role)
        return None

    def _header_roles(self, row: Block, reading: Reading) -> dict[int, str]:
        """The roles, if the row is a header: short cells without a figure of their own, of which two or more are known."""
        texts = {index: cell.span.of(reading.text) for index, cell in enumerate(row.cells) if cell.span}
        if len(texts) < 2 or any(len(text) > LONGEST_HEADER or (text.endswith(".") and len(text) > 12) for text in texts.values()):
            return {}
        roles = {index: role for index, text in texts.items() if (role := self.role(text))}
        plain = sum(not FIGURE.fullmatch(text) for text in texts.values())
        return roles if len(roles) >= 2 and plain == len(texts) and 2 * len(roles) >= len(texts) else {}


def _roles_by_content(rows: tuple[Block, ...], reading: Reading) -> dict[int, str]:
    roles: dict[int, str] = {}
    width = max(len(row.cells) for row in rows)
    lengths = {}
    for column in range(width):
        texts = [row.cells[column].span.of(reading.text) for row in rows if column < len(row.cells) and row.cells[column].span]  # type: ignore[union-attr]
        if not texts:
            continue
        lengths[column] = sum(map(len, texts)) / len(texts)
        if column == 0 and _share(texts, REF) >= 0.6:
            roles[column] = "ref"
        elif _dated(rows, column, reading) >= 0.5 and lengths[column] < 40:
            roles[column] = "timescale"
        elif sum(bool(MONEY.search(text)) for text in texts) >= 0.6 * len(texts) and lengths[column] < 20:
            roles[column] = "budget"
        elif _share(texts, FIGURE) >= 0.6:
            roles[column] = "target"
    _name_the_rest(roles, lengths)
    return roles


def _name_the_rest(roles: dict[int, str], lengths: dict[int, float]) -> None:
    """The longest column holds the promise; a shorter one behind it its owner, one before it its theme."""
    left = [column for column in lengths if column not in roles]
    if not left:
        return
    action = max(left, key=lambda column: lengths[column])
    roles[action] = "action"
    for column in left:
        if column != action and "timescale" in roles.values():
            roles[column] = "theme" if column < action else "owner"


def _share(texts: list[str], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.fullmatch(text)) for text in texts) / len(texts)


def _dated(rows: tuple[Block, ...], column: int, reading: Reading) -> float:
    """The share of the column's cells that are hardly more than a time."""
    cells = [row.cells[column].span for row in rows if column < len(row.cells) and row.cells[column].span]
    times = [sum(t.span.end - t.span.start for t in reading.times_in(cell)) / (cell.end - cell.start) for cell in cells if cell]
    return sum(share > 0.5 for share in times) / len(times)


def _with_text(columns: dict[str, list[int]], rows: tuple[Block, ...]) -> dict[str, list[int]]:
    """Sees to it that some column holds the words: the indicator's name, else the first whose role nobody told."""
    if "action" in columns:
        return columns
    if "measure" in columns:
        return {**columns, "action": columns["measure"][:1], "indicator": columns["measure"][:1]}
    width = max((len(row.cells) for row in rows), default=0)
    free = [index for index in range(width) if all(index not in taken for taken in columns.values())]
    spare = columns.get("theme", []) + columns.get("steps", [])
    text = (free or spare)[:1]
    return (
        {
            **{role: [i for i in taken if i not in text] for role, taken in columns.items() if [i for i in taken if i not in text]},
            "action": text,
        }
        if text
        else columns
    )

"""What each column of a table holds: by its header, or failing one by the looks of its cells."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import fmean

from pipeline.extract.owner_columns import OwnerColumns
from pipeline.extract.reading import Reading
from pipeline.extract.upper import part_orders
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

LONGEST_HEADER = 120
MOST_KNOWN = 4096
SHARE_OF_REFS = 0.6
LONGEST_LATER_HEADER = 5
LONGEST_SENTENCE_OF_HEADER = 12
REF = re.compile(r"[A-Z]{0,5}[ ./-]?\d{1,3}(?:[.\-]\d{1,3})*\.?[a-z]?|[ivxlc]+|[A-Z]{1,3}|\([a-z]\)")
FIGURE = re.compile(r"[<>≤≥]?\s*[£$€]?\d[\d,.]*\s*(?:%|k|m|bn)?(?:\s\w+)?")
TO_BE_TOLD = re.compile(r"tb[cad]|to be (?:confirmed|announced|advised|determined)", re.IGNORECASE)
MONEY = re.compile(r"[£$€]\s?\d|^\d+(?:\.\d+)?k$")


@dataclass(frozen=True)
class Table:
    """The columns of one table by role, and its header row where it has one; `below` counts the rows below each upper cell."""

    columns: dict[str, list[int]]
    header: Block | None
    below: dict[int, int] = field(default_factory=dict)

    def has(self, *roles: str) -> bool:
        """Whether any column has one of the roles."""
        return any(role in self.columns for role in roles)


class ColumnReader:
    """Reads tables by rules/commitment/columns."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("commitment/columns")
        self._role_of = lru_cache(maxsize=MOST_KNOWN)(self._find_role)
        self._owners = OwnerColumns(rulebook)

    def read(self, rows: list[Block], reading: Reading, banded: frozenset[int] = frozenset()) -> dict[int, Table]:
        """The table of each row, by where the row begins; a second header among the rows begins another table.

        `banded` are the beginnings of rows right below a heading: where no header tells the columns, or they have hardly half of its
        cells, each begins another table too.
        """
        is_headed, few = bool(self._header_roles(rows[0], reading)), len(rows[0].cells) // 2
        bands = {row.span.start for row in rows if row.span.start in banded and (not is_headed or len(row.cells) <= few)}
        starts = [index for index, row in enumerate(rows) if index == 0 or row.span.start in bands or self._is_later_header(row, reading)]
        tables: dict[int, Table] = {}
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
            table = self._read_one(rows[start:end], reading)
            tables |= dict.fromkeys((row.span.start for row in rows[start:end]), table)
        return tables

    def role(self, text: str) -> str | None:
        """What a header says of its column; None where no rule knows it."""
        return self._role_of(text)

    def _find_role(self, text: str) -> str | None:
        return next((str(rule.rule.value["role"]) for rule in self._rules if rule.pattern.search(text)), None)

    def _read_one(self, rows: list[Block], reading: Reading) -> Table:
        if self._is_account(rows[0], reading):
            return Table({}, rows[0])
        roles = self._header_roles(rows[0], reading) if len(rows) > 1 else {}
        header = rows[0] if roles else None
        body = rows[1:] if header else rows
        if header and _begin_with_unnamed_refs(header, roles, body, reading):
            header = header._replace(cells=(Cell(()), *header.cells))
            roles = {0: "ref", **{index + 1: role for index, role in roles.items()}}
        columns: dict[str, list[int]] = {}
        for index, role in sorted((roles or self._roles_by_looks(body, reading)).items()):
            columns.setdefault(role, []).append(index)
        columns, below = part_orders(columns, header, body, reading)
        return Table(_with_text(columns, max(len(row.cells) for row in body)), header, below)

    def _roles_by_looks(self, rows: list[Block], reading: Reading) -> dict[int, str]:
        """The roles that the cells betray; where only the order of the columns tells of an owner, most cells must look like one."""
        roles = _roles_by_content(rows, reading)
        return {index: role for index, role in roles.items() if role != "owner" or self._owners.are_owners(_texts(rows, index, reading))}

    def _header_roles(self, row: Block, reading: Reading) -> dict[int, str]:
        """The roles, if the row is a header: short cells without a figure of their own, of which two or more are known."""
        texts = {index: cell.span.of(reading.text) for index, cell in enumerate(row.cells) if cell.span}
        if len(texts) < 2 or any(self._is_no_header(text) for text in texts.values()):
            return {}
        roles = {index: role for index, text in texts.items() if (role := self.role(text))}
        return roles if len(roles) >= 2 and 2 * len(roles) >= len(texts) else {}

    def _is_account(self, row: Block, reading: Reading) -> bool:
        """Whether the row is a header that names what is held or owed; such a table has no columns for us."""
        texts = [cell.span.of(reading.text) for cell in row.cells if cell.span]
        return not any(self._is_no_header(text) for text in texts) and any(self.role(text) == "holding" for text in texts)

    def _is_no_header(self, text: str) -> bool:
        sentence = text.endswith(".") and len(text) > LONGEST_SENTENCE_OF_HEADER
        return (
            len(text) > LONGEST_HEADER or sentence or (FIGURE.fullmatch(text) is not None and (self.role(text) is None or text[0] in "£$€"))
        )

    def _is_later_header(self, row: Block, reading: Reading) -> bool:
        """Inside a table only a row of which every cell is a short and known header begins another one; units alone (£000s) do not."""
        spans = [cell.span for cell in row.cells if cell.span]
        if any(len(span.of(reading.text).split()) > LONGEST_LATER_HEADER for span in spans):
            return False
        roles = self._header_roles(row, reading)
        return len(roles) == len(spans) and len(set(roles.values())) > 1


def _roles_by_content(rows: list[Block], reading: Reading) -> dict[int, str]:
    """The role of each column that its cells betray, and the rest by their length and order."""
    roles: dict[int, str] = {}
    lengths: dict[int, float] = {}
    for column in range(max(len(row.cells) for row in rows)):
        spans = [span for row in rows if column < len(row.cells) and (span := row.cells[column].span)]
        if spans:
            lengths[column] = fmean(span.end - span.start for span in spans)
            if role := _role_by_content(column, spans, lengths[column], reading):
                roles[column] = role
    return roles | _roles_by_order([column for column in lengths if column not in roles], lengths, "timescale" in roles.values())


def _begin_with_unnamed_refs(header: Block, roles: dict[int, str], body: list[Block], reading: Reading) -> bool:
    """Whether the rows have one cell more than the header, and begin with references: one header stands over these and the words."""
    fuller = sum(len(row.cells) == len(header.cells) + 1 for row in body)
    named = "ref" in roles.values()
    return not named and 2 * fuller > len(body) and _share([_text(row.cells[0], reading) for row in body], REF) >= SHARE_OF_REFS


def _text(cell: Cell, reading: Reading) -> str:
    return cell.span.of(reading.text) if cell.span else ""


def _texts(rows: list[Block], column: int, reading: Reading) -> list[str]:
    return [span.of(reading.text) for row in rows if column < len(row.cells) and (span := row.cells[column].span)]


def _role_by_content(column: int, spans: list[Span], length: float, reading: Reading) -> str | None:
    texts = [span.of(reading.text) for span in spans]
    if column == 0 and _share(texts, REF) >= SHARE_OF_REFS:
        return "ref"
    if length < 40 and fmean(is_dated(span, reading) for span in spans) >= 0.5:
        return "timescale"
    if length < 20 and fmean(MONEY.search(text) is not None for text in texts) >= 0.6:
        return "budget"
    return "target" if _share(texts, FIGURE) >= 0.6 else None


def _roles_by_order(left: list[int], lengths: dict[int, float], is_dated: bool) -> dict[int, str]:
    """The longest column holds the promise; in a dated table a shorter one behind it its owner, one before it its theme."""
    if not left:
        return {}
    action = max(left, key=lambda column: lengths[column])
    others = {column: "theme" if column < action else "owner" for column in left if column != action and is_dated}
    return {action: "action", **others}


def _share(texts: list[str], pattern: re.Pattern[str]) -> float:
    return fmean(pattern.fullmatch(text) is not None for text in texts)


def is_dated(span: Span, reading: Reading) -> bool:
    """Whether a cell is hardly more than a time, or says that it is still to be told."""
    if TO_BE_TOLD.fullmatch(span.of(reading.text)):
        return True
    return 2 * sum(timex.span.end - timex.span.start for timex in reading.times_in(span)) > span.end - span.start


def _with_text(columns: dict[str, list[int]], width: int) -> dict[str, list[int]]:
    """Sees to it that some column holds the words: the indicator's name, else the first whose role nobody told."""
    if "action" in columns:
        return columns
    if "measure" in columns:
        return {**columns, "action": columns["measure"][:1], "indicator": columns["measure"][:1]}
    taken = {index for indexes in columns.values() for index in indexes}
    text = ([index for index in range(width) if index not in taken] or columns.get("theme", []) or columns.get("steps", []))[:1]
    rest = {role: left for role, indexes in columns.items() if (left := [index for index in indexes if index not in text])}
    return {**rest, "action": text} if text else columns

"""What each column of a table holds: by its header, or failing one by the looks of its cells."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.extract.owners.columns import OwnerColumns
from pipeline.extract.reading import Reading
from pipeline.extract.tables.accounts import PLANNED, is_account
from pipeline.extract.tables.column_looks import (
    FIGURE,
    REF,
    SHARE_OF_REFS,
    as_filled,
    is_dated,
    roles_by_looks,
    share,
    span_at,
    texts_below,
    with_unknown,
)
from pipeline.extract.tables.minuted import MINUTED, roles_of_minutes
from pipeline.extract.tables.period_columns import settle_periods, share_of_sums
from pipeline.extract.tables.upper import part_orders
from pipeline.model.document import Block, Cell
from pipeline.rulebook import Rulebook

LONGEST_HEADER, LONGEST_LATER_HEADER, LONGEST_SENTENCE_OF_HEADER = 120, 5, 12
MOST_WORDS = 3  # of the headers beside periods
MOST_KNOWN = 4096
PLURAL = re.compile(r"\s?\((?:e?s|ies)\)")
NAMING = ("theme", "steps", "owner")  # a service, beside the standards it keeps, is what they are of
WHO_AND_WHEN = re.compile(r"(?:/|&|\band\b|,)\s*(?:by )?(?:when|(?:due |target )?dates?|deadlines?|timescales?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """The columns of one table by role, and its header row where it has one; `below` counts the rows below each upper cell, and
    `is_account` says that the rows hold sums rather than promises."""

    columns: dict[str, list[int]]
    header: Block | None
    below: dict[int, int] = field(default_factory=dict)
    is_account: bool = False

    def has(self, *roles: str) -> bool:
        """Whether any column has one of the roles."""
        return any(role in self.columns for role in roles)


class ColumnReader:
    """Reads tables by rules/commitment/columns."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("commitment/columns")
        self._role_of = lru_cache(maxsize=MOST_KNOWN)(self._find_role)
        self._owners = OwnerColumns(rulebook)
        self._status = re.compile(rulebook.fragments["status_cell"], re.IGNORECASE)

    def read(self, rows: list[Block], reading: Reading, banded: frozenset[int] = frozenset()) -> dict[int, Table]:
        """The table of each row, by where the row begins; a second header among the rows begins another table.

        `banded` are the beginnings of rows right below a heading: where no header tells the columns, or they have hardly half of its
        cells, each begins another table too.
        """
        is_headed, few = bool(self._roles_of_header(rows, reading)), len(rows[0].cells) // 2
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
        one = PLURAL.sub("", text)
        return next((str(rule.rule.value["role"]) for rule in self._rules if rule.pattern.search(one)), None)

    def _read_one(self, rows: list[Block], reading: Reading) -> Table:
        if self._is_register(rows[0], reading):
            return Table({}, rows[0])
        if minutes := roles_of_minutes(rows, reading):
            return Table({role: [index] for index, role in minutes[1].items()} | {MINUTED: []}, minutes[0])
        roles = (self._roles_of_header(rows, reading) or self._roles_below_names(rows, reading)) if len(rows) > 1 else {}
        header = rows[0] if roles else None
        body = rows[1:] if header else rows
        if header and _begin_with_unnamed_refs(header, roles, body, reading):
            header = header._replace(cells=(Cell(()), *header.cells))
            roles = {0: "ref", **{index + 1: role for index, role in roles.items()}}
        elif header and _are_unnamed_refs(header, roles, body, reading):
            roles = {0: "ref", **roles}
        columns: dict[str, list[int]] = {}
        filled = with_unknown(as_filled(roles, body, reading, self._owners, self._status), body, reading, self._owners)
        for index, role in sorted((filled or roles_by_looks(body, reading, self._owners)).items()):
            columns.setdefault(role, []).append(index)
        columns = settle_periods(columns, body, reading)
        if "timescale" not in columns and (both := _who_and_when(header, columns.get("owner", []), reading)):
            columns["timescale"] = both
        columns, below = part_orders(columns, header, body, reading)
        columns = _with_text(columns, max(len(row.cells) for row in body))
        return Table(columns, header, below, is_account(columns, header, body, self.role, reading))

    def _roles_of_header(self, rows: list[Block], reading: Reading) -> dict[int, str]:
        return self._header_roles(rows[0], reading) or self._roles_above_sums(rows, reading)

    def _header_roles(self, row: Block, reading: Reading) -> dict[int, str]:
        """The roles, if the row is a header: short cells without a figure of their own, of which two or more are known."""
        texts = {index: cell.span.of(reading.text) for index, cell in enumerate(row.cells) if cell.span}
        if len(texts) < 2 or any(self._is_no_header(text) for text in texts.values()):
            return {}
        roles = {index: role for index, text in texts.items() if (role := self.role(text))}
        named = [role for role in roles.values() if role != "period"]
        if len(named) < len(roles) and any(len(text.split()) > MOST_WORDS for index, text in texts.items() if roles.get(index) != "period"):
            roles = {index: role for index, role in roles.items() if role != "period"}  # a time beside a promise heads no column
        return roles if len(roles) >= 2 and 2 * len(roles) >= len(texts) else {}

    def _roles_above_sums(self, rows: list[Block], reading: Reading) -> dict[int, str]:
        """The roles of a row of words above columns of sums, of which one is the budget; the first column may have no name."""
        texts = {index: cell.span.of(reading.text) for index, cell in enumerate(rows[0].cells) if cell.span}
        roles = {index: role for index, text in texts.items() if (role := self.role(text)) in ("budget", "actual", "previous", "baseline")}
        budgets = [index for index, role in roles.items() if role == "budget"]
        if len(budgets) != 1 or any(self._is_no_header(text) for text in texts.values()):
            return {}
        return roles if share_of_sums(texts_below(rows[1:], budgets[0], reading)) >= SHARE_OF_REFS else {}

    def _roles_below_names(self, rows: list[Block], reading: Reading) -> dict[int, str]:
        """The roles by looks below a first row of names, of which none is a time or an owner where most rows below it have one."""
        texts = [cell.span.of(reading.text) if cell.span else "" for cell in rows[0].cells]
        if not all(texts) or any(len(text.split()) > LONGEST_LATER_HEADER or self._is_no_header(text) for text in texts):
            return {}
        looks = roles_by_looks(rows[1:], reading, self._owners)
        times = [column for column, role in looks.items() if role == "timescale"]
        is_named = times and not any(is_dated(span, reading) for column in times if (span := span_at(rows[0], column)))
        unknown = (text for column, text in enumerate(texts) if looks.get(column) == "owner" and not self.role(text))
        is_named = is_named and not any(map(self._owners.is_owner, unknown))
        return {column: self.role(text) or looks[column] for column, text in enumerate(texts) if column in looks} if is_named else {}

    def _is_register(self, row: Block, reading: Reading) -> bool:
        """Whether the row is a header that names what is held, owed or paid, and no action or target; it has no columns for us."""
        texts = [cell.span.of(reading.text) for cell in row.cells if cell.span]
        roles = {self.role(text) for text in texts}
        return "holding" in roles and "target" not in roles and not any(self._is_no_header(text) or PLANNED.search(text) for text in texts)

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
        return len(roles) == len(spans) and len(set(roles.values())) > 1 and "period" not in roles.values()


def _who_and_when(header: Block | None, owners: list[int], reading: Reading) -> list[int]:
    """The columns of owners whose header says that they tell the time too: `Who/By When`."""
    cells = header.cells if header else ()
    return [index for index in owners if index < len(cells) and WHO_AND_WHEN.search(_text(cells[index], reading))]


def _begin_with_unnamed_refs(header: Block, roles: dict[int, str], body: list[Block], reading: Reading) -> bool:
    """Whether the rows have one cell more than the header, and begin with references: one header stands over these and the words."""
    fuller = sum(len(row.cells) == len(header.cells) + 1 for row in body)
    named = "ref" in roles.values()
    refs = texts_below(body, 0, reading)
    return not named and 2 * fuller > len(body) and bool(refs) and share(refs, REF) >= SHARE_OF_REFS


def _are_unnamed_refs(header: Block, roles: dict[int, str], body: list[Block], reading: Reading) -> bool:
    """Whether the header leaves the first column without a name, and references stand in it."""
    refs = texts_below(body, 0, reading)
    return "ref" not in roles.values() and not header.cells[0].parts and bool(refs) and share(refs, REF) >= SHARE_OF_REFS


def _text(cell: Cell, reading: Reading) -> str:
    return cell.span.of(reading.text) if cell.span else ""


def _with_text(columns: dict[str, list[int]], width: int) -> dict[str, list[int]]:
    """Sees to it that some column holds the words: the indicator's name, else the first whose role nobody told."""
    if "action" in columns:
        return columns
    columns = {role: indexes for role, indexes in columns.items() if role != "discussion"}  # what was said is all there is
    if "measure" in columns:
        return {**columns, "action": columns["measure"][:1], "indicator": columns["measure"][:1]}
    taken = {index for indexes in columns.values() for index in indexes}
    untold = [index for index in range(width) if index not in taken]
    text = (untold or next(filter(None, (columns.get(role) for role in NAMING)), []))[:1]
    rest = {role: left for role, indexes in columns.items() if (left := [index for index in indexes if index not in text])}
    return {**rest, "action": text} if text else columns

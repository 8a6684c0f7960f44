"""What the cells of a column look like, where no header names it or its header belies them."""

import re
from collections.abc import Iterable
from statistics import fmean

from pipeline.extract.owners.columns import OwnerColumns
from pipeline.extract.reading import Reading
from pipeline.model.document import Block
from pipeline.model.span import Span

SHARE_OF_REFS = 0.6
WHO_OR_WHEN = ("owner", "timescale")
MOST = 0.5
LONGEST_NAMES = 40  # on average, of a column of owners
REF = re.compile(r"[A-Z]{0,5}[ ./-]?\d{1,3}(?:[.\-]\d{1,3})*\.?[a-z]?|[ivxlc]+|[A-Z]{1,3}|\([a-z]\)")
FIGURE = re.compile(r"[<>≤≥]?\s*[£$€]?\s?\d[\d,.]*\s*(?:%|k|m|bn)?(?:\s\w+)?")
LENGTH = re.compile(r"\d+(?: ?[+x] ?\d+)* ?(?:years?|yrs?|months?|weeks?|days?)(?: \+.*)?|one[- ]off.*", re.IGNORECASE)
TO_BE_TOLD = re.compile(r"tb[cad]|to be (?:confirmed|announced|advised|determined)", re.IGNORECASE)
MONEY = re.compile(r"[£$€]\s?\d|^\d+(?:\.\d+)?k$")


def as_filled(roles: dict[int, str], rows: list[Block], reading: Reading, owners: OwnerColumns, status: re.Pattern[str]) -> dict[int, str]:
    """The roles by headers, but for those that cells may belie: words below `Item` are no reference, names below `Action` no promise;
    below `To be completed by` stand days or names, and below `Outcome` how far each row is, which is what `status` matches."""
    below = {index: texts_below(rows, index, reading) for index in roles}
    filled = {index: _who_or_when(role, rows, index, reading, owners) for index, role in roles.items()}
    filled |= {index: "status" for index, role in roles.items() if role == "measure" and share(below[index] or [""], status) > MOST}
    times = [index for index, role in filled.items() if role == "timescale"]
    filled = {index: role for index, role in filled.items() if index not in _lengths_beside(times, below)}
    named = [
        index for index, role in roles.items() if role == "action" and "owner" not in roles.values() and _are_names(below[index], owners)
    ]
    wordy = [index for index, role in roles.items() if role == "ref" and below[index] and share(below[index], REF) < 1 - SHARE_OF_REFS]
    if wordy and len(named) == sum(role == "action" for role in roles.values()):
        filled |= {wordy[0]: "action", **dict.fromkeys(named, "owner")}
    return filled


def _lengths_beside(times: list[int], below: dict[int, list[str]]) -> list[int]:
    """The columns of times that tell only how long a thing lasts, where others tell when it is due."""
    lengths = [index for index in times if share(below[index] or [""], LENGTH) > MOST]
    return lengths if len(lengths) < len(times) else []


def _who_or_when(role: str, rows: list[Block], column: int, reading: Reading, owners: OwnerColumns) -> str:
    """The role of a column, with owners and times told apart by the cells."""
    spans = spans_below(rows, column) if role in WHO_OR_WHEN else []
    if role == "owner" and spans and fmean(is_dated(span, reading) for span in spans) > MOST:
        return "timescale"
    return "owner" if role == "timescale" and owners.are_owners(span.of(reading.text) for span in spans) else role


def _are_names(texts: list[str], owners: OwnerColumns) -> bool:
    return bool(texts) and fmean(map(len, texts)) < LONGEST_NAMES and owners.are_owners(texts)


def with_unknown(roles: dict[int, str], rows: list[Block], reading: Reading, owners: OwnerColumns) -> dict[int, str]:
    """The roles with those of the columns whose header nobody knows, where the cells are names of who acts, or sums, and no other column's
    are; one column is left for the words."""
    unknown = [index for index in range(max(len(row.cells) for row in rows)) if index not in roles] if roles else []
    found: dict[int, str] = {}
    for index in unknown if "action" in roles.values() else unknown[1:]:
        texts, taken = texts_below(rows, index, reading), {*roles.values(), *found.values()}
        if "owner" not in taken and owners.are_owners(texts):
            found[index] = "owner"
        elif "budget" not in taken and texts and fmean(MONEY.search(text) is not None for text in texts) >= SHARE_OF_REFS:
            found[index] = "budget"
    return roles | found


def roles_by_looks(rows: list[Block], reading: Reading, owners: OwnerColumns) -> dict[int, str]:
    """The roles that the cells betray; where only the order of the columns tells of an owner, most cells must look like one."""
    roles = roles_by_content(rows, reading)
    return {index: role for index, role in roles.items() if role != "owner" or owners.are_owners(texts_below(rows, index, reading))}


def roles_by_content(rows: list[Block], reading: Reading) -> dict[int, str]:
    """The role of each column that its cells betray, and the rest by their length and order."""
    roles: dict[int, str] = {}
    lengths: dict[int, float] = {}
    for column in range(max(len(row.cells) for row in rows)):
        if spans := spans_below(rows, column):
            lengths[column] = fmean(span.end - span.start for span in spans)
            if role := _role_by_content(column, spans, lengths[column], reading):
                roles[column] = role
    return roles | _roles_by_order([column for column in lengths if column not in roles], lengths, "timescale" in roles.values())


def span_at(row: Block, column: int) -> Span | None:
    """Where the cell of a row in a column stands; None where it prints nothing."""
    return row.cells[column].span if column < len(row.cells) else None


def text_at(row: Block, column: int, reading: Reading) -> str:
    """What that cell prints."""
    span = span_at(row, column)
    return span.of(reading.text).strip() if span else ""


def spans_below(rows: Iterable[Block], column: int) -> list[Span]:
    """Where the cells of a column stand that print something."""
    return [span for row in rows if (span := span_at(row, column))]


def texts_below(rows: Iterable[Block], column: int, reading: Reading) -> list[str]:
    """What they print."""
    return [span.of(reading.text) for span in spans_below(rows, column)]


def _role_by_content(column: int, spans: list[Span], length: float, reading: Reading) -> str | None:
    texts = [span.of(reading.text) for span in spans]
    if column == 0 and share(texts, REF) >= SHARE_OF_REFS:
        return "ref"
    if length < 40 and fmean(is_dated(span, reading) for span in spans) >= 0.5:
        return "timescale"
    if length < 20 and fmean(MONEY.search(text) is not None for text in texts) >= 0.6:
        return "budget"
    return "target" if share(texts, FIGURE) >= 0.6 else None


def _roles_by_order(left: list[int], lengths: dict[int, float], is_dated: bool) -> dict[int, str]:
    """The longest column holds the promise; in a dated table a shorter one behind it its owner, one before it its theme."""
    if not left:
        return {}
    action = max(left, key=lambda column: lengths[column])
    others = {column: "theme" if column < action else "owner" for column in left if column != action and is_dated}
    return {action: "action", **others}


def share(texts: list[str], pattern: re.Pattern[str]) -> float:
    """How many of the texts, from 0 to 1, are what the pattern says."""
    return fmean(pattern.fullmatch(text) is not None for text in texts)


def is_dated(span: Span, reading: Reading) -> bool:
    """Whether a cell is hardly more than a time, or says that it is still to be told."""
    if TO_BE_TOLD.fullmatch(span.of(reading.text)):
        return True
    return 2 * sum(timex.span.end - timex.span.start for timex in reading.times_in(span)) > span.end - span.start

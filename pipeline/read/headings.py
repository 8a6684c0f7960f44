"""Which of the assembled blocks are headings or front matter by where they stand, and how deep each heading is."""

import re

from pipeline.read.inner import find_inner
from pipeline.read.looks import ORDERS, WHO_OR_WHEN, is_capitals, is_title
from pipeline.read.proto import Proto
from pipeline.read.rows import STOPS, Part, Row, printed
from pipeline.read.sections import find_sections
from pipeline.read.text.header import is_header

NUMBER = re.compile(r"\d+(?:\.\d+)*")
BARE = re.compile(r"(\d{1,2})(?= [A-Z])")
LONGEST_VALUE = 80
FEWEST_COLUMNS = 3
LONGEST_TITLE = 16
LONGEST_LINE = 12
NAMED = re.compile(r"(?:priority|objective) \d", re.IGNORECASE)
LONGEST_NAMED = 20
OUTCOME = re.compile(r"(?:outcome|objective|priority|aim|goal|theme|strand)\b", re.IGNORECASE)


def settle(protos: list[Proto], source: str, has_markdown: bool) -> None:
    """Turns blocks that only their surroundings show to be headings or fields into those, and sets every heading's level."""
    at_front, depths = True, set[int]()
    numbers_are_marked = has_markdown and any(proto.kind == "heading" and proto.label for proto in protos)
    sections = find_sections(protos, source)
    for index, proto in enumerate(protos):
        below = protos[index + 1] if index + 1 < len(protos) else None
        if proto.row:
            _settle_row(proto, proto.row, at_front, below, source)
        elif index in sections or _is_above_header(proto, below, source):
            proto.kind = "heading"
        elif proto.kind == "item" and (not numbers_are_marked or _is_above_its_parts(proto, below, source)):
            above = protos[index - 1] if index else None
            if _heads_a_section(proto, above, below, depths, source):
                proto.kind = "heading"
        elif proto.kind == "paragraph" and below and (not has_markdown or below.row) and _stands_alone(proto, below, source):
            proto.kind = "heading"
        at_front = at_front and proto.kind in ("heading", "field")
        if proto.kind == "heading" and (number := NUMBER.search(proto.number(source))):
            depths.add(number[0].count("."))
    _set_levels([proto for proto in protos if proto.kind == "heading"], find_inner(protos, source), source)


def _settle_row(proto: Proto, row: Row, at_front: bool, below: Proto | None, source: str) -> None:
    """Rows that are none.

    A row with words in its first cell alone spans the table: a heading in capitals, or a title above other rows of a table with
    columns enough to tell, else a paragraph. A label in capitals beside a short value, before the paper has properly begun, is
    front matter.
    """
    if not row.cells[0]:
        return
    first = row.cells[0][0]
    text = source[first[0][0] : first[-1][1]]
    if row.filled() == 1 and len(row.cells[0]) == 1:
        spans = len(row.cells) >= FEWEST_COLUMNS and below is not None and below.table == proto.table and is_title(text)
        proto.kind, proto.segments, proto.row, proto.table = "heading" if spans or is_capitals(text) else "paragraph", first, None, None
    elif at_front and len(row.cells) == 2 and _is_label(text) and _is_short(row.cells[1]):
        proto.kind, proto.table = "field", None


def _is_label(text: str) -> bool:
    return is_capitals(text.rstrip(":")) or text.endswith(":")


def _is_short(cell: list[Part]) -> bool:
    return len(cell) == 1 and cell[0][-1][1] - cell[0][0][0] <= LONGEST_VALUE


def _is_above_header(proto: Proto, below: Proto | None, source: str) -> bool:
    """Whether a numbered line without a stop stands alone right above the header row of a table: it names what the table is of."""
    if below is None or below.row is None or proto.is_bullet or proto.kind != "item" or len(proto.segments) != 1:
        return False
    words = proto.words(source)
    alone = proto.blank_before and words[:1].isupper() and words[-1] not in STOPS and len(words.split()) <= LONGEST_NAMED
    alone = alone and (not ORDERS.match(words) or OUTCOME.match(words) is not None)
    return alone and is_header("    ".join(printed(below.row, source)))


def _is_above_its_parts(proto: Proto, below: Proto | None, source: str) -> bool:
    """Whether the block below is numbered as the first part of this one: `4.1` below `4.`."""
    number = NUMBER.search(proto.number(source))
    return number is not None and below is not None and below.number(source).startswith(f"{number[0]}.1")


def _heads_a_section(proto: Proto, above: Proto | None, below: Proto | None, depths: set[int], source: str) -> bool:
    """A short numbered line without a full stop, above deeper numbers or above text of its own rather than its next sibling.

    `depths` are those of the numbered headings so far.
    """
    number, words = NUMBER.search(proto.number(source)), proto.words(source)
    if _is_named_alone(proto, below, source):
        return True
    if number is None or not (is_title(words, LONGEST_TITLE) or is_capitals(words)):
        return False
    if is_capitals(words):
        return True
    if below is None:
        return False
    if below.kind == "item" and not below.is_bullet:
        inner = NUMBER.search(below.number(source))
        return (
            (below.level > proto.level or number[0].count(".") in depths)
            if inner is None
            else below.number(source).startswith(number[0] + ".")
        )
    is_sibling = above is not None and above.kind == "item" and above.level == proto.level
    return below.kind in ("paragraph", "row", "item") and (number[0].count(".") in depths or not is_sibling)


def _is_named_alone(proto: Proto, below: Proto | None, source: str) -> bool:
    """Whether a line that is called a priority or objective stands alone, without a full stop, above what is no other one."""
    alone = proto.blank_before and proto.blank_after and len(proto.segments) == 1 and bool(NAMED.match(proto.number(source)))
    words = proto.words(source)
    is_sibling = below is None or bool(NAMED.match(below.number(source)))
    return alone and not is_sibling and words[-1:] not in STOPS and len(words.split()) <= LONGEST_NAMED


def _stands_alone(proto: Proto, below: Proto, source: str) -> bool:
    """A line between blank lines that looks like a title; above a table it may be longer, and have fewer capitals."""
    words = proto.words(source)
    alone = proto.blank_before and proto.blank_after and len(proto.segments) == 1 and not WHO_OR_WHEN.match(words)
    is_caption = below.row is not None and is_title(words, 2 * LONGEST_LINE) and len(words.split()) <= LONGEST_TITLE
    is_caption = is_caption and not ORDERS.match(words)
    return alone and (is_title(words) or is_caption)


def _set_levels(headings: list[Proto], inner: set[int], source: str) -> None:
    """Markdown says its levels; numbers say their depth; otherwise each look nests in the looks that were there before it."""
    open_looks: list[str] = []
    ranks: dict[str, int] = {}  # of the type that each is set in, where a reader of print knows it: 1 for the largest
    looks = [f"inner {look}" if id(proto) in inner else look for proto, look in zip(headings, _looks(headings, source), strict=True)]
    best = {look: min(proto.level for proto, other in zip(headings, looks, strict=True) if other == look) for look in set(looks)}
    for proto, look in zip(headings, looks, strict=True):
        rank = best[look] if proto.level else 0
        if rank:
            open_looks = [
                other for other in open_looks if other == look or not _is_closed(other, ranks[other], proto.label is not None, rank)
            ]
        if look in open_looks:
            del open_looks[open_looks.index(look) + 1 :]
        else:
            open_looks = [other for other in open_looks if not _is_deeper(other, look)] + [look]
        ranks[look] = rank
        proto.level = len(open_looks)


def _is_closed(other: str, other_rank: int, numbered: bool, rank: int) -> bool:
    """Whether a heading ends one that is open by its type: a numbered one ends unnumbered ones that rank no higher, an unnumbered
    one ends all that rank lower."""
    if other.startswith("markdown"):
        return numbered and other_rank >= rank
    return not numbered and other_rank > rank


def _looks(headings: list[Proto], source: str) -> list[str]:
    """What each looks like; one that goes on counting without a stop behind its number is numbered as those before it."""
    looks, last = [], 0
    for proto in headings:
        look, number = _look(proto, source), NUMBER.search(proto.number(source))
        bare = None if number else BARE.match(proto.words(source))
        if bare and int(bare[1]) == last + 1:
            look, number = "number 1", bare
        if number and look == "number 1":
            last = int(number[0])
        looks.append(look)
    return looks


def _look(proto: Proto, source: str) -> str:
    if proto.level and not proto.label:
        return f"markdown {proto.level}"
    if number := NUMBER.search(proto.number(source)):
        return f"number {number[0].count('.') + 1}"
    return "capitals" if is_capitals(proto.words(source)) else "title"


def _is_deeper(other: str, look: str) -> bool:
    """Whether a look that is open must be closed by a new one of its own family that stands higher."""
    return (other.split()[0] == look.split()[0] and other > look) or (look == "capitals" and other == "title")

"""Which of the assembled blocks are headings or front matter by where they stand, and how deep each heading is."""

import re

from pipeline.read.assemble import Proto
from pipeline.read.lines import is_capitals, is_title

NUMBER = re.compile(r"\d+(?:\.\d+)*")
LONGEST_VALUE = 80
LONGEST_TITLE = 16


def settle(protos: list[Proto], source: str, has_markdown: bool) -> None:
    """Turns blocks that only their surroundings show to be headings or fields into those, and sets every heading's level."""
    for index, proto in enumerate(protos):
        if proto.kind == "row":
            _settle_row(proto, protos[:index], source)
        elif (proto.kind == "item" and _heads_a_section(protos, index, source)) or (proto.kind == "paragraph" and not has_markdown and _stands_alone(protos, index, source)):
            proto.kind = "heading"
    _set_levels([proto for proto in protos if proto.kind == "heading"], source)


def _settle_row(proto: Proto, before: list[Proto], source: str) -> None:
    """A row with words in its first cell alone spans the table: a heading in capitals, else a paragraph. A label in capitals
    beside a short value, before the paper has properly begun, is front matter."""
    row = proto.row
    if row is None or not row.cells or not row.cells[0]:
        return
    first = row.cells[0][0]
    text = source[first[0][0] : first[-1][1]]
    if row.filled() == 1 and len(row.cells[0]) == 1:
        proto.kind, proto.segments, proto.row, proto.table = "heading" if is_capitals(text) else "paragraph", first, None, None
    elif (
        len(row.cells) == 2 and _is_label(text) and _is_short(row.cells[1]) and all(other.kind in ("heading", "field") for other in before)
    ):
        proto.kind, proto.table = "field", None


def _is_label(text: str) -> bool:
    return is_capitals(text.rstrip(":")) or text.endswith(":")


def _is_short(cell: list[list[tuple[int, int]]]) -> bool:
    return len(cell) == 1 and cell[0][-1][1] - cell[0][0][0] <= LONGEST_VALUE


def _words(proto: Proto, source: str) -> str:
    return " ".join(source[start:end] for start, end in proto.segments)


def _label(proto: Proto, source: str) -> str:
    return source[proto.label[0] : proto.label[1]] if proto.label and not proto.is_bullet else ""


def _heads_a_section(protos: list[Proto], index: int, source: str) -> bool:
    """A short numbered line without a full stop, above deeper numbers or above text of its own rather than its next sibling."""
    proto, number = protos[index], NUMBER.search(_label(protos[index], source))
    words = _words(proto, source)
    if number is None or not (is_title(words, LONGEST_TITLE) or is_capitals(words)):
        return False
    if is_capitals(words):
        return True
    following = protos[index + 1] if index + 1 < len(protos) else None
    if following is None:
        return False
    if following.kind == "item" and not following.is_bullet:
        below = NUMBER.search(_label(following, source))
        return following.level > proto.level if below is None else _label(following, source).startswith(number[0] + ".")
    depth = number[0].count(".")
    series = any(
        other.kind == "heading" and (n := NUMBER.search(_label(other, source))) and n[0].count(".") == depth for other in protos[:index]
    )
    in_list = not series and index > 0 and protos[index - 1].kind == "item" and protos[index - 1].level == proto.level
    return following.kind in ("paragraph", "row", "item") and not in_list


def _stands_alone(protos: list[Proto], index: int, source: str) -> bool:
    """A line between blank lines that looks like a title, and below which something stands."""
    proto = protos[index]
    alone = proto.blank_before and proto.blank_after and len(proto.segments) == 1
    below = index + 1 < len(protos)
    return alone and below and is_title(_words(proto, source))


def _set_levels(headings: list[Proto], source: str) -> None:
    """Markdown says its levels; numbers say their depth; otherwise each look nests in the looks that were there before it."""
    open_looks: list[str] = []
    for proto in headings:
        look = _look(proto, source)
        if look in open_looks:
            del open_looks[open_looks.index(look) + 1 :]
        else:
            open_looks = [other for other in open_looks if not _is_deeper(other, look)] + [look]
        proto.level = len(open_looks)


def _look(proto: Proto, source: str) -> str:
    if proto.level and not proto.label:
        return f"markdown {proto.level}"
    if number := NUMBER.search(_label(proto, source)):
        return f"number {number[0].count('.') + 1}"
    return "capitals" if is_capitals(_words(proto, source)) else "title"


def _is_deeper(other: str, look: str) -> bool:
    """Whether a look that is open must be closed by a new one of its own family that stands higher."""
    return (other.split()[0] == look.split()[0] and other > look) or (look == "capitals" and other == "title")

"""What stands inside a line and is no word of the paper: tags, entities, emphasis, odd white space, footnote marks."""

import html
import re
from html.entities import html5

from pipeline.read.draft import Edit

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1b\x7f"
HIDDEN = re.compile(f"[{INVISIBLE}]*")
MARKUP = re.compile(
    r"(?P<drop><!--(?:[^<-]|-(?!->)|<(?!!--))*+-->|</?(?!(?:p|br|li|ul|ol|div|td|th|tr|h[1-6])\b)[A-Za-z][^<>]{0,300}>|[•▪●◦‣]\s*|\\(?=[*_#`|.])|["
    + INVISIBLE
    + r"]+)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|(?P<space></?(?:p|br|li|ul|ol|div|td|th|tr|h[1-6])\b[^<>]{0,300}>|[\s"
    + BLANKS
    + r"]{2,}|[\t\v\f\r\n\x1c-\x1f\x85\u2028\u2029"
    + BLANKS
    + r"])"
)
SUSPECT = re.compile(r"[<&•▪●◦‣\\*_\[\t\v\f\r\n\x1c-\x1f\x85\u2028\u2029†‡¹²³⁴⁵⁶⁷⁸⁹" + INVISIBLE + BLANKS + r"]|\s\s")
EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*]+?)(?<=[^\s*\\])\1(?![\w*])|(?<![\w_\\])(_{1,3})(?=[^\s_])([^_]+?)(?<=[^\s_])\3(?![\w_])"
)
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
# One end of an emphasis whose other end stands on another line or beside a label.
TORN_EMPHASIS = re.compile(r"(?<=[^\s*])\*{2,3}(?!\*)|(?<!\*)\*{2,3}(?=[^\s*])")
# A mark behind the last word; `²` behind a unit of length is none.
FOOTNOTE = re.compile(r"(?<=[\w.,;)%’'\"])(?<![¹²³⁴⁵⁶⁷⁸⁹])\s?(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]++|\[\^?\d{1,3}\])$")
UNIT = re.compile(r"(?:[\d\s][kcm]?m|ft)[²³]$")


def find_edits(source: str, start: int, end: int) -> list[Edit]:
    """The edits that leave the plain words of `source[start:end]`, in order and not overlapping."""
    piece = source[start:end]
    if not SUSPECT.search(piece):
        return []
    edits = _emphasis(piece) + _links(piece) + [_markup(match) for match in MARKUP.finditer(piece)]
    if (note := FOOTNOTE.search(piece)) and not UNIT.search(piece):
        edits.append(Edit(note.start(), note.end(), ""))
    return _trimmed(piece, _merged(edits), start)


def _markup(match: re.Match[str]) -> Edit:
    if match["entity"]:
        return Edit(match.start(), match.end(), _character(match["entity"]))
    return Edit(match.start(), match.end(), " " if match["space"] else "")


def _character(entity: str) -> str:
    """What an entity stands for; itself where HTML knows none of that name."""
    character = html.unescape(entity) if entity[1] == "#" else html5.get(entity[1:], entity)
    return "" if HIDDEN.fullmatch(character) else " " if character.isspace() else character


def _emphasis(piece: str) -> list[Edit]:
    edits = []
    for match in EMPHASIS.finditer(piece):
        width = len(match[1] or match[3])
        edits += [Edit(match.start(), match.start() + width, ""), Edit(match.end() - width, match.end(), "")]
    return edits + [Edit(match.start(), match.end(), "") for match in TORN_EMPHASIS.finditer(piece)]


def _links(piece: str) -> list[Edit]:
    return [
        edit for match in LINK.finditer(piece) for edit in (Edit(match.start(), match.start(1), ""), Edit(match.end(1), match.end(), ""))
    ]


def _merged(edits: list[Edit]) -> list[Edit]:
    """Sorted, and of two that overlap the first."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _trimmed(piece: str, edits: list[Edit], offset: int) -> list[Edit]:
    """Lets edits that leave no word take the white space around them along: one space stays between words, none outside."""
    trimmed: list[Edit] = []
    for edit in edits:
        start, end, mended = edit
        if not mended.strip():
            start, end = _with_blanks(piece, start, end)
            mended = " " if mended or start < edit.start or end > edit.end else ""
            if trimmed and start <= trimmed[-1].end and not trimmed[-1].mended.strip():
                start, end, mended = trimmed[-1].start, max(end, trimmed[-1].end), trimmed.pop().mended or mended
        trimmed.append(Edit(start, end, mended))
    return [Edit(offset + start, offset + end, "" if _is_outside(piece, start, end, mended) else mended) for start, end, mended in trimmed]


def _is_outside(piece: str, start: int, end: int, mended: str) -> bool:
    return not mended.strip() and (start == 0 or end == len(piece))


def _with_blanks(piece: str, start: int, end: int) -> tuple[int, int]:
    while start and piece[start - 1].isspace():
        start -= 1
    while end < len(piece) and piece[end].isspace():
        end += 1
    return start, end

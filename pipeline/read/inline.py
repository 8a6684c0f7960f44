"""What stands inside a line and is no word of the paper: tags, entities, emphasis, odd white space, footnote marks."""

import html
import re

from pipeline.read.draft import Edit

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f"
MARKUP = re.compile(
    r"(?P<drop><!--.*?-->|</?[A-Za-z][^<>]{0,300}>|[•▪●◦‣]\s*|\\(?=[*_#`|.])|[" + INVISIBLE + r"]+)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|(?P<space>[\s" + BLANKS + r"]{2,}|[\t\v\f\r\n\x85\u2028\u2029" + BLANKS + r"])"
)
SUSPECT = re.compile(r"[<&•▪●◦‣\\*_\[\t\v\f†‡¹²³⁴⁵⁶⁷⁸⁹" + INVISIBLE + BLANKS + r"]|\s\s")
EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]+?)(?<=[^\s*])\1(?![\w*])|(?<![\w_])(_{1,3})(?=[^\s_])([^_]+?)(?<=[^\s_])\3(?![\w_])"
)
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
FOOTNOTE = re.compile(r"(?<=[\w.,;)%’'\"])\s?(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\[\^?\d{1,3}\])$")


def find_edits(source: str, start: int, end: int) -> list[Edit]:
    """The edits that leave the plain words of `source[start:end]`, in order and not overlapping."""
    piece = source[start:end]
    if not SUSPECT.search(piece):
        return []
    edits = _emphasis(piece) + _links(piece) + [_markup(match) for match in MARKUP.finditer(piece)]
    if note := FOOTNOTE.search(piece):
        edits.append(Edit(note.start(), note.end(), ""))
    return _merged(edits, start)


def _markup(match: re.Match[str]) -> Edit:
    if match["entity"]:
        character = html.unescape(match["entity"])
        return Edit(match.start(), match.end(), " " if character.isspace() else character)
    return Edit(match.start(), match.end(), " " if match["space"] else "")


def _emphasis(piece: str) -> list[Edit]:
    edits = []
    for match in EMPHASIS.finditer(piece):
        width = len(match[1] or match[3])
        edits += [Edit(match.start(), match.start() + width, ""), Edit(match.end() - width, match.end(), "")]
    return edits


def _links(piece: str) -> list[Edit]:
    return [
        edit for match in LINK.finditer(piece) for edit in (Edit(match.start(), match.start(1), ""), Edit(match.end(1), match.end(), ""))
    ]


def _merged(edits: list[Edit], offset: int) -> list[Edit]:
    """Sorted, moved by `offset`, and of two that overlap the first."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end - offset:
            kept.append(Edit(edit.start + offset, edit.end + offset, edit.mended))
    return kept

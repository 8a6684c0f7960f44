"""The words of a PDF page with their boxes, by as few calls of pdfium as will do: two a word rather than two a character."""

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.page import Rect, Word
from pipeline.read.pdf.view import View

# pdfium ends a line that is broken inside a word with U+FFFE or U+0002 and no line end.
HYPHENS = "\ufffe\x02"
WORD = re.compile(rf"[^\s\x00{HYPHENS}]+[{HYPHENS}]?")
BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.IGNORECASE)
WIDEST = 0.85  # of a character's height, on average over a word; a wider word has a gap inside that no space fills
GAP = 0.35  # of a character's height: what parts two words


class _Token(NamedTuple):
    """A word's characters, `[start, end)` of the page's text, and what stands before it."""

    text: str
    start: int
    end: int
    before: str


class WordReader:
    """Reads the words of one page after the other; the buffers are made once."""

    def __init__(self) -> None:
        self._rect = pdfium.FS_RECTF()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)

    def read(self, text_page: Any, view: View, most: int) -> list[Word]:
        """The words that are seen, among the page's first `most` characters, in the order in which the file prints them."""
        count = min(pdfium.FPDFText_CountChars(text_page), most)
        if count <= 0:
            return []
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
        text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        tokens = list(_tokens(text))
        if len(text) != count:
            tokens = [placed for token in tokens if (placed := _placed(text_page, token, text))]
        width, height = view.size
        words = []
        for token, bold in zip(tokens, self._bold(text_page, tokens), strict=True):
            for piece in self._pieces(text_page, token, view):
                word, rect = piece
                if 0 <= (rect.x0 + rect.x1) / 2 <= width and 0 <= (rect.top + rect.bottom) / 2 <= height:
                    words.append(Word(word.text, *rect, bold, word.before))
        return words

    def _pieces(self, text_page: Any, token: _Token, view: View) -> Iterator[tuple[_Token, Rect]]:
        """The word and its box; in parts where gaps inside it are as wide as a space."""
        rect = self._box(text_page, token.start, token.end, view)
        height = rect.bottom - rect.top
        if len(token.text) < 4 or rect.x1 - rect.x0 <= WIDEST * height * len(token.text):
            yield token, rect
            return
        boxes = [self._box(text_page, at, at + 1, view) for at in range(token.start, token.end)]
        cuts = [at for at in range(1, len(boxes)) if boxes[at].x0 - boxes[at - 1].x1 > GAP * height]
        edges = [0, *cuts, len(boxes)]
        for start, end in pairwise(edges):
            place = Rect(boxes[start].x0, rect.top, boxes[end - 1].x1, rect.bottom)
            yield _Token(token.text[start:end], token.start + start, token.start + end, " " if start else token.before), place

    def _box(self, text_page: Any, start: int, end: int, view: View) -> Rect:
        """Around the first and the last character of a word; a turned word's box too holds both."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(text_page, start, rect)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if end - start > 1:
            pdfium.FPDFText_GetLooseCharBox(text_page, end - 1, rect)
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        return view.rect(left, bottom, right, top)

    def _bold(self, text_page: Any, tokens: list[_Token]) -> list[bool]:
        """Whether each word is bold: asked of the first and the last word of a line, as headings are bold from end to end."""
        starts = [at for at, token in enumerate(tokens) if token.before != " " or at == 0]
        bold = []
        for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
            first = self._is_bold(text_page, tokens[start].start)
            last = first if end - start == 1 else self._is_bold(text_page, tokens[end - 1].start)
            bold += [first, *[first and last] * (end - start - 2), last][: end - start]
        return bold

    def _is_bold(self, text_page: Any, at: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(text_page, at, self._name, 128, self._flags)
        return BOLD.search(self._name.raw[: min(length, 128)]) is not None


def _tokens(text: str) -> Iterator[_Token]:
    """The words of a page's text; one that ends in a line-end hyphen keeps it as `-`, and the next one begins a line."""
    end, torn = 0, False
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        before = "\n" if torn or "\n" in gap or "\r" in gap or not end else " "
        word, end = match[0], match.end()
        torn = word[-1] in HYPHENS
        yield _Token(word[:-1] + "-" if torn else word, match.start(), end, before)


def _placed(text_page: Any, token: _Token, text: str) -> _Token | None:
    """The word by the page's characters, where the text has more or fewer units than there are characters."""
    start = len(text[: token.start].encode("utf-16-le")) // 2
    end = start + len(text[token.start : token.end].encode("utf-16-le")) // 2
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, start)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, end - 1)
    return token._replace(start=first, end=last + 1) if 0 <= first <= last else None

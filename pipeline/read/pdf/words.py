"""The words of a PDF page with their boxes, by as few calls of pdfium as will do: two a word rather than two a character."""

import ctypes
import re
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.read.page import Rect, Word
from pipeline.read.pdf.view import View

# pdfium ends a line that is broken inside a word with U+FFFE or U+0002 and no line end.
HYPHENS = "\ufffe\x02"
TOKEN = re.compile(rf"(?P<gap>[\s\x00]*)(?P<word>[^\s\x00{HYPHENS}]+)(?P<hyphen>[{HYPHENS}]?)|[{HYPHENS}]")
BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.IGNORECASE)
WIDEST = 0.85  # of a character's height, on average over a word; a wider word has a gap inside that no space fills
GAP = 0.35  # of a character's height: what parts two words
TALLEST = 60.0  # points; some fonts claim boxes far higher than their letters
LOOSEST = 3.0  # times as high as the letters inside

# `[start, end)` in the page's characters, the word, and what stands before it.
Token = tuple[int, int, str, str]


class WordReader:
    """Reads the words of one page after the other; the buffers are made once."""

    def __init__(self) -> None:
        self._first, self._last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)
        self._sides = [ctypes.c_double() for _ in range(4)]

    def read(self, text_page: Any, view: View, most: int) -> tuple[list[Word], int]:
        """The words that are seen, among the page's first `most` characters, in the order in which the file prints them.

        And how many of these characters have no meaning in the file, so that no word holds them.
        """
        count = min(pdfium.FPDFText_CountChars(text_page), most)
        if count <= 0:
            return [], 0
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
        text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        tokens = _tokens(text)
        if len(text) != count:
            tokens = [placed for token in tokens if (placed := _placed(text_page, token, text))]
        return self._words(text_page, tokens, view), count - len(text)

    def _words(self, text_page: Any, tokens: list[Token], view: View) -> list[Word]:
        """Boxes around the first and the last character of each word; a turned word's box too holds both."""
        words: list[Word] = []
        box, first, last = pdfium.FPDFText_GetLooseCharBox, self._first, self._last
        width, height = view.size
        turned, edge, top = view.turns != 0, view.left, view.top
        for (start, end, text, before), bold in zip(tokens, self._bold(text_page, tokens), strict=True):
            box(text_page, start, first)
            box(text_page, end - 1, last)
            x0, x1, right = first.left, first.right, last.right
            y0, y1, low, high = first.bottom, first.top, last.bottom, last.top
            x0, x1 = (x0 if x0 < last.left else last.left), (x1 if x1 > right else right)
            y0, y1 = (y0 if y0 < low else low), (y1 if y1 > high else high)
            if turned:
                x0, y1, x1, y0 = view.rect(x0, y0, x1, y1)
            else:
                x0, y1, x1, y0 = x0 - edge, top - y1, x1 - edge, top - y0
            # Most words are plain; the others are looked at letter by letter.
            if x0 >= 0 and x1 <= width and y1 >= 0 and y0 - y1 <= TALLEST and y0 <= height and x1 - x0 <= WIDEST * (y0 - y1) * len(text):
                words.append(Word(text, x0, y1, x1, y0, bold, before))
            else:
                words += self._odd(text_page, (start, end, text, before), bold, view)
        return words

    def _odd(self, text_page: Any, token: Token, bold: bool, view: View) -> list[Word]:
        """A word in parts where gaps inside it are as wide as a space; no box reaches beyond the page, none is seen that lies beyond."""
        start, end, text, before = token
        boxes = [self._letter(text_page, at, view) for at in range(start, end)]
        gaps = [right.x0 - left.x1 > GAP * (left.bottom - left.top) for left, right in pairwise(boxes)]
        cuts = [0, *[at for at, gap in enumerate(gaps, 1) if gap], len(boxes)]
        words = []
        for a, b in pairwise(cuts):
            if box := _clipped(_around(boxes[a:b]), *view.size):
                words.append(Word(text[a : b if b < len(boxes) else None], *box, bold, " " if a else before))
        return words

    def _letter(self, text_page: Any, at: int, view: View) -> Rect:
        """A character's box, as high as its font unless that is absurd."""
        rect, (left, right, bottom, top) = self._first, self._sides
        pdfium.FPDFText_GetLooseCharBox(text_page, at, rect)
        if rect.top - rect.bottom > TALLEST and pdfium.FPDFText_GetCharBox(text_page, at, left, right, bottom, top):
            height = top.value - bottom.value
            if 0 < LOOSEST * height < rect.top - rect.bottom:
                return view.rect(rect.left, bottom.value, rect.right, top.value)
        return view.rect(rect.left, rect.bottom, rect.right, rect.top)

    def _bold(self, text_page: Any, tokens: list[Token]) -> list[bool]:
        """Whether each word is bold: asked of the first and the last word of a line, as headings are bold from end to end."""
        starts = [at for at, token in enumerate(tokens) if token[3] != " " or at == 0]
        bold = []
        for start, end in pairwise([*starts, len(tokens)]):
            first = self._is_bold(text_page, tokens[start][0])
            last = first if end - start == 1 else self._is_bold(text_page, tokens[end - 1][0])
            bold += [first, *[first and last] * (end - start - 2), last][: end - start]
        return bold

    def _is_bold(self, text_page: Any, at: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(text_page, at, self._name, 128, self._flags)
        return BOLD.search(self._name.raw, 0, min(length, 128)) is not None


def _tokens(text: str) -> list[Token]:
    """The words of a page's text; one that ends in a line-end hyphen keeps it as `-`, and the next one begins a line."""
    tokens, torn = [], True
    for match in TOKEN.finditer(text):
        gap, word, hyphen = match.groups()
        if word:
            before = "\n" if torn or "\n" in gap or "\r" in gap else " " if gap else ""
            tokens.append((match.start("word"), match.end(), word + "-" if hyphen else word, before))
        torn = hyphen != ""
    return tokens


def _placed(text_page: Any, token: Token, text: str) -> Token | None:
    """The word by the page's characters, where the text has more or fewer units than there are characters."""
    start, end, word, before = token
    first_unit = len(text[:start].encode("utf-16-le")) // 2
    last_unit = first_unit + len(text[start:end].encode("utf-16-le")) // 2 - 1
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, first_unit)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, last_unit)
    return (first, last + 1, word, before) if 0 <= first <= last else None


def _around(boxes: list[Rect]) -> Rect:
    return Rect(min(box.x0 for box in boxes), min(box.top for box in boxes), max(box.x1 for box in boxes), max(box.bottom for box in boxes))


def _clipped(box: Rect, width: float, height: float) -> Rect | None:
    """What of a box is on the page; None where its centre is not."""
    x0, top, x1, bottom = box
    if not (0 <= x0 + x1 <= 2 * width and 0 <= top + bottom <= 2 * height):
        return None
    return Rect(max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height))

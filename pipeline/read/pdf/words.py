"""The words of a PDF page with their boxes, by as few calls of pdfium as will do: two a word rather than two a character."""

import ctypes
from collections import deque
from collections.abc import Iterator
from itertools import pairwise, repeat
from struct import iter_unpack
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.model.tuples import maker
from pipeline.read.page import Rect, Word
from pipeline.read.pdf.bare import bare
from pipeline.read.pdf.fonts import Fonts
from pipeline.read.pdf.letters import TALLEST, Letters
from pipeline.read.pdf.tokens import Token, find_tokens
from pipeline.read.pdf.view import View

WIDEST = 0.85  # of a character's height, on average over a word; a wider word has a gap inside that no space fills
GAP = 0.35  # of a character's height: what parts two words
LONG, HIGHEST = 3, 1.2  # letters; times as high as wide: a longer word that is higher may be turned
DIGITS = "0123456789"
BATCH = 1024  # words whose boxes are asked for at once
RECT = ctypes.sizeof(pdfium.FS_RECTF)  # four floats: left, top, right, bottom
_loose_box = bare(pdfium.FPDFText_GetLooseCharBox)
_word = maker(Word)


class WordReader:
    """Reads the words of one page after the other; the buffers are made once."""

    def __init__(self) -> None:
        self._letters = Letters()
        self._fonts = Fonts(self._letters)
        self._boxes = (pdfium.FS_RECTF * (2 * BATCH))()
        self._places = [ctypes.byref(self._boxes, at) for at in range(0, 2 * BATCH * RECT, RECT)]
        self.slants: dict[int, int] = {}

    def read(self, text_page: Any, view: View, most: int) -> tuple[list[Word], int]:
        """The words that are seen, among the page's first `most` characters, in the order in which the file prints them.

        And how many of these characters have no meaning in the file, so that no word holds them. `slants` says then by how many
        degrees clockwise words are turned, by their index, among those that are higher than wide or very high.
        """
        self.slants = {}
        count = min(pdfium.FPDFText_CountChars(text_page), most)
        if count <= 0:
            return [], 0
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
        text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        tokens = find_tokens(text)
        if len(text) != count:
            tokens = [placed for token in tokens if (placed := _placed(text_page, token, text))]
        return self._words(text_page, tokens, view), count - len(text)

    def _words(self, text_page: Any, tokens: list[Token], view: View) -> list[Word]:
        """Boxes around the first and the last character of each word; a turned word's box too holds both."""
        words: list[Word] = []
        width, height = view.size
        turned, edge, top = view.turns != 0, view.left, view.top
        placed = zip(tokens, self._fonts.styles(text_page, tokens), self._ends(text_page, tokens), strict=True)
        for token, (bold, tight), (x0, y1, x1, y0, left, high, right, low) in placed:
            _, _, text, before = token
            length, lowered = len(text), y1 - y0 > high - low
            if left < x0:
                x0 = left
            if right > x1:
                x1 = right
            if low < y0:
                y0 = low
            if high > y1:
                y1 = high
            if turned:
                x0, y1, x1, y0 = view.rect(x0, y0, x1, y1)
            else:
                x0, y1, x1, y0 = x0 - edge, top - y1, x1 - edge, top - y0
            across, down = x1 - x0, y0 - y1
            # Most words are plain; the others are looked at letter by letter.
            odd = tight or (lowered and text[-1] in DIGITS and length > 1)
            if (
                not odd
                and x0 >= 0
                and x1 <= width
                and y1 >= 0
                and down <= TALLEST
                and y0 <= height
                and across <= WIDEST * down * length
                and (down <= HIGHEST * across or length < LONG)
            ):
                words.append(_word((text, x0, y1, x1, y0, bold, before)))
            elif parts := self._odd(text_page, token, bold, view, tight):
                if slant := self._letters.slant(text_page, token.start, view):
                    self.slants[len(words)] = slant
                words += parts
        return words

    def _ends(self, text_page: Any, tokens: list[Token]) -> Iterator[tuple[float, ...]]:
        """The boxes of each word's first and last character: left, top, right, bottom of both, in the page's own space."""
        ends = [at for start, end, _, _ in tokens for at in (start, end - 1)]
        for first in range(0, len(ends), 2 * BATCH):
            asked = ends[first : first + 2 * BATCH]
            deque(map(_loose_box, repeat(text_page), asked, self._places), maxlen=0)
            yield from iter_unpack("8f", bytes(self._boxes)[: RECT * len(asked)])

    def _odd(self, text_page: Any, token: Token, bold: bool, view: View, tight: bool) -> list[Word]:
        """A word in parts: where gaps inside it are as wide as a space, and where the mark of a footnote begins.

        No box reaches beyond the page, none is seen that lies beyond.
        """
        start, end, text, before = token
        if tight and text[-1] not in DIGITS:  # whole papers are set in such fonts: the ends of most words are enough
            ends = _around([self._letters.box(text_page, at, view, tight) for at in {start, end - 1}])
            if ends.x1 - ends.x0 <= WIDEST * (ends.bottom - ends.top) * len(text) and (box := _clipped(ends, *view.size)):
                return [Word(text, *box, bold, before)]
        boxes = [self._letters.box(text_page, at, view, tight) for at in range(start, end)]
        gaps = [at for at, (left, right) in enumerate(pairwise(boxes), 1) if right.x0 - left.x1 > GAP * (left.bottom - left.top)]
        mark = len(text.rstrip(DIGITS))
        marks = [mark] if 0 < mark < len(text) and self._letters.is_mark(text_page, start, end - 1) else []
        words = []
        for a, b in pairwise(sorted({0, *gaps, *marks, len(boxes)})):
            if box := _clipped(_around(boxes[a:b]), *view.size):
                words.append(Word(text[a : b if b < len(boxes) else None], *box, bold, before if not a else " " if a in gaps else ""))
        return words


def _placed(text_page: Any, token: Token, text: str) -> Token | None:
    """The word by the page's characters, where the text has more or fewer units than there are characters."""
    start, end, word, before = token
    first_unit = len(text[:start].encode("utf-16-le")) // 2
    last_unit = first_unit + len(text[start:end].encode("utf-16-le")) // 2 - 1
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, first_unit)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, last_unit)
    return Token(first, last + 1, word, before) if 0 <= first <= last else None


def _around(boxes: list[Rect]) -> Rect:
    return Rect(min(box.x0 for box in boxes), min(box.top for box in boxes), max(box.x1 for box in boxes), max(box.bottom for box in boxes))


def _clipped(box: Rect, width: float, height: float) -> Rect | None:
    """What of a box is on the page; None where its centre is not."""
    x0, top, x1, bottom = box
    if not (0 <= x0 + x1 <= 2 * width and 0 <= top + bottom <= 2 * height):
        return None
    return Rect(max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height))

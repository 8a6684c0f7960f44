"""The words of a PDF page with their boxes, by as few calls of pdfium as will do: two a word rather than two a character."""

import ctypes
import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.read.page import Rect, Word
from pipeline.read.pdf.letters import TALLEST, Letters
from pipeline.read.pdf.view import View

# pdfium ends a line that is broken inside a word with U+FFFE or U+0002 and no line end.
HYPHENS = "\ufffe\x02"
TOKEN = re.compile(rf"(?P<gap>[\s\x00]*)(?P<word>[^\s\x00{HYPHENS}]+)(?P<hyphen>[{HYPHENS}]?)|[{HYPHENS}]")
BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.IGNORECASE)
WIDEST = 0.85  # of a character's height, on average over a word; a wider word has a gap inside that no space fills
GAP = 0.35  # of a character's height: what parts two words
LONG, HIGHEST = 3, 1.2  # letters; times as high as wide: a longer word that is higher may be turned
ENOUGH = 4  # places where a font is looked at to tell whether it states its height
DIGITS = "0123456789"

# `[start, end)` in the page's characters, the word, and what stands before it.
Token = tuple[int, int, str, str]


class WordReader:
    """Reads the words of one page after the other; the buffers are made once."""

    def __init__(self) -> None:
        self._first, self._last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)
        self._letters = Letters()
        self.slants: dict[int, int] = {}
        self._looked_at: Counter[bytes] = Counter()
        self._tight: set[bytes] = set()

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
        for (start, end, text, before), (bold, tight) in zip(tokens, self._styles(text_page, tokens), strict=True):
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
            odd = tight or (text[-1] in DIGITS and first.top - first.bottom > last.top - last.bottom and len(text) > 1)
            if (
                not odd
                and x0 >= 0
                and x1 <= width
                and y1 >= 0
                and y0 - y1 <= TALLEST
                and y0 <= height
                and x1 - x0 <= WIDEST * (y0 - y1) * len(text)
                and (y0 - y1 <= HIGHEST * (x1 - x0) or len(text) < LONG)
            ):
                words.append(Word(text, x0, y1, x1, y0, bold, before))
            elif parts := self._odd(text_page, (start, end, text, before), bold, view, tight):
                if slant := self._letters.slant(text_page, start, view):
                    self.slants[len(words)] = slant
                words += parts
        return words

    def _odd(self, text_page: Any, token: Token, bold: bool, view: View, tight: bool) -> list[Word]:
        """A word in parts: where gaps inside it are as wide as a space, and where the mark of a footnote begins.

        No box reaches beyond the page, none is seen that lies beyond.
        """
        start, end, text, before = token
        boxes = [self._letters.box(text_page, at, view, tight) for at in range(start, end)]
        gaps = [at for at, (left, right) in enumerate(pairwise(boxes), 1) if right.x0 - left.x1 > GAP * (left.bottom - left.top)]
        mark = len(text.rstrip(DIGITS))
        marks = [mark] if 0 < mark < len(text) and self._letters.is_mark(text_page, start, end - 1) else []
        words = []
        for a, b in pairwise(sorted({0, *gaps, *marks, len(boxes)})):
            if box := _clipped(_around(boxes[a:b]), *view.size):
                words.append(Word(text[a : b if b < len(boxes) else None], *box, bold, before if not a else " " if a in gaps else ""))
        return words

    def _styles(self, text_page: Any, tokens: list[Token]) -> list[tuple[bool, bool]]:
        """Whether each word is bold, and whether its font is tight: asked of a line's ends, as headings are bold from end to end."""
        starts = [at for at, token in enumerate(tokens) if token[3] != " " or at == 0]
        styles = []
        for start, end in pairwise([*starts, len(tokens)]):
            first, tight = self._style(text_page, tokens[start][0])
            last = first if end - start == 1 else self._style(text_page, tokens[end - 1][0])[0]
            styles += [(first, tight), *[(first and last, tight)] * (end - start - 2), (last, tight)][: end - start]
        return styles

    def _style(self, text_page: Any, at: int) -> tuple[bool, bool]:
        length = pdfium.FPDFText_GetFontInfo(text_page, at, self._name, 128, self._flags)
        name = self._name.raw[: min(length, 128)]
        if self._looked_at[name] < ENOUGH:
            self._looked_at[name] += 1
            if self._letters.is_tight(text_page, at):
                self._tight.add(name)
        return BOLD.search(name) is not None, name in self._tight


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

"""The fonts of a PDF's words: whether they are bold, and whether their boxes are as high as the font."""

import ctypes
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.read.pdf.bare import bare
from pipeline.read.pdf.letters import Letters
from pipeline.read.pdf.tokens import Token

BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.IGNORECASE)
ENOUGH = 4  # places where a font is looked at to tell whether it states its height
LONGEST = 128  # bytes of a font's name
_font_info = bare(pdfium.FPDFText_GetFontInfo)

Style = tuple[bool, bool]


class _Font:
    """What is known of a font: whether it is bold, and tight, by so many places of it as were `seen`."""

    def __init__(self, name: bytes) -> None:
        self.is_bold = BOLD.search(name) is not None
        self.is_tight = False
        self.seen = 0


class Fonts:
    """Knows the fonts that it has met in a paper; the buffers are made once."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._name = ctypes.create_string_buffer(LONGEST)
        self._asked = ctypes.byref(self._name), ctypes.c_ulong(LONGEST), ctypes.byref(ctypes.c_int())
        self._known: dict[bytes, _Font] = {}

    def styles(self, text_page: Any, tokens: Sequence[Token]) -> list[Style]:
        """Whether each word is bold, and whether its font is tight: asked of a line's ends, as headings are bold from end to end."""
        starts = [at for at, (_, _, _, before) in enumerate(tokens) if before != " " or at == 0]
        found: list[Style] = []
        for start, end in pairwise([*starts, len(tokens)]):
            first, tight = self._style(text_page, tokens[start][0])
            found.append((first, tight))
            if end - start > 1:
                last, _ = self._style(text_page, tokens[end - 1][0])
                found += [(first and last, tight)] * (end - start - 2)
                found.append((last, tight))
        return found

    def _style(self, text_page: Any, at: int) -> Style:
        length = _font_info(text_page, at, *self._asked)
        name = self._name.raw[:length]
        font = self._known.get(name)
        if font is None:
            font = self._known[name] = _Font(name)
        if font.seen < ENOUGH:
            font.seen += 1
            font.is_tight |= self._letters.is_tight(text_page, at)
        return font.is_bold, font.is_tight

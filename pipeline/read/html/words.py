"""The words of one paragraph of a web page, white space folded as a browser does."""

import re

from pipeline.read.flow.inline import is_mark
from pipeline.read.rows import Segment

WHITE = re.compile("[ \t\n\r\f]+")


class Words:
    """A paragraph while its text comes."""

    def __init__(self) -> None:
        self.strong: list[Segment] = []
        self.marks: list[Segment] = []
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """What it prints so far."""
        return "".join(self._pieces)

    def add(self, text: str, is_pre: bool, is_strong: bool) -> None:
        """Adds text; `is_pre` keeps its white space."""
        if not is_pre:
            text = WHITE.sub(" ", text)
            if not self._pieces or self._pieces[-1][-1] in " \n":
                text = text.lstrip(" ")
        if text and is_strong:
            self.strong.append((self._length, self._length + len(text)))
        self._write(text)

    def add_mark(self, text: str) -> None:
        """Adds something printed that is no word."""
        if text:
            self.marks.append((self._length, self._length + len(text)))
            self._write(text)

    def add_raised(self, text: str, is_link: bool) -> None:
        """Adds what stands above the line: a mark or the end of a word."""
        if is_mark(text, "".join(self._pieces[-3:])[-20:], is_link):
            self.add_mark(text)
        else:
            self.add(text, is_pre=False, is_strong=False)

    def add_break(self) -> None:
        """Begins a new line."""
        self._write("\n")

    def _write(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)

"""Passages written down one after the other as a source, with where each word stands in it and what is to be mended."""

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from pipeline.model.placed import PlacedWord, PlacedWords
from pipeline.read.draft import Edit
from pipeline.read.pdf.assembly.lines import Line
from pipeline.read.pdf.assembly.marks import PUNCTUATION, find_marks
from pipeline.read.pdf.assembly.passage import Passage
from pipeline.read.pdf.assembly.places import place_words
from pipeline.read.proto import Proto
from pipeline.read.rows import Part, Row

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010" + SOFT_HYPHEN
MOST_HYPHENS = 0.04  # of all lines: more end in a hyphen only where words are divided
MOST_CHANCE = 0.25  # of the words at such ends: more are printed whole elsewhere only where words are divided
STOPS = ".,;:!?)"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Composer:
    """Writes the source; `edits` come in its order. `passages` are all that the paper prints."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.edits: list[Edit] = []
        self._pieces: list[str] = []
        self._length = 0
        self._lines = 0
        self._words = bytearray()
        self._printed = [lines for passage in passages for lines in _lines(passage)]

    @cached_property
    def _vocabulary(self) -> Counter[str]:
        """How often the paper prints each word, but for those that may be torn by the end of a line."""
        printed = Counter([word.text for lines in self._printed for line in lines for word in line.words])
        printed.subtract(first for last, first in self._ends if _is_torn(last, first))
        known: Counter[str] = Counter()
        for text, count in printed.items():
            if text[-1] not in HYPHENS:
                known[text.strip(PUNCTUATION).lower()] += count
        return known

    @cached_property
    def _ends(self) -> list[tuple[str, str]]:
        """The words on either side of each line's end."""
        return [(a.words[-1].text, b.words[0].text) for lines in self._printed for a, b in pairwise(lines)]

    @property
    def source(self) -> str:
        """All that is written."""
        return "".join(self._pieces)

    @property
    def words(self) -> PlacedWords:
        """The words of the source."""
        return PlacedWords(bytes(self._words))

    def find_edits(self, source: str, start: int, end: int) -> list[Edit]:
        """What is to be mended between two places of the source."""
        first = bisect_left(self.edits, (start,))
        return self.edits[first : bisect_left(self.edits, (end,), first)]

    def proto(self, passage: Passage) -> Proto | None:
        """Writes a passage; None for furniture, which only the source holds."""
        if passage.kind in ("row", "field"):
            cells = [[self._part(part.lines, _skipped(part)) for part in cell] for cell in passage.cells]
            return Proto(passage.kind, row=Row(cells), table=passage.table, certain=passage.certain)
        at = self._length
        segments = self._part(passage.lines, passage.label.words if passage.label else 0)
        if passage.kind is None:
            return None
        label = (at + passage.label.start, at + passage.label.end) if passage.label else None
        proto = Proto(passage.kind, segments, passage.level, label, passage.label is not None and passage.label.is_bullet)
        proto.blank_before, proto.blank_after = passage.blank_before, passage.blank_after
        return proto

    def _part(self, lines: Sequence[Line], skip: int) -> Part:
        """Writes lines, the first without `skip` characters of its label; a line that ends inside a word is one with the next."""
        segments: Part = []
        torn = False
        for index, line in enumerate(lines):
            begin = self._length
            self._line(line)
            if torn:
                segments[-1] = (segments[-1][0], self._length - 1)
            else:
                segments.append((begin + (0 if index else skip), self._length - 1))
            torn = index + 1 < len(lines) and self._mend(line, lines[index + 1])
        return segments

    def _line(self, line: Line) -> None:
        self._lines += 1
        words = place_words(line, self._lines, self._length)
        self._words += words.packed
        marks = [*find_marks(line)]
        if marks or not line.text.isascii():
            self.edits += sorted([*_left_out(marks, line, words), *_plain_letters(line, words)])
        self._pieces += [line.text, "\n"]
        self._length += len(line.text) + 1

    def _mend(self, line: Line, below: Line) -> bool:
        """Joins a word over the line's end, with its hyphen or without."""
        last, first = line.words[-1].text, below.words[0].text
        if last[-1] == "/" and len(last) > 1 and first[0].isalnum():
            self.edits.append(Edit(self._length - 1, self._length, ""))
            return True
        if not _is_torn(last, first):
            return False
        head, tail = last[:-1].strip(PUNCTUATION).lower(), first.strip(PUNCTUATION).lower()
        if last[-1] == SOFT_HYPHEN:
            self.edits.pop()  # which left it out by itself
        mended = "-" if last[-1] != SOFT_HYPHEN and self._is_hyphened(head, tail, first) else ""
        self.edits.append(Edit(self._length - 2, self._length, mended))
        return True

    def _is_hyphened(self, head: str, tail: str, first: str) -> bool:
        """Whether `net-` and `zero` are `net-zero`: as the paper prints it elsewhere, else where the rest is a word of its own."""
        known = self._vocabulary
        whole, parted = known[head + tail], known[f"{head}-{tail}"]
        if whole or parted:
            return parted > whole
        return first[0].isupper() or (known[tail] > 0 and (known[head] > 0 or not self._divides_words))

    @cached_property
    def _divides_words(self) -> bool:
        """Whether the paper is set with words divided at line ends: some are that it prints whole elsewhere."""
        torn = [(last, first) for last, first in self._ends if _is_torn(last, first)]
        whole = sum(self._vocabulary[(last[:-1] + first).strip(PUNCTUATION).lower()] > 0 for last, first in torn)
        return whole > MOST_CHANCE * len(torn) or len(torn) > MOST_HYPHENS * len(self._ends)


def _lines(passage: Passage) -> Iterator[Sequence[Line]]:
    """The lines of a passage, or of each of its cells' paragraphs."""
    yield passage.lines
    for cell in passage.cells:
        yield from (part.lines for part in cell)


def _left_out(marks: Iterable[int], line: Line, placed: Sequence[PlacedWord]) -> Iterator[Edit]:
    """Leaves the marks of footnotes out, with the space before them, and one before a stop."""
    for index in marks:
        after = line.words[index + 1 : index + 2]
        end = placed[index + 1].start if after and after[0].text[0] in STOPS else placed[index].end
        yield Edit(placed[index - 1].end, end, "")


def _plain_letters(line: Line, placed: Sequence[PlacedWord]) -> Iterator[Edit]:
    """Writes letters plainly; a word of nothing that is seen goes with the space before it."""
    for index, (text, *_) in enumerate(line.words):
        if text.isascii():
            continue
        if index and not text.strip(INVISIBLE):
            yield Edit(placed[index - 1].end, placed[index].end, "")
        else:
            letters = enumerate(text, placed[index].start)
            yield from (Edit(at, at + 1, plain) for at, char in letters if (plain := _plain(char)) != char)


def _is_torn(last: str, first: str) -> bool:
    return len(last) > 1 and last[-1] in HYPHENS and last[-2].isalpha() and first[0].isalpha()


def _skipped(part: Passage) -> int:
    """A bullet in a cell is no word of it; a number may be a reference."""
    return part.label.words if part.label and part.label.is_bullet else 0


def _plain(char: str) -> str:
    """A letter in a printer's form (a ligature, a wide or a mathematical one) as plain letters; signs stay as printed."""
    if char in INVISIBLE:
        return ""
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain != char and plain.isalpha() and not unicodedata.category(char).startswith(("N", "S")) else char

"""The text of a paper as it is laid on our pages: its blocks, each cut where something in it is lit."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from pipeline.model.document import Block, Document
from pipeline.model.span import Span
from pipeline.site.lit import Mark, Run, runs
from pipeline.site.paper_files import PaperFiles

PART = 150_000
"""Characters of a text that are shown at once, about; whoever reads on turns to the next part."""
AROUND = 3
"""Blocks shown before and behind a passage."""


class Printed(NamedTuple):
    """A heading, paragraph, item, … : its `label` as printed, and its words; a row has `cells`, each of paragraphs."""

    kind: str
    level: int
    label: str
    words: list[Run]
    cells: list[list[list[Run]]]


class Group(NamedTuple):
    """Blocks that belong together: the rows of one table, or one block of any other kind."""

    is_table: bool
    blocks: list[Printed]


class TextPart(NamedTuple):
    """One of the `parts` of a text, from 1; `where` tells which part each commitment begins in, by id."""

    groups: list[Group]
    part: int
    parts: int
    where: dict[str, int]


async def excerpt(files: PaperFiles, paper: dict[str, Any], marks: Sequence[Mark]) -> list[Group]:
    """The passage that the last mark covers, with what stands around it; none for a paper with pages, or one that is not here."""
    document = None if paper["pages"] else await files.text(paper)
    if document is None:
        return []
    lit = marks[-1]
    over = [place for place, block in enumerate(document.blocks) if block.span.start < lit.end and lit.start < block.span.end]
    if not over:
        return []
    first, last = max(over[0] - AROUND, 0), over[-1] + AROUND + 1
    return list(laid_out(document, document.blocks[first:last], marks))


async def text_part(files: PaperFiles, paper: dict[str, Any], marks: Sequence[Mark], part: int) -> TextPart | None:
    """A part of the text, the last one where there are not so many; None for a paper with pages, or one that is not here."""
    document = None if paper["pages"] else await files.text(paper)
    if document is None or not document.blocks:
        return None
    parts = _parts(document.blocks)
    part = min(part, len(parts))
    begins = [blocks[0].span.start for blocks in parts]
    where = {mark.owner: max(bisect_right(begins, mark.start), 1) for mark in marks if mark.kind == "commitment"}
    return TextPart(list(laid_out(document, parts[part - 1], marks)), part, len(parts), where)


def _parts(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The blocks, parted at the first that begins behind so many characters."""
    firsts = [next(group)[0] for _, group in groupby(enumerate(blocks), key=lambda at: at[1].span.start // PART)]
    return [blocks[first:end] for first, end in pairwise([*firsts, len(blocks)])] or [blocks]


def laid_out(document: Document, blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[Group]:
    """The blocks in groups, in their order."""
    near = _Near(marks)
    for table, group in groupby(blocks, key=lambda block: block.table):
        printed = [_printed(document.text, block, near.within(block.span)) for block in group]
        if table is None:
            yield from (Group(False, [one]) for one in printed)
        else:
            yield Group(True, printed)


class _Near:
    """The marks that touch one block after the other: a paper has thousands of both."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._to_come = sorted(marks, reverse=True)
        self._open: list[Mark] = []

    def within(self, span: Span) -> list[Mark]:
        """Those that share a character with the span, which begins behind all that were asked for before."""
        while self._to_come and self._to_come[-1].start < span.end:
            self._open.append(self._to_come.pop())
        self._open = [mark for mark in self._open if mark.end > span.start]
        return self._open


def _printed(text: str, block: Block, marks: Sequence[Mark]) -> Printed:
    cells = [[runs(text, marks, part.start, part.end) for part in cell.parts] for cell in block.cells]
    words = [] if cells else runs(text, marks, block.span.start, block.span.end)
    return Printed(block.kind, block.level, block.marker or "", words, cells)

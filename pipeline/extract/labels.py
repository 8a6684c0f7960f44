"""The headings of a paper, and everything that it prints with a reference: also what promises nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.model.document import Block, Document
from pipeline.model.paper import Label
from pipeline.model.record import Commitment

REFERENCE = re.compile(r"\W{0,2}(?:[A-Za-z]{1,14}[\s.:/–-]{0,3})?\d{1,4}(?:\.\d{1,4})*[a-z]?\W{0,2}")
BULLETS = frozenset("oOvq§")
MOST_WORDS = 80
"""Characters of its words that a label keeps."""


def find_labels(document: Document, commitments: Sequence[Commitment]) -> tuple[Label, ...]:
    """The labels of a paper in reading order, each with the commitment that begins within it."""
    by_start = sorted(commitments, key=lambda commitment: commitment.span.start)
    starts = [commitment.span.start for commitment in by_start]
    return tuple(_labels(document, by_start, starts))


def _labels(document: Document, commitments: Sequence[Commitment], starts: Sequence[int]) -> Iterator[Label]:
    for block in document.blocks:
        first = bisect_left(starts, block.span.start)
        is_within = first < len(starts) and starts[first] < block.span.end
        marker = _reference(block, document.text, commitments[first].ref if is_within else None)
        if marker is None and block.kind != "heading":
            continue
        yield Label(
            kind=block.kind,
            marker=marker,
            text=" ".join(block.span.of(document.text).split())[:MOST_WORDS],
            level=block.level if block.kind == "heading" else 0,
            span=block.span,
            page=document.layout.page(block.span) if document.layout else None,
            commitment=commitments[first].id if is_within else None,
        )


def _reference(block: Block, text: str, promised: str | None) -> str | None:
    """The reference of a block as printed: its marker, or the cell of a row that holds nothing else; None for a bullet.

    `promised` is the reference of the commitment in the row, if any.
    """
    if block.kind in ("heading", "item", "paragraph"):
        marker = block.marker or ""
        return marker if marker not in BULLETS and any(map(str.isalnum, marker)) else None
    if block.kind == "row":
        cells = [cell.span.of(text).strip() if cell.span else "" for cell in block.cells]
        # A column of themes may stand first: behind it, figures are rather values.
        codes = cells[:1] + [cell for cell in cells[1:2] if cell[:1].isalpha() or cell == promised]
        return next(filter(REFERENCE.fullmatch, codes), None)
    return None

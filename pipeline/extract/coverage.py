"""How much of a paper stands in its records, and where the largest stretches are that stand in none."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from pipeline.model.document import Block, Document
from pipeline.model.paper import Coverage, Stretch
from pipeline.model.record import Commitment
from pipeline.model.span import Span

COUNTED = frozenset({"paragraph", "item", "row", "field"})
"""Blocks in which a promise may stand; headings, contents, captions and footnotes are none."""
MOST_STRETCHES = 5
FIRST_WORDS = 120


def find_coverage(document: Document, commitments: Sequence[Commitment]) -> Coverage:
    """What of the paper stands in its commitments and their values."""
    covered = list(_merged(span for commitment in commitments for span in _spans(commitment)))
    ends = [span.end for span in covered]
    shared = {block.span: list(_shared(block.span, covered, ends)) for block in document.blocks}
    read = {span for span, pieces in shared.items() if pieces}
    counted = [block for block in _without_headers(document.blocks, read) if block.kind in COUNTED]
    items = [block for block in counted if block.kind == "item" and any(map(str.isalnum, block.marker or ""))]
    rows = [block for block in counted if block.kind == "row"]
    sizes = {block.span: _characters(block.span, document) for block in counted}
    return Coverage(
        characters=sum(sizes[block.span] for block in counted),
        characters_in_records=sum(_characters(piece, document) for block in counted for piece in shared[block.span]),
        items=len(items),
        items_in_records=sum(block.span in read for block in items),
        rows=len(rows),
        rows_in_records=sum(block.span in read for block in rows),
        unread=tuple(_largest(_stretches(document.blocks, sizes.keys() - read), sizes, document)),
    )


def _spans(commitment: Commitment) -> Iterator[Span]:
    yield commitment.span
    for values in (commitment.owners, commitment.deadlines, commitment.targets, commitment.budgets):
        yield from (value.span for value in values)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The stretches that the spans cover together, in order and apart from each other."""
    current: Span | None = None
    for span in sorted(spans):
        if current and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
        else:
            if current:
                yield current
            current = span
    if current:
        yield current


def _shared(span: Span, covered: Sequence[Span], ends: Sequence[int]) -> Iterator[Span]:
    """The parts of a span that are covered; `ends` are those of the covered stretches."""
    for index in range(bisect_right(ends, span.start), len(covered)):
        each = covered[index]
        if each.start >= span.end:
            return
        yield Span(max(span.start, each.start), min(span.end, each.end))


def _without_headers(blocks: Sequence[Block], read: set[Span]) -> Iterator[Block]:
    """The blocks but for the first row of each table, where that stands in no record."""
    for above, block in pairwise((None, *blocks)):
        is_first = block is not None and block.table is not None and (above is None or above.table != block.table)
        if block is not None and not (is_first and block.span not in read):
            yield block


def _stretches(blocks: Sequence[Block], unread: set[Span]) -> Iterator[list[Block]]:
    """Neighbouring blocks that count and stand in no record, under one heading."""
    for is_unread, stretch in groupby(blocks, key=lambda block: block.span in unread):
        if is_unread:
            yield list(stretch)


def _largest(stretches: Iterable[list[Block]], sizes: Mapping[Span, int], document: Document) -> Iterator[Stretch]:
    sized = [(sum(sizes[block.span] for block in blocks), blocks) for blocks in stretches]
    for characters, blocks in sorted(sized, key=lambda each: -each[0])[:MOST_STRETCHES]:
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        words = " ".join(document.text[span.start : span.start + FIRST_WORDS].split())
        page = document.layout.page(blocks[0].span) if document.layout else None
        yield Stretch(text=words, characters=characters, span=span, page=page)


def _characters(span: Span, document: Document) -> int:
    """The characters of a span that are no white space."""
    return len("".join(span.of(document.text).split()))

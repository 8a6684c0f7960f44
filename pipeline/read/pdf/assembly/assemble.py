"""Pages to a document: lines in reading order, passages, and where each word of the text is printed."""

from collections.abc import Sequence
from itertools import accumulate

from pipeline.model.document import Document, ReadingIssue, Repair
from pipeline.model.layout import Layout, PrintedPage
from pipeline.read.headings import settle
from pipeline.read.page import Page, Word
from pipeline.read.pdf.assembly.compose import Composer
from pipeline.read.pdf.assembly.flow import Flow, Item, is_name
from pipeline.read.pdf.assembly.furniture import find_furniture
from pipeline.read.pdf.assembly.headings import mark_headings, set_levels
from pipeline.read.pdf.assembly.lines import Line, find_lines, is_level, join
from pipeline.read.pdf.assembly.order import reading_order
from pipeline.read.pdf.assembly.placed import PlacedGrid
from pipeline.read.pdf.assembly.placing import place_all
from pipeline.read.pdf.assembly.type import find_type
from pipeline.read.tilted import as_seen, size_seen
from pipeline.read.write import write

SAME_EDGE = 3.0  # points
NARROWEST = 90.0  # points; what begins less far in is no column of its own


def assemble(pages: Sequence[Page], issues: tuple[ReadingIssue, ...] = ()) -> Document:
    """The document that the pages print; `issues` are those known so far, to which the pages' own are added."""
    placed = place_all(pages)
    grids = [found for found, _ in placed]
    lines = [_lines(page, left) for page, (_, left) in zip(pages, placed, strict=True)]
    furniture = find_furniture([(page.height, found) for page, found in zip(pages, lines, strict=True)])
    columns = [_columns(found, placed, furniture) for found, placed in zip(lines, grids, strict=True)]
    cells = [cell for page in grids for grid in page for cell in grid.cells]
    type_ = find_type([[item for item in column if isinstance(item, Line)] for page in columns for column in page] + cells)
    flow = Flow(type_)
    for found, page in zip(lines, columns, strict=True):
        flow.page(page, [line for line in found if id(line) in furniture])
    has_headings = mark_headings(flow.passages, type_)
    set_levels(flow.passages, type_)
    composer = Composer(flow.passages)
    protos = [proto for passage in flow.passages if (proto := composer.proto(passage))]
    settle(protos, composer.source, has_headings)
    notes = tuple(ReadingIssue.of(note, f"page {page.number}") for page in pages for note in page.notes)
    document = write(protos, composer.source, composer.find_edits, (*issues, *notes))
    printed = tuple(PrintedPage(page.number, *size_seen(page), page.source, page.engine) for page in pages)
    return document._replace(layout=Layout(as_seen(composer.words, pages), printed, _shifts(document.repairs)))


def _lines(page: Page, words: Sequence[Word]) -> list[Line]:
    lines = find_lines(words, page.number)
    for line in lines:
        line.scanned = page.source == "ocr"
    return lines


def _columns(lines: Sequence[Line], grids: Sequence[PlacedGrid], furniture: set[int]) -> list[list[Item]]:
    """What is printed on a page, in columns in reading order; every line learns where those of its column begin and end."""
    items: list[Item] = [line for line in lines if id(line) not in furniture]
    columns = [_joined(column) for column in reading_order([*items, *grids])]
    first = min((item.x0 for column in columns for item in column), default=0)
    for column in columns:
        edge, left = _edge(column, columns), min(item.x0 for item in column) - first
        for item in column:
            if isinstance(item, Line):
                item.edge, item.left = edge, left if left > NARROWEST else 0
    return columns


def _joined(column: Sequence[Item]) -> list[Item]:
    """A column with what stands side by side in it as one line, but for a name with a colon and its value."""
    joined: list[Item] = []
    for item in column:
        last = joined[-1] if joined else None
        if isinstance(item, Line) and isinstance(last, Line) and is_level(last, item) and last.x1 < item.x0 and not is_name(last):
            joined[-1] = join(last, item)
        else:
            joined.append(item)
    return joined


def _edge(column: Sequence[Item], columns: Sequence[Sequence[Item]]) -> float:
    """Where the lines of a column end: as far as those of others that begin where it does, and do not reach into the next one."""
    left, right = min(item.x0 for item in column), max(item.x1 for item in column)
    lefts = [min(item.x0 for item in other) for other in columns]
    end = min((x0 for x0 in lefts if x0 > right), default=float("inf"))
    alike = [other for other, x0 in zip(columns, lefts, strict=True) if abs(x0 - left) < SAME_EDGE]
    rights = [item.x1 for other in alike for item in other if isinstance(item, Line)]
    return max((x1 for x1 in rights if x1 < end), default=right)


def _shifts(repairs: Sequence[Repair]) -> list[tuple[int, int]]:
    """Where the text begins to stand elsewhere than its source, and by how much."""
    lengths = accumulate(len(repair.raw) - len(repair.mended) for repair in repairs)
    return [(repair.at + len(repair.mended), shift) for repair, shift in zip(repairs, lengths, strict=True)]

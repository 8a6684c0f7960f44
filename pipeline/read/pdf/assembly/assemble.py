"""Pages to a document: lines in reading order, passages, and where each word of the text is printed."""

from collections.abc import Iterator, Sequence
from itertools import chain

from pipeline.model.document import Document, ReadingIssue, Repair
from pipeline.model.layout import Layout, PlacedWord, PrintedPage
from pipeline.read.headings import settle
from pipeline.read.page import Page
from pipeline.read.pdf.assembly.compose import Composer, Written
from pipeline.read.pdf.assembly.flow import Flow, Item
from pipeline.read.pdf.assembly.furniture import find_furniture
from pipeline.read.pdf.assembly.headings import mark_headings
from pipeline.read.pdf.assembly.lines import Line, find_lines
from pipeline.read.pdf.assembly.order import reading_order
from pipeline.read.pdf.assembly.tables import PlacedGrid
from pipeline.read.pdf.assembly.type import find_type
from pipeline.read.write import write


def assemble(pages: Sequence[Page], issues: tuple[ReadingIssue, ...] = ()) -> Document:
    """The document that the pages print; `issues` are those known so far, to which the pages' own are added."""
    grids = [[PlacedGrid(grid, page.words, page.number) for grid in page.grids] for page in pages]
    lines = [_lines(page, placed) for page, placed in zip(pages, grids, strict=True)]
    furniture = find_furniture([(page.height, found) for page, found in zip(pages, lines, strict=True)])
    columns = [_columns(found, placed, furniture) for found, placed in zip(lines, grids, strict=True)]
    type_ = find_type([item for item in column if isinstance(item, Line)] for page in columns for column in page)
    flow = Flow(type_)
    for found, page in zip(lines, columns, strict=True):
        flow.furniture([line for line in found if id(line) in furniture])
        for column in page:
            flow.column(column)
    has_headings = mark_headings(flow.passages, type_)
    composer = Composer(chain.from_iterable(lines))
    protos = [proto for passage in flow.passages if (proto := composer.proto(passage))]
    settle(protos, composer.source, has_headings)
    notes = tuple(ReadingIssue(note, f"page {page.number}") for page in pages for note in page.notes)
    document = write(protos, composer.source, composer.find_edits, (*issues, *notes))
    printed = tuple(PrintedPage(page.number, page.width, page.height, page.source, page.engine) for page in pages)
    return document._replace(layout=Layout(tuple(_placed(composer.words, document.repairs)), printed))


def _lines(page: Page, grids: Sequence[PlacedGrid]) -> list[Line]:
    """The lines outside of the page's grids."""
    words = page.words
    for grid in grids:
        words = tuple(word for word in words if not grid.holds(word))
    return find_lines(words, page.number)


def _columns(lines: Sequence[Line], grids: Sequence[PlacedGrid], furniture: set[int]) -> list[list[Item]]:
    """What is printed on a page, in columns in reading order; every line learns where those of its column end."""
    items: list[Item] = [line for line in lines if id(line) not in furniture]
    columns = reading_order([*items, *grids])
    for column in columns:
        edge = max(item.x1 for item in column)
        for item in column:
            if isinstance(item, Line):
                item.edge = edge
    return columns


def _placed(words: Sequence[Written], repairs: Sequence[Repair]) -> Iterator[PlacedWord]:
    """Where each word of the source came to stand in the text; none for a word that was left out."""
    shift, at = 0, 0  # source minus text, up to the repair `at`
    for word in words:
        start, at, shift = _moved(word.start, repairs, at, shift)
        end, at, shift = _moved(word.end, repairs, at, shift)
        if start < end:
            yield PlacedWord(start, end, word.line, word.page, *map(_rounded, word.word[1:5]))


def _moved(position: int, repairs: Sequence[Repair], at: int, shift: int) -> tuple[int, int, int]:
    """Where a place of the source stands in the text, and the repairs passed on the way."""
    while at < len(repairs) and repairs[at].at + shift + len(repairs[at].raw) <= position:
        shift += len(repairs[at].raw) - len(repairs[at].mended)
        at += 1
    if at < len(repairs) and repairs[at].at + shift < position:
        return repairs[at].at, at, shift
    return position - shift, at, shift


def _rounded(value: float) -> float:
    return round(value, 2)

"""Where records are printed: on made-up pages whose words stand at places that are known."""

import re
from collections.abc import Callable

import pytest

from pipeline.extract import Extractor
from pipeline.model.document import Block, Cell, Document, ReadingIssue
from pipeline.model.layout import Layout, PlacedWord, PlacedWords, PrintedPage, Source
from pipeline.model.paper import Paper, Sidecar
from pipeline.model.record import Box, Commitment
from pipeline.model.span import Span

LINES = (
    (1, "Harbour plan"),
    (1, "1 The Estates Team will repair the"),
    (2, "lamps by March 2022 for £5,000."),
    (2, "2 We will plant 300 trees."),
)
Extract = Callable[..., Paper]


def printed(lines: tuple[tuple[int, str], ...] = LINES, source: Source = "text", issues: tuple[ReadingIssue, ...] = ()) -> Document:
    """A heading and two numbered items; each line 10 points high, each character 5 points wide."""
    text, words = "\n".join(line for _, line in lines), []
    start = 0
    for number, (page, line) in enumerate(lines):
        for match in re.finditer(r"\S+", line):
            place = 5.0 * match.start(), 20.0 * number, 5.0 * match.end(), 20.0 * number + 10
            words.append(PlacedWord(start + match.start(), start + match.end(), number, page, *place))
        start += len(line) + 1
    first, second = text.index("The Estates"), text.index("We will")
    blocks = (
        Block("heading", Span(0, 12), 1),
        Block("item", Span(first, second - 3), 1, "1"),
        Block("item", Span(second, len(text)), 1, "2"),
    )
    pages = tuple(PrintedPage(number, 200, 100, source, "made up") for number in (1, 2))
    return Document(text, blocks, issues=issues, layout=Layout(PlacedWords.of(words), pages))


def table(certain: bool) -> Document:
    """A table of two rows, whose cells stand side by side on one printed line."""
    cells = (("Action", "Owner", "Timescale"), ("Repair the lamps", "Estates Team", "March 2022"))
    text, words, blocks = "", [], []
    for number, row in enumerate(cells):
        spans = []
        for column, cell in enumerate(row):
            spans.append(Span(len(text), len(text) + len(cell)))
            left, top = 100.0 * column, 20.0 * number
            words.append(PlacedWord(*spans[-1], 10 * number + column, 1, left, top, left + 50, top + 10))
            text += cell + ("\t" if column < 2 else "\n")
        blocks.append(Block("row", Span(spans[0].start, spans[-1].end), 0, None, tuple(Cell((span,)) for span in spans), 0, certain))
    return Document(text, tuple(blocks), layout=Layout(PlacedWords.of(words), (PrintedPage(1, 300, 100, "text", "made up"),)))


@pytest.fixture(scope="module")
def commitments(extractor: Extractor) -> Callable[[Document], tuple[Commitment, ...]]:
    return lambda document: extractor.extract(document, "plan", "plan.pdf", "0" * 64, Sidecar()).commitments


def test_a_commitment_has_a_box_for_each_of_its_lines_and_the_page_on_which_it_begins(commitments) -> None:
    first, second = commitments(printed())
    assert first.page == 1
    assert first.boxes == (Box(page=1, x0=10, top=20, x1=170, bottom=30), Box(page=2, x0=0, top=40, x1=155, bottom=50))
    assert (second.page, [box.page for box in second.boxes]) == (2, [2])


def test_every_value_has_its_own_page_and_box(commitments) -> None:
    first, second = commitments(printed())
    owner, deadline, budget, target = *first.owners, *first.deadlines, *first.budgets, *second.targets
    assert (owner.page, owner.boxes) == (1, (Box(page=1, x0=30, top=20, x1=90, bottom=30),))
    assert (deadline.page, deadline.boxes) == (2, (Box(page=2, x0=45, top=40, x1=95, bottom=50),))
    assert (budget.page, budget.boxes) == (2, (Box(page=2, x0=120, top=40, x1=155, bottom=50),))
    assert (target.page, target.boxes[0].x0) == (2, 80)


def test_the_boxes_of_a_row_are_those_of_the_cell_that_holds_the_promise(commitments) -> None:
    (row,) = commitments(table(certain=True))
    assert row.boxes == (Box(page=1, x0=0, top=20, x1=50, bottom=30),)
    assert row.owners[0].boxes == (Box(page=1, x0=100, top=20, x1=150, bottom=30),)


@pytest.mark.parametrize("certain", [True, False])
def test_a_row_of_a_table_without_lines_is_uncertain(commitments, certain: bool) -> None:
    (row,) = commitments(table(certain))
    assert row.certain is certain


def test_a_row_without_lines_is_uncertain_on_no_page_too(commitments) -> None:
    (row,) = commitments(table(certain=False)._replace(layout=None))
    assert (row.certain, row.page, row.boxes) == (False, None, ())


def test_text_without_pages_has_neither_page_nor_boxes(promises) -> None:
    for record in promises("# Plan\n\n- The Estates Team will repair the lamps by March 2022.\n"):
        assert (record.page, record.boxes, record.source, record.certain) == (None, (), "text", True)
        assert [(value.page, value.boxes) for value in (*record.owners, *record.deadlines)] == [(None, ())] * 2


def test_what_stands_on_a_scan_says_so(commitments) -> None:
    assert {record.source for record in commitments(printed(source="ocr"))} == {"ocr"}
    assert all(record.certain for record in commitments(printed(source="ocr")))


def test_a_scan_that_was_read_with_doubt_makes_what_stands_on_it_uncertain(commitments) -> None:
    doubtful = commitments(printed(source="ocr", issues=(ReadingIssue("read with doubt", "page 1"),)))
    assert [record.certain for record in doubtful] == [False, True]


def test_an_issue_on_a_page_of_text_makes_nothing_uncertain(commitments) -> None:
    assert all(record.certain for record in commitments(printed(issues=(ReadingIssue("a picture was left out", "page 1"),))))

"""A page that goes on with a row in its last cell alone."""

from pipeline.model.document import Block
from pipeline.read.page import Grid, Page, Rect, Word
from pipeline.read.pdf.assembly import assemble

FOOT, HEAD = 700, 120  # points: where the table ends on the first page, and where the rest begins on the second


def row(number: int, top: float, *words: Word, x: float = 200, lone: bool = False) -> Page:
    cells = Rect(50, top, x, top + 40), Rect(x, top, 500, top + 40)
    return Page(number, 595, 842, words, (Grid((cells,), lone=lone),))


def at(text: str, x: float, y: float) -> Word:
    return Word(text, x, y, x + 6 * len(text), y + 10, before="\n")


LAST = (at("Verges", 55, FOOT + 5), at("Mowing", 205, FOOT + 5))
REST = at("Raking", 205, HEAD + 5)


def kinds(*pages: Page) -> list[tuple[str, int | None]]:
    def told(block: Block) -> tuple[str, int | None]:
        return block.kind, block.table

    return [told(block) for block in assemble(pages).blocks]


def test_it_is_of_the_table_that_ends_the_page_before() -> None:
    assert kinds(row(1, FOOT, *LAST), row(2, HEAD, REST, lone=True)) == [("row", 0), ("row", 0)]


def test_a_page_number_may_stand_above_it() -> None:
    assert kinds(row(1, FOOT, *LAST), row(2, HEAD, at("2", 300, 30), REST, lone=True)) == [("row", 0), ("row", 0)]


def test_without_a_page_before_it_is_text() -> None:
    assert kinds(row(1, HEAD, REST, lone=True)) == [("paragraph", None)]


def test_beside_other_columns_it_is_text() -> None:
    assert kinds(row(1, FOOT, *LAST), row(2, HEAD, REST, x=190, lone=True)) == [("row", 0), ("paragraph", None)]


def test_below_other_words_it_is_text() -> None:
    above = at("Below,", 55, 111)
    assert ("row", 0) not in kinds(row(1, FOOT, *LAST), row(2, HEAD + 40, above, at("Raking", 205, HEAD + 45), lone=True))[1:]


def test_behind_other_words_it_is_text() -> None:
    first = row(1, FOOT - 200, at("Verges", 55, FOOT - 195), at("Mowing", 205, FOOT - 195), at("Behind,", 55, FOOT - 100))
    assert ("row", 0) not in kinds(first, row(2, HEAD, REST, lone=True))[1:]

"""Tables without lines over pages: a page with few rows takes the columns of the page before."""

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.assembly.placed import PlacedGrid

ABOVE = [Word("A1", 60, 700, 70, 710), Word("Plant", 100, 700, 130, 710), Word("Clerk", 300, 700, 330, 710)]
THREE = Grid(((Rect(58, 699, 98, 711), Rect(98, 699, 298, 711), Rect(298, 699, 400, 711)),), ruled=False)
TWO = Grid(((Rect(50, 59, 298, 71), Rect(298, 59, 400, 71)),), ruled=False)


def words(first: float) -> list[Word]:
    return [Word("A2", first, 60, first + 10, 70), Word("Mow", 100, 60, 130, 70), Word("Ranger", 300, 60, 330, 70)]


def columns(first: float) -> list[list[str]]:
    below = PlacedGrid(TWO, words(first), 2)
    assert below.goes_on(PlacedGrid(THREE, ABOVE, 1))
    return [[line.text for line in cell] for cell in below.rows[0].cells]


def test_cells_that_run_together_are_parted_where_the_page_before_parts_them() -> None:
    assert columns(60) == [["A2"], ["Mow"], ["Ranger"]]


def test_a_word_that_stands_further_left_is_in_the_first_column() -> None:
    assert columns(56.5) == [["A2"], ["Mow"], ["Ranger"]]

"""The marks of footnotes."""

import pytest

from pipeline.read.page import Word
from pipeline.read.pdf.assembly.lines import find_lines
from pipeline.read.pdf.assembly.marks import find_marks, marks_on


def marked(mark: str, before: str = "parks", top: float = 99, height: float = 6) -> list[int]:
    words = [Word(before, 0, 100, 30, 110), Word(mark, 30, top, 34, top + height), Word("and", 38, 100, 50, 110)]
    return list(find_marks(find_lines(words, 1)[0]))


@pytest.mark.parametrize("mark", ["3", "12", "123"])
def test_a_small_raised_number_is_a_mark(mark: str) -> None:
    assert marked(mark) == [1]


@pytest.mark.parametrize("mark", ["1234", "th", "a", "3."])
def test_other_small_raised_signs_are_none(mark: str) -> None:
    assert marked(mark) == []


@pytest.mark.parametrize(("height", "found"), [(8.4, [1]), (8.6, [])])
def test_a_mark_is_smaller_than_its_line(height: float, found: list[int]) -> None:
    assert marked("3", top=100, height=height) == found


@pytest.mark.parametrize(("foot", "found"), [(108.9, [1]), (109.1, [])])
def test_a_mark_is_lifted(foot: float, found: list[int]) -> None:
    assert marked("2", top=foot - 6) == found


@pytest.mark.parametrize("unit", ["m", "km", "(km", "CO", "sq"])
def test_a_square_is_no_mark(unit: str) -> None:
    assert marked("2", unit) == []


def test_the_first_word_of_a_line_is_no_mark() -> None:
    words = [Word("3", 0, 99, 4, 105), Word("Source:", 6, 100, 30, 110)]
    assert list(find_marks(find_lines(words, 1)[0])) == []


def test_a_page_points_to_the_numbers_of_its_marks() -> None:
    words = [Word("parks", 0, 100, 30, 110), Word("7", 30, 99, 34, 105), Word("30", 38, 100, 46, 110)]
    assert marks_on(find_lines(words, 1)) == {"7"}

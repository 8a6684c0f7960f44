"""Boxes on scans whose print is tilted or lies on its side: where a word stands on the page as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.layout import PlacedWord, PlacedWords
from pipeline.read.page import Page
from pipeline.read.tilted import as_seen, size_seen


def page(tilt: float, width: float = 400, height: float = 300, number: int = 1) -> Page:
    """A page whose sizes are those it has when it is made upright."""
    return Page(number, width, height, (), source="ocr", tilt=tilt)


def word(x0: float, top: float, x1: float, bottom: float, number: int = 1) -> PlacedWord:
    return PlacedWord(0, 5, 0, number, x0, top, x1, bottom)


@pytest.mark.parametrize(
    ("tilt", "size", "box"),
    [
        (0, (400, 300), (10, 20, 60, 30)),
        (90, (300, 400), (270, 10, 280, 60)),
        (180, (400, 300), (340, 270, 390, 280)),
        (270, (300, 400), (20, 340, 30, 390)),
    ],
)
def test_a_word_near_the_upper_left_corner_is_found_in_the_corner_that_the_page_is_turned_to(tilt, size, box) -> None:
    (found,) = as_seen(PlacedWords.of([word(10, 20, 60, 30)]), [page(tilt)])
    assert found[4:] == pytest.approx(box)
    assert size_seen(page(tilt)) == size


def test_print_that_falls_to_the_right_stands_lower_there() -> None:
    left, right = as_seen(PlacedWords.of([word(0, 145, 20, 155), word(380, 145, 400, 155)]), [page(2.0)])
    assert left.top < 145 < 155 < right.bottom


@given(st.floats(-3, 273), st.floats(150, 250), st.floats(100, 200))
def test_turning_keeps_the_middle_of_a_word_as_far_from_the_middle_of_the_page(tilt: float, x: float, y: float) -> None:
    (found,) = as_seen(PlacedWords.of([word(x - 5, y - 5, x + 5, y + 5)]), [page(tilt)])
    width, height = size_seen(page(tilt))
    moved = ((found.x0 + found.x1) / 2 - width / 2) ** 2 + ((found.top + found.bottom) / 2 - height / 2) ** 2
    assert moved == pytest.approx((x - 200) ** 2 + (y - 150) ** 2, abs=1e-6)


def test_words_of_other_pages_stay_where_they_are() -> None:
    words = PlacedWords.of([word(10, 20, 60, 30), word(10, 20, 60, 30, number=2)])
    assert as_seen(words, [page(90), page(0, number=2)])[1] == words[1]


def test_a_paper_without_tilted_pages_costs_nothing() -> None:
    words = PlacedWords.of([word(10, 20, 60, 30)])
    assert as_seen(words, [page(0)]) is words

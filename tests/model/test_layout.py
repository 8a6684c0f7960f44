"""Where the words of a text are printed."""

import pytest

from pipeline.model.layout import Layout, PlacedWord, PlacedWords
from pipeline.model.record import Box
from pipeline.model.span import Span

# "Plant oaks in", and on the next line "parks.", on the next page "Mow."
WORDS = (
    PlacedWord(0, 5, 1, 1, 10, 100, 30, 110),
    PlacedWord(6, 10, 1, 1, 34, 98.04, 50, 110),
    PlacedWord(11, 13, 1, 1, 54, 100, 60, 112.06),
    PlacedWord(14, 20, 2, 1, 10, 120, 32, 130),
    PlacedWord(21, 25, 3, 2, 10, 40, 24, 50),
)
LAYOUT = Layout(PlacedWords.of(WORDS), ())


def starts(layout: Layout, start: int, end: int) -> list[int]:
    return [word.start for word in layout.within(Span(start, end))]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 25, [0, 6, 11, 14, 21]), (6, 10, [6]), (7, 8, [6]), (9, 12, [6, 11]), (10, 11, []), (5, 6, []), (0, 0, []), (25, 30, [])],
)
def test_a_span_holds_the_words_it_shares_a_character_with(start: int, end: int, found: list[int]) -> None:
    assert starts(LAYOUT, start, end) == found


@pytest.mark.xfail(reason="an empty span shares no character, but the word around it is found", strict=True)
def test_an_empty_span_holds_no_word() -> None:
    assert starts(LAYOUT, 7, 7) == []


def test_words_of_a_line_have_one_box_around_them() -> None:
    assert LAYOUT.boxes([Span(0, 13)]) == (Box(page=1, x0=10, top=98, x1=60, bottom=112.1),)


def test_each_line_has_a_box_of_its_own() -> None:
    assert [(box.page, box.top) for box in LAYOUT.boxes([Span(6, 25)])] == [(1, 98), (1, 120), (2, 40)]


def test_spans_of_one_line_share_a_box() -> None:
    assert [(box.x0, box.x1) for box in LAYOUT.boxes([Span(0, 5), Span(11, 13)])] == [(10, 60)]


def test_boxes_come_in_the_order_of_the_spans() -> None:
    assert [box.page for box in LAYOUT.boxes([Span(21, 25), Span(0, 5)])] == [2, 1]


def test_no_spans_have_no_boxes() -> None:
    assert LAYOUT.boxes([]) == ()


def test_a_span_without_words_has_no_boxes() -> None:
    assert LAYOUT.boxes([Span(5, 6)]) == ()


def test_a_span_is_on_the_page_it_begins_on() -> None:
    assert LAYOUT.page(Span(14, 25)) == 1


def test_a_span_without_words_is_on_no_page() -> None:
    assert LAYOUT.page(Span(30, 40)) is None


# The source has four characters more than the text before place 6, and two more before place 14.
SHIFTED = Layout(
    PlacedWords.of(
        word._replace(start=word.start + shift, end=word.end + shift) for word, shift in zip(WORDS, (0, 4, 4, 6, 6), strict=True)
    ),
    (),
    [(6, 4), (14, 6)],
)


@pytest.mark.parametrize(("start", "end", "found"), [(0, 5, [0]), (6, 10, [10]), (11, 13, [15]), (14, 20, [20]), (9, 15, [10, 15, 20])])
def test_a_span_of_the_text_finds_words_by_their_place_in_the_source(start: int, end: int, found: list[int]) -> None:
    assert starts(SHIFTED, start, end) == found


def test_a_span_that_ends_where_a_shift_begins_ends_before_it() -> None:
    assert starts(SHIFTED, 0, 6) == [0]


def test_a_text_may_be_longer_than_its_source() -> None:
    words = PlacedWords.of([WORDS[0], WORDS[1]._replace(start=5, end=9)])
    assert starts(Layout(words, (), [(6, -1)]), 6, 10) == [5]

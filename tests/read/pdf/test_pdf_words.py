"""Words and boxes from pages written by hand, each with one trap in it."""

from collections.abc import Callable

import pytest

from pipeline.read.page import Page, Word
from pipeline.read.pdf.engine import read_pages

Read = Callable[..., Page]


@pytest.fixture(name="read")
def reader(write: Callable[..., bytes]) -> Read:
    return lambda content, page="", font="Helvetica": next(read_pages(write(content, page, font)))


@pytest.fixture(name="word")
def first_word(read: Read) -> Callable[..., Word]:
    return lambda content, page="", font="Helvetica": read(content, page, font).words[0]


def show(text: str, x: int = 100, y: int = 200, size: int = 10) -> str:
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def middle(found: Word) -> tuple[float, float]:
    return (found.x0 + found.x1) / 2, (found.top + found.bottom) / 2


def test_words_are_read_in_the_order_in_which_they_are_printed(read: Read) -> None:
    assert [found.text for found in read(show("Plant 300 trees")).words] == ["Plant", "300", "trees"]


def test_a_box_counts_from_the_top_left(word: Callable[..., Word]) -> None:
    found = word(show("Plant"))
    assert found.x0 == pytest.approx(100, abs=1)
    assert found.top < 300 - 200 < found.bottom


def test_a_box_counts_from_the_corner_of_the_crop_box(word: Callable[..., Word]) -> None:
    assert word(show("Plant"), "/CropBox[50 50 350 250]").x0 == pytest.approx(50, abs=1)


def test_words_that_are_cropped_away_are_not_read(read: Read) -> None:
    assert [found.text for found in read(show("in") + show("out", x=10), "/CropBox[50 50 350 250]").words] == ["in"]


@pytest.mark.parametrize(("turn", "place"), [(90, (201, 112)), (180, (288, 201)), (270, (99, 288))])
def test_a_box_on_a_turned_page_is_where_the_reader_sees_it(word: Callable[..., Word], turn: int, place: tuple[float, float]) -> None:
    assert middle(word(show("Plant"), f"/Rotate {turn}")) == pytest.approx(place, abs=5)


def test_a_turned_page_is_as_wide_as_it_is_seen(read: Read) -> None:
    assert read(show("Plant"), "/Rotate 90")[1:3] == (300, 400)


def test_a_word_that_begins_a_line_says_so(read: Read) -> None:
    marks = [found.before for found in read(show("one two") + show("three", y=180)).words]
    assert marks == ["\n", " ", "\n"]


def test_a_hyphen_at_the_end_of_a_line_ends_its_word(read: Read) -> None:
    assert [found.text for found in read(show("net-") + show("zero", y=188)).words] == ["net-", "zero"]


def test_a_gap_as_wide_as_a_space_parts_a_word(read: Read) -> None:
    spread = "BT /F 10 Tf 100 200 Td [(Estates)-3000(2030)] TJ ET"
    assert [found.text for found in read(spread).words] == ["Estates", "2030"]


def test_a_bold_font_makes_bold_words(word: Callable[..., Word]) -> None:
    assert word(show("Actions"), font="Helvetica-Bold").bold


def test_a_plain_font_makes_none(word: Callable[..., Word]) -> None:
    assert not word(show("Actions")).bold


def test_false_bold_is_one_word(read: Read) -> None:
    assert [found.text for found in read(show("Actions") + "\n" + "BT /F 10 Tf 100.2 200 Td (Actions) Tj ET").words] == ["Actions"]


def test_a_word_over_the_edge_of_the_page_ends_there(word: Callable[..., Word]) -> None:
    assert word(show("Plantation", x=370)).x1 <= 400


def test_a_word_printed_upwards_has_a_box_higher_than_wide(word: Callable[..., Word]) -> None:
    found = word("BT /F 10 Tf 0 1 -1 0 100 100 Tm (Responsible) Tj ET")
    assert found.bottom - found.top > found.x1 - found.x0


def test_the_font_size_is_that_of_the_matrix(word: Callable[..., Word]) -> None:
    found = word("BT /F 1 Tf 12 0 0 12 100 200 Tm (Plant) Tj ET")
    assert 8 < found.bottom - found.top < 20


def test_a_page_without_words_has_none(read: Read) -> None:
    assert read("").words == ()

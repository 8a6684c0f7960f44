"""What is made of the words that tesseract finds."""

import pytest

from pipeline.read.scan.tesseract import Printed
from pipeline.read.scan.words import confidence, place

LINE = ("1", "1", "1")


def printed(text: str, left: int = 0, top: int = 73, height: int = 73, sure: float = 95, line: tuple[str, ...] = LINE) -> Printed:
    """A word of a font of 100 pixels whose baseline is at 146, unless told otherwise."""
    return Printed(line, left, top, 50 * len(text), height, sure, text)


def texts(*words: Printed) -> list[str]:
    return [word.text for word in place(words, 1.0)]


def test_boxes_are_as_high_as_the_font_whatever_the_letters() -> None:
    tall, low, deep = printed("Hall"), printed("sum", top=94, height=52), printed("pay", top=94, height=73)
    boxes = [place([word], 1.0)[0] for word in (tall, low, deep)]
    assert [(round(word.top), round(word.bottom)) for word in boxes] == [(56, 168)] * 3


def test_boxes_are_in_points() -> None:
    assert place([printed("Hall", left=200)], 2.0)[0].x0 == 100


def test_lines_begin_where_tesseract_begins_them() -> None:
    words = place([printed("one"), printed("two", left=300), printed("three", line=("1", "1", "2"))], 1.0)
    assert [word.before for word in words] == ["\n", " ", "\n"]


def test_lines_of_nearly_one_size_are_of_one() -> None:
    words = place([printed("Hall", height=73), printed("Halls", height=76, line=("1", "1", "2"))], 1.0)
    assert len({round(word.bottom - word.top, 3) for word in words}) == 1


def test_a_headline_stays_larger() -> None:
    words = place([printed("Hall"), printed("Plan", height=120, line=("1", "1", "2"))], 1.0)
    assert words[1].bottom - words[1].top > 1.5 * (words[0].bottom - words[0].top)


def test_handwriting_is_left_out() -> None:
    assert texts(printed("Signed", sure=30), printed("CleeKD", left=400, sure=20)) == []


def test_an_unsure_word_stays_in_a_line_that_is_read_surely() -> None:
    assert texts(printed("with"), printed("adequate", left=300, sure=20), printed("controls", left=900)) == ["with", "adequate", "controls"]


def test_what_looks_like_no_word_goes_even_from_a_sure_line() -> None:
    assert texts(printed("with"), printed("aDq~te", left=300, sure=5), printed("controls", left=900)) == ["with", "controls"]


def test_specks_go() -> None:
    assert texts(printed("|", sure=40), printed("Hall", left=100), printed(" ", left=400)) == ["Hall"]


@pytest.mark.parametrize("seen_as", ["e", "¢", "*", "«", "°"])
def test_what_opens_an_item_is_a_bullet(seen_as: str) -> None:
    assert texts(printed(seen_as, top=100, height=40, sure=30), printed("Plant", left=120), printed("trees", left=500))[0] == "•"


def test_a_letter_in_a_line_is_no_bullet() -> None:
    assert texts(printed("a"), printed("e", left=100, top=94, height=52), printed("i", left=200)) == ["a", "e", "i"]


def test_confidence_is_weighed_by_letters() -> None:
    assert confidence([printed("four", sure=90), printed("|", sure=0)]) == 90
    assert confidence([]) == 0

"""Words to printed lines."""

import pytest

from pipeline.read.page import Word
from pipeline.read.pdf.assembly.lines import find_lines


def word(text: str, x0: float, x1: float, top: float = 100, before: str = " ", height: float = 10) -> Word:
    return Word(text, x0, top, x1, top + height, before=before)


def texts(*words: Word) -> list[str]:
    return [line.text for line in find_lines(words, 1)]


@pytest.mark.parametrize(("gap", "lines"), [(6.9, ["Plant oaks"]), (7.1, ["Plant", "oaks"])])
def test_two_prints_are_one_line_up_to_a_wide_space(gap: float, lines: list[str]) -> None:
    assert texts(word("Plant", 0, 20), word("oaks", 20 + gap, 40, before="\n")) == lines


@pytest.mark.parametrize(("gap", "lines"), [(24.9, ["Plant oaks"]), (25.1, ["Plant", "oaks"])])
def test_one_print_is_one_line_over_a_wider_gap(gap: float, lines: list[str]) -> None:
    assert texts(word("Plant", 0, 20), word("oaks", 20 + gap, 60)) == lines


@pytest.mark.parametrize(("gap", "lines"), [(59.9, ["2.1 Plant"]), (60.1, ["2.1", "Plant"])])
def test_a_label_hangs_far_from_its_words(gap: float, lines: list[str]) -> None:
    assert texts(word("2.1", 0, 10), word("Plant", 10 + gap, 100, before="\n")) == lines


@pytest.mark.parametrize("label", ["1.", "(a)", "iv)", "3.5.1", "PA 1", "•", "➢"])
def test_what_hangs_is_a_label_or_a_sign(label: str) -> None:
    assert texts(word(label, 0, 10), word("Plant", 40, 60, before="\n")) == [f"{label} Plant"]


@pytest.mark.parametrize("label", ["30", "Date:", "A", "Plant"])
def test_other_words_do_not_hang(label: str) -> None:
    assert texts(word(label, 0, 10), word("Plant", 40, 60, before="\n")) == [label, "Plant"]


def test_a_label_that_is_printed_last_stands_first() -> None:
    assert texts(word("Plant", 40, 60), word("1.", 0, 10, before="\n")) == ["1. Plant"]


def test_words_that_touch_are_one_where_the_file_says_so() -> None:
    assert texts(word("Pl", 0, 10), word("ant", 10, 20, before="")) == ["Plant"]


def test_words_that_touch_are_two_in_two_prints() -> None:
    assert texts(word("Plant", 0, 20, before="\n"), word("oaks", 21, 30, before="\n")) == ["Plant oaks"]


@pytest.mark.parametrize(("lower", "lines"), [(4.9, ["Plant oaks"]), (5.1, ["Plant", "oaks"])])
def test_words_share_a_line_that_are_level_by_half(lower: float, lines: list[str]) -> None:
    assert texts(word("Plant", 0, 20), word("oaks", 24, 40, 100 + lower)) == lines


def test_a_raised_mark_is_on_its_line() -> None:
    assert texts(word("parks", 0, 20), word("3", 20, 23, 99, height=6), word("and", 26, 40)) == ["parks 3 and"]


def test_a_line_is_as_high_as_its_longest_word() -> None:
    line = find_lines([word("parks", 0, 20), word("3", 20, 23, 99, height=6)], 1)[0]
    assert (line.top, line.bottom, line.height) == (100, 110, 10)


def test_lines_come_from_the_top() -> None:
    assert texts(word("below", 0, 20, 130), word("above", 0, 20, 100, before="\n")) == ["above", "below"]


def test_lines_side_by_side_come_from_the_left() -> None:
    assert texts(word("right", 200, 220), word("left", 0, 20, before="\n")) == ["left", "right"]


def test_a_line_goes_from_its_first_word_to_its_last() -> None:
    line = find_lines([word("Plant", 5, 20), word("oaks", 24, 44)], 1)[0]
    assert (line.x0, line.x1) == (5, 44)


def test_a_line_is_bold_where_all_its_words_are() -> None:
    bold = word("Plant", 0, 20)._replace(bold=True)
    lines = find_lines([bold, word("oaks", 24, 40)._replace(bold=True), bold._replace(top=130, bottom=140), word("oaks", 24, 40, 130)], 1)
    assert [line.bold for line in lines] == [True, False]


def test_a_print_that_runs_back_is_another_line() -> None:
    assert texts(word("oaks", 100, 120), word("Plant", 60, 80)) == ["Plant", "oaks"]


def test_no_words_are_no_lines() -> None:
    assert find_lines([], 1) == []


@pytest.mark.xfail(reason="a gap is measured by the higher one of the two", strict=True)
def test_a_word_printed_upwards_is_no_word_of_a_line_beside_it() -> None:
    assert texts(word("Plant", 60, 80), word("Draft", 20, 30, 90, "\n", 200)) == ["Draft", "Plant"]

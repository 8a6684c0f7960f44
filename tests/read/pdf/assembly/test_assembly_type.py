"""The type that a paper is set in."""

import pytest

from pipeline.read.page import Word
from pipeline.read.pdf.assembly.lines import Line
from pipeline.read.pdf.assembly.type import Type, find_type


def line(text: str, top: float, height: float = 10, bold: bool = False, x: float = 60) -> Line:
    return Line([Word(text, x, top, x + 4 * len(text), top + height, bold)], 1)


def test_the_running_text_is_as_high_as_most_characters() -> None:
    assert find_type([[line("Parks", 100, 20), line("Oaks", 130), line("Limes", 142)]]).height == 10


def test_heights_that_hardly_differ_are_one() -> None:
    assert find_type([[line("Parks", 100, 12), line("Oaks", 130, 10.1), line("Limes", 142, 9.9)]]).height == 10


def test_the_pitch_is_the_commonest_distance_in_heights() -> None:
    assert find_type([[line("Oaks", top) for top in (100, 114, 128, 160)]]).pitch == 1.4


@pytest.mark.parametrize(("distance", "pitch"), [(24.9, 2.5), (25, 1.25), (8.1, 0.8), (8, 1.25)])
def test_lines_far_apart_or_upon_each_other_tell_no_pitch(distance: float, pitch: float) -> None:
    assert find_type([[line("Oaks", 100), line("Limes", 100 + distance)]]).pitch == pitch


def test_lines_of_two_columns_tell_no_pitch() -> None:
    assert find_type([[line("Oaks", 100)], [line("Limes", 114)]]).pitch == 1.25


def test_a_paper_is_bold_where_most_characters_are() -> None:
    assert [find_type([[line("Parks", 100, bold=True), line(text, 114)]]).bold for text in ("Oak", "Limes")] == [True, False]


def test_no_lines_have_a_usual_type() -> None:
    assert find_type([]) == Type(12.0, 1.25)


def test_an_indent_is_counted_in_characters() -> None:
    assert Type(10, 1.25).indent(line("Oaks", 100, x=70)) == 14


def test_an_indent_counts_from_the_column() -> None:
    inner = line("Oaks", 100, x=310)
    inner.left = 240
    assert Type(10, 1.25).indent(inner) == 14


@pytest.mark.parametrize(
    ("height", "larger", "smaller"), [(11.3, True, False), (11.1, False, False), (9.1, False, False), (8.9, False, True)]
)
def test_type_is_larger_or_smaller_by_a_tenth(height: float, larger: bool, smaller: bool) -> None:
    other = line("Oaks", 0, height)
    assert (Type(10, 1.25).is_larger(other), Type(10, 1.25).is_smaller(other)) == (larger, smaller)

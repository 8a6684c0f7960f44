"""How much text makes a column."""

import pytest

from pipeline.read.page import Rect
from pipeline.read.pdf.assembly.order import reading_order


def column(x0: float, x1: float, count: int = 5, top: float = 100, pitch: float = 12) -> list[Rect]:
    """Lines of height 10."""
    return [Rect(x0, top + pitch * index, x1, top + pitch * index + 10) for index in range(count)]


def is_parted(*columns: list[Rect]) -> bool:
    """Whether each of the columns is read by itself."""
    return reading_order([line for lines in columns for line in lines]) == list(columns)


def test_two_columns_are_read_one_after_the_other() -> None:
    assert is_parted(column(60, 260), column(300, 500))


def test_nothing_is_nothing() -> None:
    assert reading_order([]) == []


@pytest.mark.parametrize(("count", "parted"), [(3, True), (2, False)])
def test_a_column_has_three_lines(count: int, parted: bool) -> None:
    assert is_parted(column(60, 260, count), column(300, 500, count)) == parted


@pytest.mark.parametrize(("x1", "parted"), [(381, True), (379, False)])
def test_lines_of_text_are_eight_heights_long(x1: float, parted: bool) -> None:
    assert is_parted(column(60, 260), column(300, x1)) == parted


@pytest.mark.parametrize(("down", "parted"), [(24, True), (60, False)])
def test_columns_stand_side_by_side(down: float, parted: bool) -> None:
    assert is_parted(column(60, 260), column(300, 500, top=100 + down)) == parted


@pytest.mark.parametrize(("right", "parted"), [(297.9, True), (298.1, False)])
def test_a_line_reaches_into_the_gutter_by_a_point_at_most(right: float, parted: bool) -> None:
    left = column(60, 260)
    left[2] = left[2]._replace(x1=right)
    assert is_parted(left, column(300, 500)) == parted


def test_a_column_as_narrow_as_a_fifth_is_none() -> None:
    assert not is_parted(column(60, 145), column(150, 560))


def test_columns_of_any_pitch_are_read_apart() -> None:
    assert is_parted(column(60, 260, 6, pitch=12), column(300, 500, 5, pitch=15))


def test_a_column_is_read_from_its_head() -> None:
    left, right = column(60, 260), column(300, 500)
    assert reading_order([*reversed(left), *reversed(right)]) == [left, right]

"""Ruled tables from edges and words."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import TableFinder, edges_to_intersections, intersections_to_cells

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.cells import fill
from pipeline.read.pdf.crossings import find_cells
from pipeline.read.pdf.grids import find_grids
from pipeline.read.pdf.merged import merge
from pipeline.read.pdf.ruled import find_ruled

ACROSS, DOWN = (0, 100, 200, 300), (0, 20, 40, 60)


def level(y: float, x0: float = 0, x1: float = 300) -> Rect:
    return Rect(x0, y, x1, y)


def upright(x: float, top: float = 0, bottom: float = 60) -> Rect:
    return Rect(x, top, x, bottom)


def at(text: str, x: float, y: float) -> Word:
    """A word whose box begins at a point, 10 points high."""
    return Word(text, x, y, x + 5 * len(text), y + 10)


def texts(grid: Grid, words: list[Word]) -> list[list[str]]:
    return [[" ".join(word.text for word in cell) for cell in row] for row in fill(grid, words)]


LINES = [*map(level, DOWN), *map(upright, ACROSS)]
WORDS = [at(f"{y}{x}", 100 * x + 5, 20 * y + 5) for y in range(3) for x in range(3)]


def test_a_ruled_table_has_its_rows_and_columns() -> None:
    (grid,) = find_ruled(LINES, WORDS)
    assert texts(grid, WORDS) == [["00", "01", "02"], ["10", "11", "12"], ["20", "21", "22"]]


def test_a_cell_over_two_columns_leaves_none_beside_it() -> None:
    lines = [*map(level, DOWN), upright(0), upright(100, 20), upright(200), upright(300)]
    (grid,) = find_ruled(lines, WORDS)
    assert grid.rows[0][1] is None


def test_a_cell_over_two_rows_leaves_none_below_it() -> None:
    lines = [level(0), level(20, 100), level(40), level(60), *map(upright, ACROSS)]
    (grid,) = find_ruled(lines, WORDS)
    assert grid.rows[1][0] is None


def test_the_words_of_a_cell_over_two_rows_are_in_it() -> None:
    lines = [level(0), level(20, 100), level(40), level(60), *map(upright, ACROSS)]
    (grid,) = find_ruled(lines, WORDS)
    assert texts(grid, WORDS)[0][0] == "00 10"


def test_the_lines_of_a_cell_come_from_the_top() -> None:
    (grid,) = find_ruled([*map(level, (0, 60)), *map(upright, (0, 100, 200))], WORDS)
    assert texts(grid, [at("second", 5, 20), at("line", 45, 19), at("first", 5, 5), at("x", 105, 5)])[0][0] == "first second line"


def test_a_frame_around_text_is_no_table() -> None:
    assert find_ruled([level(0), level(60), upright(0), upright(300)], WORDS) == []


def test_a_row_with_words_in_the_last_of_two_cells_may_be_the_rest_of_one() -> None:
    (grid,) = find_ruled([level(0), level(20), upright(0, 0, 20), upright(100, 0, 20), upright(300, 0, 20)], [at("Mow", 105, 5)])
    assert grid.lone


def test_a_row_with_words_in_the_first_of_two_cells_is_no_table() -> None:
    assert find_ruled([level(0), level(20), upright(0, 0, 20), upright(100, 0, 20), upright(300, 0, 20)], [at("Mow", 5, 5)]) == []


def test_a_row_beside_a_narrow_bar_is_no_table() -> None:
    assert find_ruled([level(0), level(20), upright(0, 0, 20), upright(20, 0, 20), upright(300, 0, 20)], [at("Mow", 105, 5)]) == []


def test_a_frame_shaded_behind_each_line_of_text_is_no_table() -> None:
    down = [12.0 * line for line in range(6)]
    sides = [upright(x, 0, 60) for x in (0, 5, 295, 300)]
    lines = [*(level(y, 5, 295) for y in down), level(0), level(60), *sides]
    assert find_ruled(lines, [at(f"line{y}", 10, y + 1) for y in down[:-1]]) == []


def test_a_grid_without_words_is_no_table() -> None:
    assert find_ruled(LINES, []) == []


def test_an_underline_is_no_table() -> None:
    assert find_ruled([level(20)], WORDS) == []


def test_a_table_open_at_its_sides_keeps_its_outer_columns() -> None:
    (grid,) = find_ruled([*map(level, DOWN), upright(100), upright(200)], WORDS)
    assert texts(grid, WORDS)[0] == ["00", "01", "02"]


def test_a_body_without_upright_lines_has_the_columns_of_its_head() -> None:
    lines = [*map(level, DOWN), upright(0), upright(300), upright(100, 0, 20), upright(200, 0, 20)]
    (grid,) = find_ruled(lines, WORDS)
    assert texts(grid, WORDS)[2] == ["20", "21", "22"]


def test_a_heading_over_the_columns_of_a_body_is_not_split() -> None:
    words = [*WORDS[:3], at("All of our schools", 60, 25), *WORDS[6:]]
    lines = [*map(level, DOWN), upright(0), upright(300), *(upright(x, 0, 20) for x in (100, 200)), *(upright(x, 40) for x in (100, 200))]
    (grid,) = find_ruled(lines, words)
    assert grid.rows[1][1:] == (None, None)


def test_lines_of_figures_without_level_lines_are_rows() -> None:
    words = [word for y in range(5) for word in (at("Kent", 5, 12 * y + 1), at("100", 105, 12 * y + 1))]
    (grid,) = find_ruled([level(0, 0, 200), level(62, 0, 200), upright(0), upright(100), upright(200)], words)
    assert len(grid.rows) == 5


def test_lines_of_words_without_level_lines_are_one_row() -> None:
    words = [word for y in range(5) for word in (at("Plant", 5, 12 * y + 1), at("Parks", 105, 12 * y + 1))]
    (grid,) = find_ruled([level(0, 0, 200), level(62, 0, 200), upright(0), upright(100), upright(200)], words)
    assert len(grid.rows) == 1


def test_too_many_lines_take_no_time() -> None:
    lines = [*(level(4 * y, 0, 4000) for y in range(1000)), *(upright(4 * x, 0, 4000) for x in range(1000))]
    assert find_ruled(lines, WORDS) == []


def test_level_lines_that_run_a_little_over_the_last_upright_make_no_column() -> None:
    (grid,) = find_ruled([*(level(y, 0, 304) for y in DOWN), *map(upright, ACROSS)], WORDS)
    assert len(grid.rows[0]) == 3


def test_figures_side_by_side_are_columns_where_a_line_between_others_is_missing() -> None:
    lines = [*map(level, range(0, 101, 20)), upright(0, 0, 100), upright(100, 0, 20), upright(200, 0, 100), upright(300, 0, 100)]
    words = [at(str(10 * y + x), x, 20 * y + 5) for y in range(5) for x in (5, 105, 205, 255)]
    (grid,) = find_ruled(lines, words)
    assert texts(grid, words)[3] == ["35", "135", "235", "285"]


def test_figures_side_by_side_are_one_cell_where_every_line_is_printed() -> None:
    lines = [*map(level, range(0, 101, 20)), *(upright(x, 0, 100) for x in ACROSS)]
    words = [at(str(10 * y + x), x, 20 * y + 5) for y in range(5) for x in (5, 105, 205, 255)]
    (grid,) = find_ruled(lines, words)
    assert texts(grid, words)[3] == ["35", "135", "235 285"]


def test_tables_come_from_the_top() -> None:
    lower = [Rect(x0, top + 200, x1, bottom + 200) for x0, top, x1, bottom in LINES]
    words = [*(word._replace(top=word.top + 200, bottom=word.bottom + 200) for word in WORDS), *WORDS]
    tops = [grid.rows[0][0] for grid in find_grids(words, [*lower, *LINES])]
    assert [cell.top for cell in tops if cell] == [0, 200]


STEPS = st.integers(0, 60).map(lambda step: round(2.1 * step, 1))  # some nearer to each other than edges that count as one
EDGES = st.lists(st.tuples(st.sampled_from("vh"), STEPS, STEPS, STEPS.filter(bool)), max_size=40)


def drawn_by(lines: list[tuple[str, float, float, float]]) -> list[Rect]:
    return [Rect(x, y, x + length * (way == "h"), y + length * (way == "v")) for way, x, y, length in lines]


def for_plumber(edges: list[Rect]) -> list[dict[str, Any]]:
    return [
        {
            "x0": x0,
            "x1": x1,
            "top": top,
            "bottom": bottom,
            "orientation": "v" if x0 == x1 else "h",
            "width": x1 - x0,
            "height": bottom - top,
        }
        for x0, top, x1, bottom in edges
    ]


@given(EDGES)
def test_edges_are_merged_as_pdfplumber_merges_them(drawn: list[tuple[str, float, float, float]]) -> None:
    page: Any = SimpleNamespace(edges=for_plumber(drawn_by(drawn)))
    theirs = [Rect(edge["x0"], edge["top"], edge["x1"], edge["bottom"]) for edge in TableFinder(page).edges]
    assert merge(drawn_by(drawn)) == theirs


@given(EDGES)
def test_cells_are_those_that_pdfplumber_finds(drawn: list[tuple[str, float, float, float]]) -> None:
    edges = merge(drawn_by(drawn))
    assert find_cells(edges) == intersections_to_cells(edges_to_intersections(for_plumber(edges), 3, 3))

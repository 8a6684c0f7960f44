"""Tables that print level rules or stripes only; and rules that make no table."""

from itertools import pairwise

import pytest

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.cells import fill
from pipeline.read.pdf.grids import find_grids
from pipeline.read.pdf.stacks import find_stacks
from pipeline.read.pdf.stripes import find_stripes

LINE, ROW = 12.0, 8.0  # points from line to line of a cell, and what a row is higher than its lines
WIDE = 5.0  # points, of a letter
LEFT, RIGHT = 40.0, 460.0
COLUMNS = (50.0, 90.0, 280.0, 380.0)
ACTIONS = [
    ["H1", "Build 400 homes by the|spring, of which half|are social", "Head of Housing", "March 2028"],
    ["H2", "End the use of hotels", "Homelessness Team", "Ongoing"],
    ["H3", "Raise standards and|inspect homes", "Licensing|Manager", "Autumn 2026"],
    ["H4", "Publish the plan", "Head of Property", "Spring 2026"],
]


def words(text: str, x: float, y: float) -> list[Word]:
    """The words of a text from a point on, 11 points high."""
    placed = []
    for word in text.split():
        placed.append(Word(word, x, y, x + WIDE * len(word), y + 11))
        x += WIDE * (len(word) + 0.5)
    return placed


def typeset(rows: list[list[str]], columns: tuple[float, ...] = COLUMNS, top: float = 50.0) -> tuple[list[Word], list[float]]:
    """Rows of cells, whose lines are parted by `|`; and the heights between which they stand, from the first to the last."""
    placed, heights = list[Word](), [top]
    for row in rows:
        cells = [cell.split("|") for cell in row]
        for x, cell in zip(columns, cells, strict=False):
            for at, line in enumerate(cell):
                placed += words(line, x, heights[-1] + ROW / 2 + LINE * at)
        heights.append(heights[-1] + ROW + LINE * max(map(len, cells)))
    return placed, heights


def rules(heights: list[float], x0: float = LEFT, x1: float = RIGHT) -> list[Rect]:
    return [Rect(x0, y, x1, y) for y in heights]


def stripe(top: float, bottom: float, x0: float = LEFT, x1: float = RIGHT) -> list[Rect]:
    return [*rules([top, bottom], x0, x1), Rect(x0, top, x0, bottom), Rect(x1, top, x1, bottom)]


def texts(grid: Grid, placed: list[Word]) -> list[list[str]]:
    return [[" ".join(word.text for word in cell) for cell in row] for row in fill(grid, placed)]


def joined(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("|", " ") for cell in row] for row in rows]


def read(placed: list[Word], edges: list[Rect]) -> list[list[str]]:
    """The texts of the only table, row by row."""
    (grid,) = find_grids(placed, edges)
    return texts(grid, placed)


def test_rules_around_and_between_rows_are_a_table() -> None:
    placed, heights = typeset(ACTIONS)
    assert read(placed, rules(heights)) == joined(ACTIONS)


def test_the_first_and_the_last_row_need_no_rule_of_their_own() -> None:
    placed, heights = typeset(ACTIONS)
    assert read(placed, rules(heights[1:-1])) == joined(ACTIONS)


def test_every_second_row_is_filled() -> None:
    placed, heights = typeset(ACTIONS)
    assert read(placed, [*stripe(*heights[1:3]), *stripe(*heights[3:5])]) == joined(ACTIONS)


def test_rows_may_be_filled_cell_by_cell() -> None:
    placed, heights = typeset(ACTIONS)
    borders = (LEFT, 80.0, 270.0, 370.0, RIGHT)
    fills = [edge for top, bottom in (heights[1:3], heights[3:5]) for x0, x1 in pairwise(borders) for edge in stripe(top, bottom, x0, x1)]
    assert read(placed, fills) == joined(ACTIONS)


def test_a_reference_and_a_long_cell_are_two_columns() -> None:
    rows = [row[:2] for row in ACTIONS]
    placed, heights = typeset(rows)
    assert read(placed, rules(heights)) == joined(rows)


def test_rows_between_rules_are_certain() -> None:
    placed, heights = typeset(ACTIONS)
    assert find_stripes(placed, rules(heights), [])[0].ruled


def test_a_heading_across_columns_is_one_cell() -> None:
    placed, heights = typeset([*ACTIONS[:2], ["A greener and a fairer city"], *ACTIONS[2:]])
    (grid,) = find_grids(placed, rules(heights))
    assert grid.rows[2] == (Rect(LEFT, heights[2], RIGHT, heights[3]), None, None, None)


def test_a_heading_between_two_tables_of_one_width_is_in_neither() -> None:
    placed, heights = typeset(ACTIONS)
    below, lower = typeset(ACTIONS, (50.0, 100.0, 230.0, 330.0), heights[-1] + 40)
    title = words("What we promise the city", 50, heights[-1] + 14)
    edges = [*rules(heights[1:]), *rules(lower[1:])]
    found = find_grids([*placed, *title, *below], edges)
    assert [len(grid.rows) for grid in found] == [4, 4]


def test_a_page_number_near_the_last_rule_is_no_row() -> None:
    placed, heights = typeset(ACTIONS)
    placed += words("Page 3 of 9", 240, heights[-1] + 10)
    assert read(placed, rules(heights)) == joined(ACTIONS)


def test_bullets_in_a_cell_are_no_column() -> None:
    placed, heights = typeset([[row[0], "•", row[1]] for row in ACTIONS], (50.0, 90.0, 105.0))
    (grid,) = find_grids(placed, rules(heights))
    assert len(grid.rows[0]) == 2


def test_pieces_of_a_rule_are_one() -> None:
    pieces = [Rect(x, y, x + 99, y + 0.0) for y in (50.0, 80.0, 110.0) for x in (0.0, 100.0, 200.0)]
    assert [(line.x0, line.x1) for line in find_stacks(pieces)[0]] == [(0, 299)] * 3


def test_two_sides_of_a_thick_rule_are_one() -> None:
    assert len(find_stacks(rules([50, 51.5, 80, 81.5, 110, 111.5]))[0]) == 3


def test_rules_of_other_lengths_are_no_stack() -> None:
    assert find_stacks([*rules([50]), *rules([80], x1=300), *rules([110], x1=200)]) == []


PROSE = "The council declared a climate emergency in the year and agreed to reach net zero"
NO_TABLES = {
    "prose": [[PROSE]] * 4,
    "headings": [["Housing"], ["Transport"], ["Waste"]],
    "contents": [["Summary", "1"], ["Background and context", "4"], ["Settlement", "12"], ["Reserves", "17"]],
    "bullets": [["•", "Plant trees"], ["•", "Mend roofs"], ["•", "Count cars"]],
    "several rows between two rules": [
        ["Pay|Prices|Grants", "12|3|5", "14|4|6"],
        ["Fees|Rent|Fines", "1|2|3", "4|5|6"],
        ["A|B", "1|2", "3|4"],
    ],
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_rules_do_not_make_a_table_of(name: str) -> None:
    placed, heights = typeset(NO_TABLES[name], (50.0, 280.0, 380.0) if name != "bullets" else (50.0, 62.0))
    assert find_stripes(placed, rules(heights), []) == []


def test_a_ruled_table_is_left_as_it_is() -> None:
    placed, heights = typeset(ACTIONS)
    upright = [Rect(x, heights[0], x, heights[-1]) for x in (LEFT, 80, 270, 370, RIGHT)]
    (grid,) = find_grids(placed, [*rules(heights), *upright])
    assert {cell.x0 for row in grid.rows for cell in row if cell} == {LEFT, 80, 270, 370}

"""Tables without lines, told by columns of words; and what looks like one, but is none."""

import pytest

from pipeline.read.page import Rect, Word
from pipeline.read.pdf.aligned import find_aligned
from pipeline.read.pdf.cells import fill

LINE = 12.0  # points from one line of a cell to the next
WIDE = 5.0  # points, of a letter


def words(text: str, x: float, y: float, bold: bool = False) -> list[Word]:
    """The words of a text from a point on, 11 points high, with spaces as wide as a letter's half."""
    placed = []
    for word in text.split():
        placed.append(Word(word, x, y, x + WIDE * len(word), y + 11, bold))
        x += WIDE * (len(word) + 0.5)
    return placed


def typeset(rows: list[list[str]], columns: tuple[float, ...], gap: float = 8.0) -> list[Word]:
    """Rows of cells, whose lines are parted by `|`; `gap` points more than within a cell between two rows."""
    placed, y = [], 50.0
    for row in rows:
        cells = [cell.split("|") for cell in row]
        for x, cell in zip(columns, cells, strict=True):
            for at, line in enumerate(cell):
                placed += words(line, x, y + LINE * at)
        y += LINE * max(map(len, cells)) + gap
    return placed


def read(placed: list[Word], rules: tuple[Rect, ...] = ()) -> list[list[str]]:
    """The texts of the only table found, row by row."""
    (grid,) = find_aligned(placed, rules, [])
    return [[" ".join(word.text for word in cell) for cell in row] for row in fill(grid, placed)]


ACTIONS = [
    ["Ref", "Action", "Lead", "Timescale"],
    ["1.1", "Plant 300 trees along|the ring road", "Parks", "March 2026"],
    ["1.2", "Publish a guide", "Housing|and estates", "Ongoing"],
    ["1.3", "Review the strategy|for the winter|and report", "Highways", "By 2027"],
]
COLUMNS = (50.0, 90.0, 260.0, 360.0)


def joined(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("|", " ") for cell in row] for row in rows]


def test_an_action_plan_without_lines_has_its_rows() -> None:
    assert read(typeset(ACTIONS, COLUMNS)) == joined(ACTIONS)


def test_rows_without_white_between_them_begin_with_capitals() -> None:
    assert read(typeset(ACTIONS, COLUMNS, gap=0)) == joined(ACTIONS)


def test_level_lines_part_rows() -> None:
    rules, y = [], 50.0
    for row in ACTIONS:
        y += LINE * max(cell.count("|") + 1 for cell in row)
        rules.append(Rect(50, y - 0.5, 420, y - 0.5))
    assert read(typeset(ACTIONS, COLUMNS, gap=0), tuple(rules)) == joined(ACTIONS)


def test_figures_under_each_other_are_rows() -> None:
    rows = [["Year", "2024", "2025"], ["Pay", "12", "14"], ["of which pensions", "3", "4"], ["Prices", "5", "6"]]
    assert read(typeset(rows, (50.0, 200.0, 260.0), gap=0)) == rows


def test_a_row_torn_by_the_page_is_not_part_of_the_heading() -> None:
    rows = [ACTIONS[0], ["", "and report to|the cabinet", "", ""], *ACTIONS[1:]]
    placed = [word._replace(bold=word.top == 50) for word in typeset(rows, COLUMNS, gap=1)]
    assert read(placed)[:2] == joined(rows)[:2]


def test_a_table_is_marked_as_one_without_lines() -> None:
    assert not find_aligned(typeset(ACTIONS, COLUMNS), [], [])[0].ruled


def test_a_note_below_a_table_of_figures_is_no_row() -> None:
    rows = [["Pay", "12", "14"], ["Prices", "3", "4"], ["Grants", "5", "6"], ["Draft", "", ""]]
    assert len(read(typeset(rows, (50.0, 200.0, 260.0)))) == 3


def test_words_of_a_ruled_table_are_left_to_it() -> None:
    placed = typeset(ACTIONS, COLUMNS)
    (whole,) = find_aligned(placed, [], [])
    assert find_aligned(placed, [], [whole]) == []


PROSE = (
    "The council declared a climate emergency in the year and agreed to|reach net zero by the end of the decade which is sooner than most"
)
NO_TABLES = {
    "prose": [[PROSE]] * 4,
    "two columns of prose": [["The council declared an|emergency and agreed to", "reach net zero by the|end of the next decade"]] * 5,
    "numbered paragraphs": [[f"{number}.", PROSE] for number in range(1, 6)],
    "bullets": [["•", PROSE], ["•", "Plant trees"], ["•", "Mend roofs"], ["•", "Count cars"]],
    "a letter's head": [["From:", "Roger Gough, Leader of the Council"], ["To:", "Cabinet, 30 January 2025"], ["Subject:", "The budget"]],
    "contents": [["Summary", "1"], ["Background and context", "4"], ["Settlement", "12"], ["Reserves", "17"]],
    "contents with sections": [["1", "Summary", "2"], ["2", "Background", "5"], ["3", "Settlement", "12"], ["4", "Reserves", "17"]],
    "an agenda": [["1.", "Apologies", "(Pages 1 - 4)"], ["2.", "Minutes", "(Pages 5 - 8)"], ["3.", "Budget", "(Pages 9 - 90)"]],
    "an address": [["County Hall", "Tel: 03000 41"], ["Maidstone", "Ask for: Joe"], ["Kent", "Our ref: CE"]],
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table(name: str) -> None:
    rows = NO_TABLES[name]
    columns = {1: (50.0,), 2: (50.0, 300.0), 3: (50.0, 90.0, 300.0)}[len(rows[0])]
    if name == "numbered paragraphs" or name == "bullets":
        columns = (50.0, 72.0)
    assert find_aligned(typeset(rows, columns, gap=2), [], []) == []


def test_a_page_without_words_has_no_table() -> None:
    assert find_aligned([], [], []) == []


def test_minutes_with_initials_at_the_right_margin_are_a_table() -> None:
    rows = [
        ["3.1", "The minutes were agreed", ""],
        ["3.2", "The path to be cleared|by the contractors", "SV"],
        ["3.3", "The stones to be met about", "BW, SV"],
        ["3.4", "No comments were made", ""],
        ["3.5", "The verge to be cut", "JA"],
    ]
    assert read(typeset(rows, (50.0, 90.0, 300.0))) == joined(rows)


def test_numbered_lines_with_other_words_at_the_right_are_none() -> None:
    rows = [
        ["3.1", "The path was cleared", "and"],
        ["3.2", "The stones were met", "then"],
        ["3.3", "The verge was", "cut"],
        ["3.4", "So", ""],
    ]
    assert find_aligned(typeset(rows, (50.0, 90.0, 300.0)), (), []) == []

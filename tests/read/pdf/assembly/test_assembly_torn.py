"""Rows that a page tears in two."""

import pytest

RULE = "-" * 45
HEAD = f"""
{RULE}
| Ref | Action                   | Owner    |
{RULE}
"""


def first(action: str, owner: str = "Clerk", foot: str = RULE) -> str:
    """A page whose table ends with a row, of which the action's lines are given."""
    return "\n".join([HEAD.strip(), *_lines("A1", action, owner), *([foot] if foot else [])])


def second(ref: str, action: str, owner: str = "", head: str = HEAD.strip()) -> str:
    """A page whose table begins with a row."""
    last = ["| A2  | Mow the grass            | Mayor    |", RULE]
    return "\n".join([*([head] if head else []), *_lines(ref, action, owner), RULE, *last])


def _lines(ref: str, action: str, owner: str) -> list[str]:
    lines = action.split("\n")
    return [f"| {'' if n else ref:<3} | {line:<24} | {'' if n else owner:<8} |" for n, line in enumerate(lines)]


@pytest.fixture
def rows(outline):
    """The rows of the pages, their header and the last one aside."""
    return lambda *pages: outline(*pages)[1:-1]


def test_a_sentence_in_small_letters_goes_on_in_its_row(rows) -> None:
    assert rows(first("Plant oaks in all of the"), second("", "parks")) == ["row: A1 | Plant oaks in all of the parks | Clerk"]


def test_a_torn_row_is_mended_without_a_header_too(rows) -> None:
    assert rows(first("Plant oaks in all of the"), second("", "parks", head=RULE)) == ["row: A1 | Plant oaks in all of the parks | Clerk"]


def test_a_name_goes_on_behind_a_full_line(rows) -> None:
    assert rows(first("Plant oaks with the Town"), second("", "Council")) == ["row: A1 | Plant oaks with the Town Council | Clerk"]


def test_a_capital_behind_a_line_with_room_is_a_row_of_its_own(rows) -> None:
    assert len(rows(first("Plant oaks"), second("", "Sweep streets"))) == 2


def test_a_sentence_that_ended_is_a_row_of_its_own(rows) -> None:
    assert len(rows(first("Plant oaks."), second("", "mow grass"))) == 2


def test_a_row_with_all_its_cells_is_one(rows) -> None:
    assert len(rows(first("Plant oaks in all of the"), second("A3", "parks", "Mayor"))) == 2


def test_a_row_with_no_more_cells_filled_than_the_one_above_is_one(rows) -> None:
    assert len(rows(first("Plant oaks in all of the", ""), second("A3", "parks"))) == 2


def test_two_cells_may_go_on(rows) -> None:
    assert rows(first("Plant oaks in all of the", "Clerk to"), second("", "parks", "mayor")) == [
        "row: A1 | Plant oaks in all of the parks | Clerk to mayor"
    ]


def test_a_row_that_no_line_closes_goes_on_whatever_its_words_are(rows) -> None:
    assert rows(first("Plant oaks.", foot=""), second("", "Mow grass.")) == ["row: A1 | Plant oaks. / Mow grass. | Clerk"]


def test_a_row_that_no_line_opens_goes_on_too(rows) -> None:
    assert rows(first("Plant oaks."), second("", "Mow grass.", head="")) == ["row: A1 | Plant oaks. / Mow grass. | Clerk"]


def test_an_open_row_with_a_reference_of_its_own_is_a_row(rows) -> None:
    assert len(rows(first("Plant oaks.", foot=""), second("A3", "Mow grass."))) == 2


def test_an_item_of_a_list_goes_on_beside_a_sentence(rows) -> None:
    picture = first("• Plant oaks", "Clerk to")
    assert rows(picture, second("", "• Mow grass", "mayor")) == ["row: A1 | Plant oaks / Mow grass | Clerk to mayor"]


def test_words_in_a_cell_that_was_empty_are_the_rest_of_the_row(rows) -> None:
    assert rows(first("Plant oaks.", ""), second("", "", "Clerk")) == ["row: A1 | Plant oaks. | Clerk"]


def test_a_row_torn_twice_is_one(rows) -> None:
    middle = "\n".join([HEAD.strip(), *_lines("", "parks of our own town in", ""), RULE])
    assert rows(first("Plant oaks in all of the"), middle, second("", "spring")) == [
        "row: A1 | Plant oaks in all of the parks of our own town in spring | Clerk"
    ]


def test_a_torn_row_is_mended_over_a_footnote(rows, page, draw) -> None:
    torn = page(first("Plant oaks in all of the"), draw("1 Of the town.", y=700, size=7))
    found = rows(torn, second("", "parks"))
    assert found[0] == "row: A1 | Plant oaks in all of the parks | Clerk"


def test_a_torn_row_has_a_box_on_either_page(read) -> None:
    document = read(first("Plant oaks in all of the"), second("", "parks"))
    action = document.blocks[1].cells[1]
    assert [box.page for box in document.layout.boxes(action.parts)] == [1, 2]


def test_the_source_of_a_torn_row_is_as_printed(read) -> None:
    document = read(first("Plant oaks in all of the", "Clerk to"), second("", "parks", "mayor"))
    printed = " ".join(document.source().split()[3:])
    assert printed == "A1 Plant oaks in all of the parks Clerk to mayor A2 Mow the grass Mayor"


@pytest.mark.parametrize(("rows_above", "count"), [(1, 2), (2, 1)])
def test_a_row_without_a_key_is_torn_where_three_rows_have_one(outline, rows_above: int, count: int) -> None:
    above = "\n".join([HEAD.strip(), *["| A0  | Sweep all streets.       | Mayor    |", RULE] * (rows_above - 1)])
    page = "\n".join([above, *_lines("A1", "Plant oaks.", "Clerk"), RULE])
    assert len(outline(page, second("", "Mow grass."))[rows_above:-1]) == count


def test_a_row_with_a_reference_of_its_own_is_one_though_a_cell_is_empty(rows) -> None:
    assert len(rows(first("Plant oaks with the Town"), second("A3", "Sweep streets"))) == 2

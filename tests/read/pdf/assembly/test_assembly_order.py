"""Reading order: columns, and what spans them."""

import pytest

LEFT = """
We will plant oaks in every
one of the parks of our
town and water them in the
summers that follow.
"""
RIGHT = """
We will mow the grass of
every one of the parks of
our town and leave it on
the ground.
"""
PLANT = "paragraph: We will plant oaks in every one of the parks of our town and water them in the summers that follow."
MOW = "paragraph: We will mow the grass of every one of the parks of our town and leave it on the ground."


def beside(left: str, right: str, gutter: int = 30) -> str:
    """Two columns as one picture, printed line by line over both."""
    rows = zip(left.strip("\n").split("\n"), right.strip("\n").split("\n"), strict=True)
    return "\n".join(f"{one:<{gutter}}{other}" for one, other in rows)


def test_the_left_column_is_read_before_the_right_one(outline) -> None:
    assert outline(beside(LEFT, RIGHT)) == [PLANT, MOW]


def test_columns_printed_from_the_right_are_read_from_the_left(outline, page, draw) -> None:
    assert outline(page(draw(RIGHT, x=180), LEFT)) == [PLANT, MOW]


def test_a_sentence_goes_on_in_the_next_column(outline) -> None:
    left = LEFT.replace("summers that follow.", "hot summers that follow and")
    assert outline(beside(left, RIGHT.replace("We will", "we will"))) == [
        f"{PLANT.replace('summers that follow.', 'hot summers that follow and')} {MOW.replace('paragraph: We', 'we')}"
    ]


def test_a_line_over_both_columns_is_read_before_them(outline) -> None:
    above = "The parks committee of the council says about it what follows.\n\n"
    assert outline(above + beside(LEFT, RIGHT)) == [f"paragraph: {above.strip()}", PLANT, MOW]


def test_a_line_between_columns_parts_those_above_from_those_below(outline) -> None:
    columns = beside(LEFT, RIGHT)
    middle = "The parks committee of the council says about it what follows."
    assert outline(f"{columns}\n\n{middle}\n\n{columns}") == [PLANT, MOW, f"paragraph: {middle}", PLANT, MOW]


def test_a_larger_heading_above_both_columns_is_read_first(outline, page, draw) -> None:
    assert outline(page(draw("Our parks", y=120, size=14), beside(LEFT, RIGHT))) == ["heading 1: Our parks", PLANT, MOW]


def test_a_larger_heading_in_the_left_column_stays_there(outline, page, draw) -> None:
    right = draw("The committee says this in\n" * 2 + RIGHT.strip("\n"), x=180, y=126)
    found = outline(page(draw("Our parks", y=126, size=14), draw(LEFT, y=150), right))
    assert [line.split(":")[0] for line in found] == ["heading 1", "paragraph", "paragraph"]
    assert found[:2] == ["heading 1: Our parks", PLANT]


def test_a_larger_heading_in_the_right_column_stays_there(outline, page, draw) -> None:
    left = draw("The committee says this in\n" * 2 + LEFT.strip("\n"), y=126)
    found = outline(page(draw("Our parks", x=180, y=126, size=14), draw(RIGHT, x=180, y=150), left))
    assert found[1:] == ["heading 1: Our parks", MOW]


def test_three_columns_are_read_from_the_left(outline) -> None:
    text = "We will plant {} trees.\nThey want to be watered,\nand in hot summers, even\ntwice a day.\n"
    columns = [text.format(tree) for tree in ("oak", "elm", "ash")]
    assert outline(beside(beside(*columns[:2], 28), columns[2], 56)) == [f"paragraph: {' '.join(column.split())}" for column in columns]


@pytest.mark.xfail(reason="two ragged columns are wider than 1 / 0.45 of the median line of one", strict=True)
def test_three_ragged_columns_are_read_from_the_left(outline) -> None:
    third = "The clerk will report to\nthe council in each of the\nyears that follow, and in\npublic.\n"
    report = "paragraph: The clerk will report to the council in each of the years that follow, and in public."
    assert outline(beside(beside(LEFT, RIGHT), third, 60)) == [PLANT, MOW, report]


@pytest.mark.parametrize(("lines", "columns"), [(2, False), (3, True)])
def test_fewer_than_three_lines_on_a_side_are_no_column(outline, lines: int, columns: bool) -> None:
    cut = RIGHT.strip("\n").split("\n")[:lines]
    found = outline(beside(LEFT, "\n".join([*cut, *[" "] * (4 - lines)])))
    assert (found[0] == PLANT) == columns


def test_names_beside_values_are_no_columns(outline) -> None:
    picture = """
    Report to:     The planning committee of the council
    Date:          12 May 2025
    Officer:       The clerk to the council of our town
    Ward:          All the wards of our town
    """
    assert outline(picture)[:2] == ["field: Report to: | The planning committee of the council", "field: Date: | 12 May 2025"]


def test_page_numbers_beside_an_agenda_are_no_column(outline) -> None:
    picture = """
    1.  Apologies for absence of any of the members         1
    2.  Declarations of interest by any of the members      3
    3.  Minutes of the last meeting of the council          5
    4.  Plan for the trees of the town and the parks       12
    """
    assert outline(picture)[1].endswith("Declarations of interest by any of the members 3")


def test_a_narrow_strip_is_no_column(outline) -> None:
    figures = "\n".join(["£12", "£13", "£14", "£15"])
    assert outline(beside(LEFT, figures))[0].startswith("paragraph: We will plant oaks in every £12")


def test_where_no_column_holds_running_text_there_are_none(outline) -> None:
    names = "Councillor Brown\nCouncillor Green\nCouncillor White and guest\nCouncillor Black"
    assert outline(beside(names, names.replace("White", "Smith"), 45))[0] == "paragraph: Councillor Brown Councillor Brown"


def test_columns_one_below_the_other_are_none(outline, page, draw) -> None:
    assert outline(page(draw(RIGHT, x=180), draw(LEFT, y=250))) == [MOW, PLANT]


def test_a_table_over_both_columns_parts_them(outline, page, draw) -> None:
    table = """
    ----------------------------------------------
    | Parks and gardens   | Clerk to the council |
    | Streets and squares | Mayor of our town    |
    ----------------------------------------------
    """
    prints = [draw(LEFT), draw(RIGHT, x=180), draw(table, y=220), draw(LEFT, y=300), draw(RIGHT, x=180, y=300)]
    kinds = [line.split(":")[0] for line in outline(page(*prints))]
    assert kinds == ["paragraph", "paragraph", "row", "paragraph", "paragraph"]

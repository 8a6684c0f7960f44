"""Tables that an export prints one cell a line."""


def test_names_of_columns_below_each_other_make_rows_of_as_many_lines(outline) -> None:
    text = "Ref\nAction\nLead\nBy when\n1.1\nPlant oaks\nParks Team\nMay 2024\n1.2\nMow lawns\nMayor\nJune 2024\n"
    assert outline(text) == [
        "row: Ref | Action | Lead | By when",
        "row: 1.1 | Plant oaks | Parks Team | May 2024",
        "row: 1.2 | Mow lawns | Mayor | June 2024",
    ]


def test_without_references_the_dates_tell_where_a_row_ends(outline) -> None:
    text = "Action\nLead\nDeadline\nPlant oaks\nParks Team\nMay 2024\nMow lawns\nMayor\nOngoing\n"
    assert outline(text)[1:] == ["row: Plant oaks | Parks Team | May 2024", "row: Mow lawns | Mayor | Ongoing"]


def test_a_title_right_above_is_a_heading(outline) -> None:
    text = "Theme 1: Trees\nRef\nAction\nLead\n1\nPlant oaks\nMayor\nTheme 2: Lawns\nRef\nAction\nLead\n2\nMow lawns\nMayor\n"
    assert [line for line in outline(text) if line.startswith("heading")] == ["heading 1: Theme 1: Trees", "heading 1: Theme 2: Lawns"]


def test_a_list_of_names_alone_is_no_table(outline) -> None:
    assert not any(line.startswith("row") for line in outline("Action\nLead\nDeadline\nThe committee met in May.\nIt ended at nine.\n"))

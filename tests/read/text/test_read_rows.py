"""Tables of text exports: tabs and pipes, torn rows, merged cells, headings across, front matter."""

import pytest


def test_tabs_make_rows(outline) -> None:
    assert outline("Ref\tAction\tLead\nA1\tPlant oaks\tClerk\n") == ["row: Ref | Action | Lead", "row: A1 | Plant oaks | Clerk"]


def test_a_table_needs_no_header(outline) -> None:
    assert outline("A1\tPlant oaks\tClerk\nA2\t\tMayor\n") == ["row: A1 | Plant oaks | Clerk", "row: A2 |  | Mayor"]


def test_pipes_make_rows_without_their_rule(outline) -> None:
    assert outline("| Ref | Action |\n|---|:--:|\n| A1 | Plant **oaks** |\n") == ["row: Ref | Action", "row: A1 | Plant oaks"]


def test_an_escaped_pipe_parts_no_cells(outline) -> None:
    assert outline("| A1 | Oaks \\| limes | x |\n") == ["row: A1 | Oaks | limes | x"]


def test_tags_in_cells_make_paragraphs(outline) -> None:
    cell = "<p>Plant &amp; water oaks.</p> <p>Ask the&nbsp;<b>Mayor</b>.</p>"
    assert outline(f"1\t{cell}\tMay<br>June\n") == ["row: 1 | Plant & water oaks. / Ask the Mayor. | May / June"]


def test_a_row_goes_on_below_an_empty_first_cell(outline) -> None:
    assert outline("A1\tPlant oaks\tClerk\n\tand limes\t\n") == ["row: A1 | Plant oaks / and limes | Clerk"]


def test_a_merged_first_cell_is_no_torn_row(outline) -> None:
    assert outline("Parks\tPlant oaks\tClerk\n\tMow lawns\tMayor\n") == ["row: Parks | Plant oaks | Clerk", "row:  | Mow lawns | Mayor"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\nPage 2 of 9\n\f\n"])
def test_a_row_torn_by_a_page_is_one(outline, gap: str) -> None:
    assert outline(f"A1\tPlant oaks\tClerk\n{gap}\tin all parks\t\n") == ["row: A1 | Plant oaks / in all parks | Clerk"]


def test_a_header_repeated_on_the_next_page_is_left_out(outline) -> None:
    text = "Ref\tAction\tLead\nA1\tPlant oaks\tClerk\n\n2\n\f\nRef\tAction\tLead\n\tin all parks\t\nA2\tMow\tMayor\n"
    assert outline(text) == ["row: Ref | Action | Lead", "row: A1 | Plant oaks / in all parks | Clerk", "row: A2 | Mow | Mayor"]


def test_a_row_torn_inside_a_cell_is_one(outline) -> None:
    assert outline("Ref\tAction\tLead\nA1\tPlant oaks\nin all parks\tClerk\n") == [
        "row: Ref | Action | Lead",
        "row: A1 | Plant oaks in all parks | Clerk",
    ]


def test_a_last_cell_torn_goes_on(outline) -> None:
    assert outline("A1\tClerk\tPlant oaks\nin all parks\nA2\tMayor\tMow\n")[0] == "row: A1 | Clerk | Plant oaks in all parks"


def test_a_cell_torn_twice_goes_on_where_it_was_torn(outline) -> None:
    assert outline("A1\tPlant oaks\tClerk\n\tand limes\nin all parks\n") == ["row: A1 | Plant oaks / and limes in all parks | Clerk"]


def test_a_heading_across_a_table_leaves_the_table_whole(outline, table_numbers) -> None:
    text = "Ref\tAction\nOur Parks\nA1\tPlant oaks\nOur Roads\nA2\tMend lamps\n"
    assert outline(text)[1] == "heading 1: Our Parks"
    assert table_numbers(text) == [0, 0, 0]


def test_capitals_before_a_tab_are_a_heading_across(outline) -> None:
    assert outline("OUR PARKS\t\n1\tPlant oaks\n2\tMow\n")[0] == "heading 1: OUR PARKS"


def test_below_a_heading_across_no_row_goes_on(outline) -> None:
    assert outline("A1\tPlant\tx\nOur Roads\n\tmend lamps\t\n")[0] == "row: A1 | Plant | x"


def test_words_between_two_tables_part_them(table_numbers) -> None:
    assert table_numbers("A1\tPlant\n\nThat was our first table of all.\n\nB1\tMow\n") == [0, 1]


def test_labels_and_values_ahead_are_front_matter(outline) -> None:
    text = "ANYTOWN COUNCIL\n\nCONTACT OFFICER\tJane Doe\nDate:\t1 May 2020\n\nWe will mow.\n"
    assert outline(text)[1:3] == ["field: CONTACT OFFICER | Jane Doe", "field: Date: | 1 May 2020"]


def test_an_empty_row_is_nothing(outline) -> None:
    assert outline("A1\tPlant\n<p></p>\t\u200b\nA2\tMow\n") == ["row: A1 | Plant", "row: A2 | Mow"]


def test_a_sentence_across_a_table_leaves_the_table_whole(outline, table_numbers) -> None:
    text = "Action\tWhen\tLead\nAim 1\nAll parks are green and quiet.\nPlant oaks\tMay\tClerk\n"
    assert outline(text)[1:3] == ["heading 1: Aim 1", "heading 1: All parks are green and quiet."]
    assert table_numbers(text) == [0, 0]


def test_a_sentence_below_a_long_last_cell_is_no_heading(outline) -> None:
    long = "The first of the oaks were planted in the north of the park this winter."
    assert outline(f"Action\tProgress\nPlant oaks\t{long}\nAll of them grew.\nMow lawns\tNot yet\n")[2] == "paragraph: All of them grew."


def test_a_sum_at_the_end_of_a_row_is_not_torn(outline) -> None:
    assert outline("Item\tCost\tGrant\tFund\nVan\t£60,000\nTools\t£15,000\t\n")[1:] == ["row: Van | £60,000", "row: Tools | £15,000 | "]


def test_a_title_before_empty_cells_is_a_heading_across_the_table(outline) -> None:
    text = "Action\tOwner\tDate\nOur parks\t\t\nMow\tClerk\tMay\nPlant\tClerk\tJune\n"
    assert outline(text)[1] == "heading 1: Our parks"
    assert len(outline(text)) == 4


def test_a_header_may_take_two_rows(outline) -> None:
    text = "No.\tAction\tLead\tEnd\n\t\tofficer\tdate\n1\tPlant oaks\tClerk\tMay\n"
    assert outline(text)[0] == "row: No. | Action | Lead / officer | End / date"


def test_a_header_of_another_width_behind_a_blank_line_begins_another_table(table_numbers) -> None:
    assert table_numbers("Ref\tAction\tLead\nA1\tPlant oaks\tClerk\n\nIndicator\tTarget\nOaks planted\t40\n") == [0, 0, 1, 1]

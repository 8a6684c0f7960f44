"""Tables of Word papers."""


def test_rows_of_one_table_share_its_number(read, p, table) -> None:
    rows = [["Action", "Owner"], ["Plant oaks", "Parks"]]
    document = read(table(rows) + p("Prose between the tables of the paper.") + table(rows))
    assert [block.table for block in document.blocks] == [0, 0, None, 1, 1]


def test_a_table_right_below_another_one_goes_on_with_it(read, table, p) -> None:
    document = read(table([["Action", "Owner"], ["Plant oaks", "Parks"]]) + p("") + table([["Action", "Owner"], ["Mow lawns", "Parks"]]))
    assert [block.table for block in document.blocks] == [0, 0, 0]


def test_a_header_printed_again_is_no_row(outline, table) -> None:
    rows = [["Action", "Owner"], ["Plant oaks", "Parks"], ["Action", "Owner"], ["Mow lawns", "Parks"]]
    assert outline(table(rows)) == ["row: Action | Owner", "row: Plant oaks | Parks", "row: Mow lawns | Parks"]


def test_cells_merged_downwards_are_empty_below(outline, table) -> None:
    rows = [["Theme", "Action"], ["v:Parks", "Plant oaks"], ["^", "Mow lawns"]]
    assert outline(table(rows)) == ["row: Theme | Action", "row: Parks | Plant oaks", "row:  | Mow lawns"]


def test_a_cell_as_wide_as_the_table_is_a_heading(outline, table) -> None:
    rows = [["Ref", "Action", "Owner"], ["3:Theme 1 Parks"], ["1", "Plant oaks", "Clerk"]]
    assert outline(table(rows)) == ["row: Ref | Action | Owner", "heading 1: Theme 1 Parks", "row: 1 | Plant oaks | Clerk"]


def test_jagged_edges_make_no_columns(outline, table) -> None:
    rows = [["Ref", "2:Action", "Owner"], ["2:1", "Plant oaks", "Clerk"], ["2:2", "Mow lawns", "Clerk"]]
    assert outline(table(rows)) == ["row: Ref | Action | Owner", "row: 1 | Plant oaks | Clerk", "row: 2 | Mow lawns | Clerk"]


def test_a_header_of_two_rows_is_one(outline, table) -> None:
    rows = [["v:Action", "2:When"], ["^", "Start", "End"], ["Plant oaks", "May 2025", "June 2025"]]
    assert outline(table(rows)) == ["row: Action | When / Start | End", "row: Plant oaks | May 2025 | June 2025"]


def test_paragraphs_in_a_cell_are_parts_without_bullets(outline, table, p) -> None:
    rows = [["Action", "Owner"], [p("We will:") + p("plant", 2) + p("• mow"), "Clerk"]]
    assert outline(table(rows))[1] == "row: We will: / plant / mow | Clerk"


def test_a_number_alone_in_a_cell_is_its_words(outline, table, p) -> None:
    rows = [["Ref", "Action"], [p("", 3), "Plant oaks"], [p("", 3), "Mow lawns"]]
    assert outline(table(rows))[1:] == ["row: A1 | Plant oaks", "row: A2 | Mow lawns"]


def test_a_table_of_one_column_is_prose(outline, table) -> None:
    assert outline(table([["We will plant."], ["We will mow."]])) == ["paragraph: We will plant.", "paragraph: We will mow."]


def test_a_table_inside_a_table_is_read_as_one(outline, table) -> None:
    inner = table([["Action", "Owner"], ["Plant oaks", "Clerk"]])
    assert outline(table([[inner, "Beside it, a note on how to read it."]]))[:2] == ["row: Action | Owner", "row: Plant oaks | Clerk"]


def test_deleted_rows_are_gone(outline, table) -> None:
    rows = table([["Action", "Owner"], ["Plant oaks", "Clerk"]]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert outline(rows) == ["row: Plant oaks | Clerk"]


def test_front_matter_is_told_as_in_text(outline, table, p) -> None:
    body = p("Our Plan", style="Title") + table([["From:", "Clerk"], ["To:", "Council"]])
    assert outline(body)[1:] == ["field: From: | Clerk", "field: To: | Council"]

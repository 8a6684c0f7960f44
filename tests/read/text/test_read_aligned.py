"""Tables that columns alone part, as `pdftotext -layout` prints them, and what only looks like one."""

import pytest

PLAN = """Ref    Action                           Lead officer          By when

A1     Plant oaks in all parks of       Head of Parks         May 2030
       the town

A2     Mow                              Parks and             June 2030
                                        Open Spaces
"""


def test_words_below_a_header_are_cells_though_they_wrap(outline) -> None:
    assert outline(PLAN) == [
        "row: Ref | Action | Lead officer | By when",
        "row: A1 | Plant oaks in all parks of the town | Head of Parks | May 2030",
        "row: A2 | Mow | Parks and Open Spaces | June 2030",
    ]


def test_rows_without_blank_lines_between_them_are_parted(outline) -> None:
    text = (
        "Action                  Officer      Status\n"
        "Plant oaks in parks     Clerk        Complete\n"
        "Mow lawns               Mayor        Late\n"
    )
    assert outline(text)[1:] == ["row: Plant oaks in parks | Clerk | Complete", "row: Mow lawns | Mayor | Late"]


def test_an_empty_cell_stays_empty(outline) -> None:
    text = "Action           Lead        Due\nPlant oaks                   May\nMow lawns        Mayor\n"
    assert outline(text)[1:] == ["row: Plant oaks |  | May", "row: Mow lawns | Mayor | "]


def test_a_first_cell_wraps_where_it_had_no_room(outline) -> None:
    text = (
        "Action              Lead                Due\n"
        "Appoint a new       Chief Executive     May 2030\n"
        "Monitoring Officer\n"
        "Mow lawns           Mayor               June 2030\n"
    )
    assert outline(text)[1] == "row: Appoint a new Monitoring Officer | Chief Executive | May 2030"


def test_a_header_of_two_lines_is_one_row(outline) -> None:
    text = (
        "Ref    Action             Lead         By\n"
        "                          officer      when\n"
        "\n"
        "A1     Plant oaks         Clerk        May\n"
    )
    assert outline(text)[0] == "row: Ref | Action | Lead officer | By when"


def test_bullets_in_a_cell_are_paragraphs_of_it(outline) -> None:
    text = "Ref    Action              Lead\nA1     • plant oaks        Clerk\n       • mow lawns\n"
    assert outline(text)[1] == "row: A1 | plant oaks / mow lawns | Clerk"


def test_three_rows_of_three_columns_need_no_header(outline) -> None:
    text = "Parks     Plant oaks     Clerk\nLawns     Mow lawns      Mayor\nRoads     Mend lamps     Clerk\n"
    assert outline(text) == ["row: Parks | Plant oaks | Clerk", "row: Lawns | Mow lawns | Mayor", "row: Roads | Mend lamps | Clerk"]


def test_a_header_printed_again_on_the_next_page_is_left_out(outline) -> None:
    header = "Ref    Action          Lead\n"
    text = f"{header}A1     Plant oaks      Clerk\n\n  Page 2 of 9\n\f{header}A2     Mow             Mayor\n"
    assert outline(text) == ["row: Ref | Action | Lead", "row: A1 | Plant oaks | Clerk", "row: A2 | Mow | Mayor"]


def test_a_title_across_the_columns_is_a_heading(outline, table_numbers) -> None:
    text = "Ref    Action          Lead\nOur Parks and All of Their Trees\nA1     Plant oaks      Clerk\nA2     Mow             Mayor\n"
    assert outline(text)[1] == "heading 1: Our Parks and All of Their Trees"
    assert table_numbers(text) == [0, 0, 0]


def test_a_numbered_heading_ends_the_table(outline) -> None:
    assert outline(PLAN + "\n5.   End\n\nWe will mow the lawn of the park.\n")[3] == "heading 1 5.: End"


def test_words_below_the_table_are_a_paragraph(outline) -> None:
    assert outline(PLAN + "\nThe council thanks all of its officers for what they did.\n")[3].startswith("paragraph: The council")


def test_another_header_begins_another_table(table_numbers) -> None:
    text = PLAN + "\nIssue            Progress\n\nToo few oaks     Planted\nLong grass       Mown\nNo lamps         None\n"
    assert table_numbers(text) == [0, 0, 0, 1, 1, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        (
            "We will mow.  The lawn is long.  It is green.\n"
            "We will plant.  The oak is tall.  It is old.\n"
            "We will mend.  The lamp is dark.  It is off.\n"
        ),
        (
            "Signed: ..............          Signed: ..............\n"
            "        Leader                          Chief Executive\n"
            "        28 June                         28 June\n"
        ),
        (
            "Anytown Council          Tel: 01234 567890\n"
            "Town Hall                Fax: 01234 567891\n"
            "High Street              clerk@example.org\n"
        ),
        "1.   Introduction                       3\n2.   Our parks                          5\n3.   Our roads                          9\n",
        "Our parks              1       3\nOur roads              2       5\nOur lamps              3       9\n",
        "Lead officer:  Jane Doe      Status:  Draft\n",
        "1.1    The council is responsible for its parks and roads.\n1.2    The council will plant oaks.\n1.3    The council will mow.\n",
    ],
    ids=["prose", "signatures", "address", "contents", "contents with numbers", "labels and values", "numbered paragraphs"],
)
def test_what_only_looks_aligned_is_no_table(outline, text: str) -> None:
    assert not [line for line in outline(text) if line.startswith("row")]

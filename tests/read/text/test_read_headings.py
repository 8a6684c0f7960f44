"""Headings by markup, by underlining, by capitals, by number and by where they stand."""

import pytest

BODY = "\n\nThis year the council planted many trees in all of its parks.\n"


@pytest.mark.parametrize(
    "heading",
    ["# Our Parks", "# Our Parks #", "#  **Our Parks**", "#\tOur Parks", "   # Our Parks", "Our Parks\n=====", "# <b>Our Parks</b>"],
)
def test_markdown_marks_a_heading(outline, heading: str) -> None:
    assert outline(heading + BODY)[0] == "heading 1: Our Parks"


def test_dashes_below_make_a_second_heading(outline) -> None:
    assert outline("Our Town\n===\n\nOur Parks\n---" + BODY)[:2] == ["heading 1: Our Town", "heading 2: Our Parks"]


def test_a_number_may_stand_in_a_heading_underlined(outline) -> None:
    assert outline("1. Our Parks\n=====" + BODY)[0] == "heading 1 1.: Our Parks"


def test_markdown_levels_nest_though_one_is_left_out(outline) -> None:
    text = "# Town\n\n### Parks\n\n## Roads\n\n### Lamps\n"
    assert outline(text) == ["heading 1: Town", "heading 2: Parks", "heading 2: Roads", "heading 3: Lamps"]


def test_a_hash_without_a_space_is_no_heading(outline) -> None:
    assert outline("#OurTown is our tag." + BODY)[0].startswith("paragraph")


def test_a_heading_of_hashes_alone_is_nothing(outline) -> None:
    assert outline("# # #\n\nWe will mow.\n") == ["paragraph: We will mow."]


def test_capitals_are_a_heading(outline) -> None:
    assert outline("OUR PARKS & ROADS\n\nWe will mow.\n")[0] == "heading 1: OUR PARKS & ROADS"


def test_capitals_over_two_lines_are_one_heading(outline) -> None:
    assert (
        outline("ACTION ON CLIMATE CHANGE AND\nON OUR PARKS\n\nWe will mow.\n")[0] == "heading 1: ACTION ON CLIMATE CHANGE AND ON OUR PARKS"
    )


def test_two_short_headings_in_capitals_stay_two(outline) -> None:
    assert outline("ANYTOWN COUNCIL\nOUR PLAN\n\nWe will mow.\n")[:2] == ["heading 1: ANYTOWN COUNCIL", "heading 1: OUR PLAN"]


def test_numbers_say_how_deep_a_heading_is(outline) -> None:
    text = "1. Our Parks\n\nThey are green.\n\n1.1 Our Trees\n\nThey are tall.\n\n2. Our Roads\n\nThey are long.\n"
    assert [line for line in outline(text) if line.startswith("heading")] == [
        "heading 1 1.: Our Parks",
        "heading 2 1.1: Our Trees",
        "heading 1 2.: Our Roads",
    ]


def test_a_title_alone_above_a_text_is_a_heading(outline) -> None:
    assert outline("Annex A: Our Parks" + BODY)[0] == "heading 1: Annex A: Our Parks"


def test_a_bold_title_alone_is_a_heading(outline) -> None:
    assert outline("**Annex A: Our Parks**" + BODY)[0] == "heading 1: Annex A: Our Parks"


def test_a_sentence_alone_is_a_paragraph(outline) -> None:
    assert outline("We will mow the lawn." + BODY)[0] == "paragraph: We will mow the lawn."


@pytest.mark.parametrize("number", ["Page 3 of 9", "- 3 -", "3", "3 of 9", "page 3"])
def test_a_page_number_is_left_out(outline, number: str) -> None:
    assert outline(f"We will mow the\n\n{number}\n\f\nlawn in June.\n") == ["paragraph: We will mow the lawn in June."]


def test_a_number_in_a_list_is_no_page_number(outline) -> None:
    assert "paragraph: 3" in outline("Planted:\n3\nWe will mow.\n")


def test_letters_that_run_through_the_paper_number_its_headings(outline) -> None:
    text = "A. OUR PARKS\n\nThey are green.\n\nB. OUR ROADS\n\nThey are long.\n"
    assert [line for line in outline(text) if line.startswith("heading")] == ["heading 1 A.: OUR PARKS", "heading 1 B.: OUR ROADS"]


@pytest.mark.parametrize("text", ["A. Smith\nB. Jones\nC. Brown\n\nThey came.\n", "A. OUR PARKS\n\nThey are green.\n"])
def test_letters_right_below_each_other_or_alone_are_no_headings(outline, text: str) -> None:
    assert not [line for line in outline(text) if line.startswith("heading")]


def test_agenda_items_that_end_in_colons_are_headings(outline) -> None:
    text = "1. Apologies:\nTwo came late.\n2. Public Forum:\nNobody spoke.\n3. To Receive any reports of the town:\nNone came in.\n"
    headings = ["heading 1 1.: Apologies:", "heading 1 2.: Public Forum:", "heading 1 3.: To Receive any reports of the town:"]
    assert [line for line in outline(text) if line.startswith("heading")] == headings


@pytest.mark.parametrize("words", ["The Council will:", "We will:", "Parks Team to:"])
def test_numbered_lead_ins_are_no_headings(outline, words: str) -> None:
    text = "".join(f"{number}. {words}\n\nplant oaks in the park\n\n" for number in (1, 2, 3))
    assert not [line for line in outline(text) if line.startswith("heading")]


@pytest.mark.parametrize(
    "line", ["At 7.30pm on Wednesday 10 July 2030", "No declarations of interest given", "Cllrs Oak and Lime", "Water - £15.56"]
)
def test_a_line_of_minutes_alone_is_no_heading(outline, line: str) -> None:
    assert outline(line + BODY)[0] == f"paragraph: {line}"


def test_a_line_set_in_bold_is_a_heading_below_the_marked_ones(outline) -> None:
    text = "# Town\n\n## Parks\n\n**What we will do**\n\n- mow\n\n**Lead: Cllr Lee**\n"
    assert outline(text) == [
        "heading 1: Town",
        "heading 2: Parks",
        "heading 3: What we will do",
        "item 1 -: mow",
        "paragraph: Lead: Cllr Lee",
    ]


def test_a_sentence_in_bold_is_none(outline) -> None:
    assert outline("# Town\n\n**We plant many trees in all our parks.**\n")[1].startswith("paragraph")


def test_what_is_called_by_a_number_alone_in_bold_is_a_heading(outline) -> None:
    assert outline("# Town\n\n**Recommendation 1**\n\nThe Board should meet.\n")[1] == "heading 2: Recommendation 1"


def test_a_plain_heading_inside_a_numbered_section_stays_inside(outline) -> None:
    text = "Town Board\n\n36. Our Budget\n\n36.1 The Board met.\n\nReason\n\n36.2 Costs rose.\n\n37. Our Parks\n\n37.1 The Board met.\n"
    assert [line for line in outline(text) if line.startswith("heading")] == [
        "heading 1: Town Board",
        "heading 2 36.: Our Budget",
        "heading 3: Reason",
        "heading 2 37.: Our Parks",
    ]


def test_a_line_alone_above_a_table_is_a_heading_though_others_are_marked(outline) -> None:
    text = "# Our Parks\n\nWhat we shall do and who will see to it\n\nAction\tOwner\nPlant a hedge\tAnn Lee\nMow the green\tBo Orr\n"
    assert outline(text)[1] == "heading 2: What we shall do and who will see to it"


def test_a_line_alone_above_the_header_of_a_table_names_it(outline) -> None:
    table = "Actions\tLead\tTimescale\nPlant oaks\tClerk\tMay 2024\n"
    for line in ("2. Members of the public can report what they see in our parks", "Outcome 2: Carers have a life of their own"):
        assert outline(f"## Our Parks\n\nThey are green.\n\n{line}\n\n{table}")[2].startswith("heading")


def test_a_promise_above_the_header_of_a_table_is_no_heading(outline) -> None:
    table = "Actions\tLead\tTimescale\nPlant oaks\tClerk\tMay 2024\n"
    assert outline(f"## Our Parks\n\n3.1 The council will plant more oaks in the park\n\n{table}")[1].startswith("item")


def test_a_longer_line_set_in_bold_without_capitals_is_a_heading(outline) -> None:
    assert outline("# Our Pledge\n\n**You support me when I need it**" + BODY)[1] == "heading 2: You support me when I need it"


@pytest.mark.parametrize(
    "line", ["Council officers will plant 200 trees by the river in 2025", "**The council will plant more oaks by the river**"]
)
def test_a_line_that_promises_is_no_heading_wherever_it_stands(outline, line: str) -> None:
    table = "Actions\tLead\tTimescale\nPlant oaks\tClerk\tMay 2024\n"
    assert outline(f"# Our Parks\n\n{line}\n\n{table}")[1].startswith("paragraph")

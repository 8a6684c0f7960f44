"""Which line goes on with which."""

import pytest

WRAPPED = """
We will plant oaks in every one of the parks of our town,
and water them.
"""
PLANT = "paragraph: We will plant oaks in every one of the parks of our town, and water them."


def test_a_line_that_was_full_goes_on(outline) -> None:
    picture = """
    The council has resolved that it will plant oaks with
    Councillor Smith in every park.
    """
    assert outline(picture) == ["paragraph: The council has resolved that it will plant oaks with Councillor Smith in every park."]


def test_a_line_with_room_for_the_next_word_does_not(outline) -> None:
    picture = """
    The council will plant oaks
    Councillor Smith will water them in each of the summers.
    """
    assert outline(picture) == [
        "paragraph: The council will plant oaks",
        "paragraph: Councillor Smith will water them in each of the summers.",
    ]


def test_small_letters_go_on_after_a_short_line(outline) -> None:
    picture = """
    The council will plant oaks
    and water them in each of the summers that are to follow.
    """
    assert outline(picture) == ["paragraph: The council will plant oaks and water them in each of the summers that are to follow."]


def test_a_line_that_ends_in_and_goes_on(outline) -> None:
    picture = """
    The council will meet with Councillor Jones and
    Smith
    and see to the oaks in each of the parks of our town at last.
    """
    assert outline(picture)[0].startswith("paragraph: The council will meet with Councillor Jones and Smith and see")


def test_a_short_line_that_ends_in_a_comma_does_not_go_on_with_a_capital(outline) -> None:
    picture = """
    Clerks and Councils Direct,
    Request for a donation to the school, which was declined.
    """
    assert outline(picture) == [
        "paragraph: Clerks and Councils Direct,",
        "paragraph: Request for a donation to the school, which was declined.",
    ]


def test_a_blank_line_ends_a_paragraph(outline) -> None:
    assert outline(f"{WRAPPED.strip()}\n\nWe will mow.") == [PLANT, "paragraph: We will mow."]


def test_a_full_stop_on_a_short_line_ends_a_paragraph(outline) -> None:
    assert outline(f"{WRAPPED.strip()}\nWe will mow.") == [PLANT, "paragraph: We will mow."]


def test_a_colon_on_a_full_line_ends_a_paragraph(outline) -> None:
    picture = """
    The council of our town has now resolved upon all this:
    Councillor Smith plants oaks in every park of our town.
    """
    assert len(outline(picture)) == 2


@pytest.mark.parametrize(("pitch", "count"), [(1.45, 1), (1.48, 2)])
def test_lines_wider_apart_than_the_papers_are_two_paragraphs(outline, page, draw, pitch: float, count: int) -> None:
    body = draw(f"{WRAPPED.strip()}\n" * 3, y=300)
    picture = "We will mow grass in every one of the parks of our town\nOn every Friday."
    assert len(outline(page(draw(picture, pitch=pitch), body))) == count + 3


@pytest.mark.parametrize(("pitch", "count"), [(2.15, 1), (2.25, 2)])
def test_a_sentence_goes_on_over_a_wider_gap(outline, page, draw, pitch: float, count: int) -> None:
    body = draw(f"{WRAPPED.strip()}\n" * 3, y=300)
    picture = "We will mow the grass in every one of the parks of our town\non every Friday."
    assert len(outline(page(draw(picture, pitch=pitch), body))) == count + 3


def test_wide_set_lines_are_one_paragraph(outline, draw) -> None:
    picture = (
        "We will plant oaks in every one of the parks of our town\nWith Councillor Smith of the parks committee, who is to\nWater them."
    )
    assert len(outline(draw(picture, pitch=2))) == 1


def test_the_first_line_of_a_paragraph_may_be_set_in(outline) -> None:
    picture = """
        We will plant oaks in every one of the parks of the
    town and water them in each of the summers that follow.
        We will mow the grass of every one of the parks and
    leave it on the ground.
    """
    assert outline(picture) == [
        "paragraph: We will plant oaks in every one of the parks of the town and water them in each of the summers that follow.",
        "paragraph: We will mow the grass of every one of the parks and leave it on the ground.",
    ]


def test_centred_lines_are_one_paragraph(outline) -> None:
    picture = """
    The oaks that we are going to plant in every one of the
                      parks of our town.
    """
    assert outline(picture) == ["paragraph: The oaks that we are going to plant in every one of the parks of our town."]


@pytest.mark.parametrize(("inwards", "count"), [(39, 1), (41, 2)])
def test_lines_that_begin_far_apart_are_two_paragraphs(outline, page, draw, inwards: float, count: int) -> None:
    first = draw("The council of the town will plant oaks in every park of")
    assert len(outline(page(first, draw("the town and water them", x=60 + inwards, y=162)))) == count


@pytest.mark.parametrize(("size", "count"), [(11.3, 1), (11.5, 2)])
def test_lines_of_two_sizes_are_two_paragraphs(outline, page, draw, size: float, count: int) -> None:
    body = draw(WRAPPED, y=400)
    first = draw("We will plant oaks in each of the parks and")
    assert len(outline(page(first, draw("water them,", y=162, size=size), body))) == count + 1


def test_a_bold_line_that_is_not_full_ends_its_paragraph(outline, page, draw) -> None:
    assert len(outline(page(draw("Trees", bold=True), draw(f"Oaks stand well.\n\n{WRAPPED}", y=162)))) == 3


def test_bold_words_at_the_head_of_a_paragraph_are_its_own(outline) -> None:
    picture = """
    *We *will *plant *oaks *in *each *of *the *parks *of *town
    Centre and water them in each of the summers to come.
    """
    assert len(outline(picture)) == 1


def test_a_paragraph_goes_on_over_the_page(outline) -> None:
    assert outline("We will plant oaks in each of the parks and", "water them.") == [
        "paragraph: We will plant oaks in each of the parks and water them."
    ]


def test_a_full_line_at_the_foot_goes_on_with_a_capital(outline, page, draw) -> None:
    first = "The oaks of our town are in the care of the gardener and\nof the clerk to the council, and in that of Councillor\n"
    assert len(outline(first, f"Smith.\n\n{WRAPPED}")) == 2


def test_a_short_line_at_the_foot_does_not_go_on_with_a_capital(outline) -> None:
    assert len(outline(f"{WRAPPED}\nThe oaks", f"Councillor Smith waters them.\n\n{WRAPPED}")) == 4


def test_a_paragraph_that_ended_does_not_go_on_over_the_page(outline) -> None:
    assert outline("We will plant oaks.", "and we will mow.") == ["paragraph: We will plant oaks.", "paragraph: and we will mow."]


def test_a_paragraph_goes_on_behind_a_footnote(outline, page, draw) -> None:
    first = page(draw("We will plant oaks in each of the parks and"), draw("1 Of the town, that is.", y=700, size=7))
    assert outline(first, "water them.")[0] == "paragraph: We will plant oaks in each of the parks and water them."


def test_a_year_at_the_head_of_a_line_is_no_label(outline) -> None:
    picture = """
    We will plant oaks in every one of the parks of our town in
    2030. The clerk will water them in every summer that comes.
    """
    assert len(outline(picture)) == 1


def test_a_number_behind_a_full_line_is_the_next_word(outline) -> None:
    picture = """
    We will plant oaks in every one of the parks, as resolved in
    3.5 of the plan, and in every one of the streets of our town.
    """
    assert len(outline(picture)) == 1


def test_a_number_that_hangs_is_a_label_even_behind_a_full_line(outline) -> None:
    picture = """
    We will plant oaks in every one of the parks, as resolved in
    3.5   Plan the parks and every one of the streets of our town
    """
    assert outline(picture)[1].startswith("item 2 3.5: Plan")


def test_a_dash_behind_a_full_line_is_no_bullet(outline) -> None:
    picture = """
    We will plant oaks in every one of the parks of our whole town
    – and water them.
    """
    assert len(outline(picture)) == 1


def test_a_dash_behind_a_short_line_is_a_bullet(outline) -> None:
    picture = """
    We will plant in our parks
    – oaks and limes, and we are going to water them every summer.
    """
    assert outline(picture)[1].startswith("item 1 –: oaks")


def test_a_heading_goes_on_with_a_dash(outline, page, draw) -> None:
    heading = draw("Trees of our parks\n– a plan for 2030", size=14)
    assert outline(page(heading, draw(WRAPPED, y=220)))[0] == "heading 1: Trees of our parks – a plan for 2030"


def test_a_line_that_a_wide_gap_parts_ends_its_paragraph(outline) -> None:
    picture = """
    Councillor Smith of the parks              Member
    Councillor Jones of the streets            Member
    """
    assert len(outline(picture)) == 2


@pytest.mark.parametrize("sign", [":", ":-", ":–", ": –"])
def test_what_leads_in_ends_a_paragraph(outline, sign: str) -> None:
    picture = f"The council of our town has now resolved upon all this{sign}\nCouncillor Smith plants oaks in every park of our town."
    assert len(outline(picture)) == 2

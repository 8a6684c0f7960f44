"""Short names with their values beside them."""

import pytest


@pytest.fixture
def field(outline):
    """The first block of a page that prints a name with a value 20 characters in from it."""

    def make(name: str, value: str = "The parks committee of the council", below: str = "") -> str:
        return outline(f"{name:<22}   {value}\n{below}")[0]

    return make


def test_a_name_with_a_colon_and_the_words_beside_it_are_a_field(field) -> None:
    assert field("Report to:") == "field: Report to: | The parks committee of the council"


def test_a_name_without_a_colon_is_of_one_line_with_what_stands_beside_it(field) -> None:
    assert field("Report to") == "paragraph: Report to The parks committee of the council"


@pytest.mark.parametrize(("name", "kind"), [("One two six ten:", "field"), ("One two six ten and:", "paragraph")])
def test_a_name_has_four_words_at_most(field, name: str, kind: str) -> None:
    assert field(name).startswith(kind)


def test_a_name_above_its_value_is_no_field(outline) -> None:
    assert outline("Report to:\n\n               The parks committee")[0] == "paragraph: Report to:"


def test_a_value_goes_on_below_itself(field) -> None:
    below = f"{'':<25}and the council itself"
    assert field("Report to:", below=below) == "field: Report to: | The parks committee of the council and the council itself"


def test_a_value_may_have_several_paragraphs(field) -> None:
    below = f"{'':<25}The council\n{'':<25}The mayor\n\n{'The clerk reports on the oaks. ' * 2}"
    assert field("Report to:", "The committee", below) == "field: Report to: | The committee / The council / The mayor"


@pytest.mark.parametrize(("inwards", "ends"), [(1.9, "council itself"), (2.1, "of the council")])
def test_a_value_goes_on_where_it_began(outline, page, draw, inwards: float, ends: str) -> None:
    name = draw("Report to:           The parks committee of the council")
    assert outline(page(name, draw("and the council itself", x=60 + 84 + inwards, y=162)))[0].endswith(ends)


@pytest.mark.parametrize(("pitch", "ends"), [(2.9, "The mayor"), (3.1, "The clerk")])
def test_a_value_goes_on_not_far_below(outline, page, draw, pitch: float, ends: str) -> None:
    name = draw("Report to:           The clerk")
    assert outline(page(name, draw("The mayor", x=144, y=150 + 10 * pitch)))[0].endswith(ends)


def test_the_next_name_begins_the_next_field(outline) -> None:
    picture = """
    Report to:     The parks committee
    Date:          12 May 2030
    """
    assert outline(picture) == ["field: Report to: | The parks committee", "field: Date: | 12 May 2030"]


def test_what_stands_below_the_name_is_none_of_the_value(outline) -> None:
    picture = """
    Report to:     The parks committee of the
    council will plant oaks.
    """
    assert outline(picture) == ["field: Report to: | The parks committee of the", "paragraph: council will plant oaks."]


def test_a_value_does_not_go_on_over_the_page(outline) -> None:
    assert len(outline("Report to:     The parks committee and", "               the council.")) == 2


def test_a_name_and_a_value_in_one_print_are_a_line(outline) -> None:
    assert outline("Report to: The parks committee") == ["paragraph: Report to: The parks committee"]

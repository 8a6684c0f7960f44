"""Lists of any depth: items with their labels, levels and wrapped lines."""

import pytest


def levels(lines: list[str]) -> list[str]:
    return [line.split(":")[0].removeprefix("item ") for line in lines]


def test_numbers_with_dots_say_their_depth(outline) -> None:
    assert levels(outline("2. Our town\n2.1 We will plant.\n2.1.1 We will water.\n2.2 We will prune.\n"))[1:] == [
        "2 2.1",
        "3 2.1.1",
        "2 2.2",
    ]


def test_letters_stand_below_numbers_and_romans_below_letters(outline) -> None:
    text = "1. We will plant:\n(a) trees\n(i) oaks\n(ii) limes\n(b) shrubs\n2. We will mow.\n"
    assert levels(outline(text)) == ["1 1.", "2 (a)", "3 (i)", "3 (ii)", "2 (b)", "1 2."]


def test_i_behind_h_is_a_letter(outline) -> None:
    text = "".join(f"({letter}) we will do thing {letter}.\n" for letter in "abcdefghij")
    assert {line.split()[1] for line in outline(text)} == {"1"}


def test_romans_alone_are_outermost(outline) -> None:
    assert levels(outline("".join(f"({n}) we will act.\n" for n in ("i", "ii", "iii", "iv", "v", "vi")))) == [
        f"1 ({n})" for n in ("i", "ii", "iii", "iv", "v", "vi")
    ]


@pytest.mark.parametrize("numerals", [("I", "II", "III", "IV", "V"), ("A", "B", "C", "D"), ("H", "I", "J")])
def test_capital_numerals_and_letters_count_on_one_level(outline, numerals: tuple[str, ...]) -> None:
    assert levels(outline("".join(f"{n}. We will act.\n" for n in numerals))) == [f"1 {n}." for n in numerals]


def test_the_same_bullet_nests_by_its_indent(outline) -> None:
    assert levels(outline("- plant\n  - oaks\n    - in May\n  - limes\n- mow\n")) == ["1 -", "2 -", "3 -", "2 -", "1 -"]


def test_the_same_numbers_nest_by_their_indent(outline) -> None:
    assert levels(outline("1. We will plant\n   1. oaks\n   2. limes\n2. We will mow\n")) == ["1 1.", "2 1.", "2 2.", "1 2."]


def test_bullets_of_three_kinds_nest_in_the_order_they_open(outline) -> None:
    assert levels(outline("• plant\no\toaks\n▪\tin May\no\tlimes\n• mow\n")) == ["1 •", "2 o", "3 ▪", "2 o", "1 •"]


def test_a_heading_closes_every_list(outline) -> None:
    assert levels(outline("- plant\n  - oaks\n# Parks\n  - mow\n"))[-1] == "1 -"


@pytest.mark.parametrize(
    "text", ["1. We will plant\n   oaks.\n", "1. We will plant\noaks.\n", "1.\tWe will plant\n\toaks.\n", "1. We will plant\n\noaks.\n"]
)
def test_a_wrapped_item_is_one(outline, text: str) -> None:
    assert outline(text) == ["item 1 1.: We will plant oaks."]


def test_a_tab_behind_the_label_makes_no_row(outline) -> None:
    assert outline("1.\tWe will plant oaks.\n•\tWe will mow.\n") == ["item 1 1.: We will plant oaks.", "item 2 •: We will mow."]


def test_a_tab_behind_a_dotted_number_makes_no_row_where_no_table_is_open(outline) -> None:
    assert outline("2.1\tWe will plant oaks.\n") == ["item 2 2.1: We will plant oaks."]


@pytest.mark.parametrize("label", ["AC/24/36", "045/19"])
def test_numbers_of_minutes_are_labels(outline, label: str) -> None:
    assert outline(f"{label} We will plant oaks.\n") == [f"item 1 {label}: We will plant oaks."]


@pytest.mark.parametrize("label", ["E1", "3"])
def test_a_tab_behind_a_label_that_ends_in_a_figure_makes_a_row(outline, label: str) -> None:
    assert outline(f"{label}\tWe will plant oaks.\n") == [f"row: {label} | We will plant oaks."]


def test_the_label_stands_in_the_text_before_the_words(outline) -> None:
    assert outline("PA 1  We will **plant** oaks.\n") == ["item 1 PA 1: We will plant oaks."]


def test_a_label_in_bold_loses_its_stars(outline) -> None:
    assert outline("**1.** We will plant.\n**2. We will mow** grass.\n") == ["item 1 1.: We will plant.", "item 1 2.: We will mow grass."]


def test_a_bullet_without_words_is_nothing(outline) -> None:
    assert outline("•\n- We will mow.\n") == ["item 1 -: We will mow."]


def test_a_line_below_a_colon_starts_anew(outline) -> None:
    assert outline("1. We will:\n\nPlant oaks.\n") == ["item 1 1.: We will:", "paragraph: Plant oaks."]


def test_a_reference_alone_on_its_line_labels_the_words_below(outline) -> None:
    text = "1. \nRecommendation\n1.1 \nThat the council plants oaks in all of its parks and\nMows the lawn.\n1.2 \nThat it mows.\n"
    assert outline(text) == [
        "heading 1 1.: Recommendation",
        "item 2 1.1: That the council plants oaks in all of its parks and Mows the lawn.",
        "item 2 1.2: That it mows.",
    ]


def test_a_figure_alone_on_its_line_is_no_reference(outline) -> None:
    assert outline("Oaks planted\n3.7\nLimes planted\n9.2\n")[0] == "paragraph: Oaks planted"
    assert not [line for line in outline("Oaks planted\n3.7\nLimes planted\n9.2\n") if line.startswith("item")]


def test_bullets_further_in_stand_below_the_dotted_number_above_them(outline) -> None:
    text = "- 2.1 Homes:\n  - build\n- 2.2 Mend the roads.\n- mow\n"
    assert outline(text) == ["item 2 2.1: Homes:", "item 3 -: build", "item 2 2.2: Mend the roads.", "item 1 -: mow"]

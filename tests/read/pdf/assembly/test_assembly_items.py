"""Items of lists, their labels and their depth."""

import pytest


@pytest.mark.parametrize("label", ["1.", "(a)", "iv)", "3.5.1", "PA 1", "•", "▪", "–", "o", "✓", "➢"])
def test_a_line_with_a_label_is_an_item(outline, label: str) -> None:
    assert outline(f"{label}  We will plant oaks.")[0].split(" ", 2)[2] == f"{label}: We will plant oaks."


@pytest.mark.parametrize("words", ["30  trees are planted.", "a tree is planted.", "I  plant trees.", "£  are spent.", "o we plant trees."])
def test_a_line_without_one_is_none(outline, words: str) -> None:
    assert outline(words)[0].startswith("paragraph: ")


def test_a_lone_sign_of_any_kind_with_a_gap_is_a_bullet(outline) -> None:
    assert outline("\uf0b7  We will plant oaks.") == ["item 1 \uf0b7: We will plant oaks."]


@pytest.mark.parametrize(("gap", "kind"), [(4.4, "paragraph"), (4.6, "item")])
def test_a_sign_that_is_no_usual_bullet_needs_a_gap(outline, page, draw, gap: float, kind: str) -> None:
    found = outline(page(draw("■"), draw("We will plant oaks.", x=64 + gap)))
    assert found[0].startswith(kind)


def test_a_usual_bullet_needs_no_gap(outline) -> None:
    assert outline("• We will plant oaks.") == ["item 1 •: We will plant oaks."]


def test_a_bare_number_with_a_gap_is_a_label(outline) -> None:
    assert outline("1  We will plant oaks.\n2  We will mow.") == ["item 1 1: We will plant oaks.", "item 1 2: We will mow."]


def test_a_bare_number_without_a_gap_is_a_word(outline, draw, page) -> None:
    assert outline("1 Oak is planted.") == ["paragraph: 1 Oak is planted."]


def test_an_item_goes_on_where_its_words_begin(outline) -> None:
    picture = """
    1.  We will plant oaks in every one of the parks of our
        Town.
    2.  We will mow.
    """
    assert outline(picture)[0] == "item 1 1.: We will plant oaks in every one of the parks of our Town."


def test_an_item_goes_on_below_its_label(outline) -> None:
    picture = """
    1.  We will plant oaks in every one of the parks of our
    Town.
    2.  We will mow.
    """
    assert outline(picture)[0] == "item 1 1.: We will plant oaks in every one of the parks of our Town."


def test_what_is_set_out_of_an_item_is_none_of_it(outline) -> None:
    picture = """
        1.  We will plant oaks in every one of our parks
    Councillor Smith is to see to that with the gardener.
    """
    assert len(outline(picture)) == 2


def test_what_stands_below_the_label_after_wrapped_lines_is_none_of_it(outline) -> None:
    picture = """
    1.  We will plant oaks in every one of the parks of our
        town, and water them in every one of the summers
    Councillor Smith says.
    """
    assert len(outline(picture)) == 2


def test_an_item_goes_on_over_the_page(outline) -> None:
    assert outline("1.  We will plant oaks in each of the parks and", "    water them.")[0] == (
        "item 1 1.: We will plant oaks in each of the parks and water them."
    )


def test_a_label_at_the_head_of_a_page_begins_an_item(outline) -> None:
    assert outline("We will plant oaks in all parks and", "(a)  water them,\n(b)  prune them.")[1] == "item 1 (a): water them,"


def test_the_same_bullet_nests_by_its_indent(outline) -> None:
    picture = """
    •  We will plant
       •  oaks,
       •  limes.
    •  We will mow.
    """
    assert [line.split(":")[0] for line in outline(picture)] == ["item 1 •", "item 2 •", "item 2 •", "item 1 •"]


def test_letters_stand_below_numbers(outline) -> None:
    picture = """
    1.  We will plant
        (a)  oaks,
        (b)  limes.
    2.  We will mow.
    """
    assert [line.split(":")[0] for line in outline(picture)] == ["item 1 1.", "item 2 (a)", "item 2 (b)", "item 1 2."]


def test_the_indent_of_a_list_counts_from_its_own_column(outline) -> None:
    picture = """
    •  We will plant oaks in all of the     •  We will sweep all of the streets
       parks of our town.                      of our town.
       •  They will be watered in each         •  The clerk will see to that, and
          of the summers that follow.             report to the council.
    •  We will mow all of the grass.        •  We will mend all of the roads.
    """
    assert [line.split(":")[0] for line in outline(picture)] == ["item 1 •", "item 2 •", "item 1 •"] * 2


def test_a_list_goes_on_over_columns(outline) -> None:
    picture = """
    1.  We will plant oaks in all of the     3.  We will sweep all of the streets
        parks of our town.                       of our town.
    2.  We will mow the grass of all of      4.  We will mend the roads of all of
        the parks of our town.                   the parts of our town.
    """
    assert [line.split(":")[0] for line in outline(picture)] == ["item 1 1.", "item 1 2.", "item 1 3.", "item 1 4."]


def test_a_heading_closes_every_list(outline, page, draw) -> None:
    above, below = draw("•  We will plant\n   ▪  oaks.\n"), draw("   ▪  We will mow.", y=260)
    assert outline(page(above, draw("Our streets", y=200, size=14), below))[-1] == "item 1 ▪: We will mow."


def test_a_label_stands_in_the_text_before_the_words(read) -> None:
    assert read("3.5.1  We will plant oaks.").text == "3.5.1 We will plant oaks."


def test_a_bullet_does_not(read) -> None:
    assert read("•  We will plant oaks.").text == "We will plant oaks."


def test_a_line_right_below_the_words_of_an_open_item_goes_on_with_it_however_short_that_was(outline) -> None:
    picture = """
    The clerk told the council in each of the summers of it.
    a)  Plant the oaks in time for the March
        Council.
    """
    assert outline(picture)[-1] == "item 1 a): Plant the oaks in time for the March Council."

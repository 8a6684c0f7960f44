"""Numbers of Word's lists are read as printed."""

import pytest


def labels(lines: list[str]) -> list[str]:
    return [line.split(":")[0] for line in lines]


def test_a_list_of_many_levels_counts_through_them(outline, p) -> None:
    body = p("Homes", 1) + p("We will build.", 1, 1) + p("in Exton", 1, 2) + p("soon", 1, 3) + p("in Wyre", 1, 2) + p("We will let.", 1, 1)
    assert labels(outline(body)) == ["heading 1 1.", "item 2 1.1", "item 3 (a)", "item 4 (i)", "item 3 (b)", "item 2 1.2"]


def test_bullets_stand_below_the_dotted_number_above_them(outline, p) -> None:
    body = p("Homes", 1, bold=True) + p("We will:", 1, 1) + p("build", 2) + p("in May", 2, 1) + p("let", 2) + p("We will mow it.", 1, 1)
    assert labels(outline(body))[1:] == ["item 2 1.1", "item 3 •", "item 4 o", "item 3 •", "item 2 1.2"]


def test_a_list_that_overrides_its_start_begins_anew(outline, p) -> None:
    body = p("We will plant it.", 1) + p("We will mow it.", 1) + p("Prose between lists, as reports have it.") + p("We will dig it.", 5)
    assert labels(outline(body)) == ["item 1 1.", "item 1 2.", "paragraph", "item 1 1."]


def test_a_list_that_overrides_nothing_goes_on(outline, p, paper) -> None:
    body = p("We will plant it.", 3) + p("Prose between lists, as reports have it.") + p("We will mow it.", 3)
    assert labels(outline(body)) == ["item 1 A1", "paragraph", "item 1 A2"]


def test_words_in_a_label_are_printed(outline, p) -> None:
    assert labels(outline(p("we will plant oaks.", 4) + p("we will mow lawns.", 4))) == ["item 1 Part I", "item 1 Part II"]


def test_number_nought_takes_the_label_away(outline, p) -> None:
    assert labels(outline(p("We will plant oaks.", 0))) == ["paragraph"]


def test_a_list_that_is_not_described_prints_no_label(outline, p) -> None:
    assert labels(outline(p("We will plant oaks.", 77))) == ["paragraph"]


def test_a_deeper_item_first_shows_where_the_list_starts(outline, p) -> None:
    assert labels(outline(p("We will plant oaks.", 1, 1))) == ["item 2 1.1"]


def test_an_empty_paragraph_is_counted_and_is_no_block(outline, p) -> None:
    assert labels(outline(p("We will plant it.", 3) + p("", 3) + p("We will mow it.", 3))) == ["item 1 A1", "item 1 A3"]


@pytest.mark.parametrize("typed", ["(a) We will plant oaks.", "(a)\tWe will plant oaks."])
def test_a_typed_label_is_one_too(outline, p, typed: str) -> None:
    assert outline(p(typed)) == ["item 1 (a): We will plant oaks."]


def test_a_typed_number_behind_a_bullet_is_the_label(outline, p) -> None:
    assert outline(p("3.1 We will plant oaks.", 2)) == ["item 2 3.1: We will plant oaks."]


def test_a_numbered_sentence_in_a_heading_style_is_an_item(outline, p) -> None:
    words = "The Council will plant five hundred oaks in each of its parks and gardens by the end of May 2026."
    assert outline(p(words, 1, 1, style="Heading2")) == [f"item 2 1.1: {words}"]


def test_styles_number_their_paragraphs(outline, p, style_part) -> None:
    part = style_part("Step|Step|<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>", "Inner|Inner|<w:basedOn w:val='Step'/>")
    assert labels(outline(p("We will plant.", style="Inner") + p("We will mow.", style="Step"), styles=part)) == ["item 1 A1", "item 1 A2"]

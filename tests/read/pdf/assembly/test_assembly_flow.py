"""What is read after what, over columns and pages."""

PLANT = "We will plant oaks in every one of the parks of our town."
TABLE = """
-----------------------------
| Plant oaks   | Clerk      |
| Mow grass    | Mayor      |
-----------------------------
"""


def test_text_around_a_table_comes_before_and_behind_it(outline, page, draw) -> None:
    found = outline(page(draw(PLANT, y=120), draw(TABLE), draw("We will mow.", y=240)))
    assert [line.split(":")[0] for line in found] == ["paragraph", "row", "paragraph"]


def test_the_order_of_the_file_does_not_matter(outline, page, draw) -> None:
    prints = [draw(PLANT, y=120), draw(TABLE), draw("We will mow.", y=240)]
    assert outline(page(*prints)) == outline(page(*reversed(prints)))


def test_a_sentence_does_not_go_on_over_a_table(outline, page, draw) -> None:
    found = outline(page(draw("We will plant oaks in each of the parks and", y=120), draw(TABLE), draw("water them.", y=240)))
    assert found[-1] == "paragraph: water them."


def test_a_caption_between_two_lines_parts_them(outline) -> None:
    found = outline("We will plant oaks in each of the parks and\n\nTable 1: Oaks\n\nWe water them.")
    assert [line.split(":")[0] for line in found] == ["paragraph", "caption", "paragraph"]


def test_a_list_goes_on_behind_a_table(outline, page, draw) -> None:
    found = outline(page(draw("1.  We will plant.", y=120), draw(TABLE), draw("2.  We will mow.", y=240)))
    assert [found[0], found[-1]] == ["item 1 1.: We will plant.", "item 1 2.: We will mow."]


def test_words_of_a_table_are_not_printed_twice(read, page) -> None:
    assert read(page(TABLE)).text.split() == ["Plant", "oaks", "Mow", "grass", "Clerk", "Mayor"]


def test_pages_are_read_one_after_the_other(outline) -> None:
    assert outline("Oaks.", "Limes.", "Elms.") == ["paragraph: Oaks.", "paragraph: Limes.", "paragraph: Elms."]

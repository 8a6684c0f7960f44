"""Contents lists, captions and footnotes."""

import pytest

BODY = """
We will plant oaks in every one of the parks of our town,
and water them in each of the summers that are to follow.
"""
PARAGRAPH = "paragraph: We will plant oaks in every one of the parks of our town, and water them in each of the summers that are to follow."


@pytest.fixture
def foot(outline, page, draw):
    """The last block of a page that prints body text of height 10, and words near its foot."""
    return lambda words, size=7.0, **type_: outline(page(BODY, draw(words, y=700, size=size, **type_)))[-1]


@pytest.mark.parametrize(
    "line", ["1. Our parks ........ 7", "Our parks. . . . . . 12", "Our parks …… 7", "Our parks ______ 7", "Annex ....107"]
)
def test_dots_before_a_page_number_are_a_line_of_contents(outline, line: str) -> None:
    assert outline(line) == [f"contents: {line}"]


@pytest.mark.parametrize("line", ["Our parks ... 7", "Our parks ........", "Name: ________ 12 May"])
def test_other_dots_are_none(outline, line: str) -> None:
    assert not outline(line)[0].startswith("contents")


AGENDA = """
1.  Apologies for absence of any of the members       {}
2.  Declarations of interest by any of the members    {}
"""


@pytest.fixture
def listed(outline, page, draw):
    """The kinds of the two lines of a list whose lines end in these words, below a heading."""
    return lambda heading, *ends: [
        line.split(" ")[0].rstrip(":")
        for line in outline(page(draw(heading, y=100, size=14), draw(AGENDA.format(*ends)), draw(BODY, y=400)))
    ][1:3]


@pytest.mark.parametrize("heading", ["Contents", "TABLE OF CONTENTS", "List of contents", "Index"])
def test_lines_that_end_far_off_in_page_numbers_are_contents_below_their_heading(listed, heading: str) -> None:
    assert listed(heading, "  1", " 30") == ["contents", "contents"]


def test_such_lines_are_none_below_another_heading(listed) -> None:
    assert listed("Agenda", "  1", " 30") == ["item", "item"]


def test_a_year_is_no_page_number(listed) -> None:
    assert listed("Contents", "2030", "2031") == ["item", "item"]


def test_each_line_of_contents_is_a_block(outline) -> None:
    assert outline("Our parks ....... 7\nour streets ...... 9") == ["contents: Our parks ....... 7", "contents: our streets ...... 9"]


@pytest.mark.parametrize(
    "line", ["Figure 1: Our parks", "Table 2.1 Trees", "Fig. 3 – Oaks", "Chart 4. Cost", "Map 5", "Photograph 6 Oaks", "Table 7a: Oaks"]
)
def test_a_line_that_names_a_figure_is_a_caption(outline, line: str) -> None:
    assert outline(line) == [f"caption: {line}"]


@pytest.mark.parametrize(
    "line",
    ["Figure 1 shows our parks.", "Table one: trees", "Figures 1 and 2", "Tables 1: trees", "Table 1 below lists", "Table 1: oaks, limes,"],
)
def test_a_line_that_speaks_of_one_is_none(outline, line: str) -> None:
    assert outline(line)[0].startswith("paragraph: ")


@pytest.mark.parametrize(("count", "kind"), [(28, "caption"), (29, "paragraph")])
def test_a_line_of_more_than_thirty_words_is_none(outline, draw, count: int, kind: str) -> None:
    assert outline(draw("Table 1: " + "oak " * count, x=10))[0].startswith(kind)


def test_a_small_number_at_the_foot_begins_a_footnote(foot) -> None:
    assert foot("1 As the council resolved in May.") == "footnote: 1 As the council resolved in May."


@pytest.mark.parametrize("sign", ["*", "†", "12", "3"])
def test_a_sign_may_begin_one_too(foot, sign: str) -> None:
    words = " ".join([sign, "As", "the", "council", "resolved"])
    assert foot(words.replace("*", "**")) == f"footnote: {words}"


@pytest.mark.parametrize(("size", "kind"), [(9.0, "footnote"), (9.2, "paragraph")])
def test_a_footnote_is_small(foot, size: float, kind: str) -> None:
    assert foot("5 As the council resolved in May.", size).startswith(kind)


def test_small_words_without_a_number_are_none(foot) -> None:
    assert foot("As the council resolved in May.").startswith("paragraph")


def test_small_bold_words_are_none(foot) -> None:
    assert not foot("5 As the council resolved in May.", bold=True).startswith("footnote")


def test_small_words_above_the_text_are_none(outline, page, draw) -> None:
    assert not outline(page(draw("5 As the council resolved.", size=7, y=120), BODY))[0].startswith("footnote")


def test_a_footnote_goes_on_below_itself(foot) -> None:
    assert foot("1 As the council resolved\nin May.") == "footnote: 1 As the council resolved in May."


def test_the_next_number_is_the_next_footnote(outline, page, draw) -> None:
    assert outline(page(BODY, draw("1 In May.\n2 In June.", y=700, size=7)))[-2:] == ["footnote: 1 In May.", "footnote: 2 In June."]


def test_a_footnote_does_not_go_on_over_the_page(outline, page, draw) -> None:
    first = page(BODY, draw("1 As the council resolved", y=700, size=7))
    assert outline(first, BODY)[-2:] == ["footnote: 1 As the council resolved", PARAGRAPH]


def test_a_mark_in_the_text_makes_a_footnote_of_large_type(outline, page, draw) -> None:
    marked = page(draw("We will plant oaks."), draw("5", x=138, y=149, size=6), draw("5 As the council resolved.", y=700))
    assert outline(marked) == ["paragraph: We will plant oaks.", "footnote: 5 As the council resolved."]


def test_large_type_without_a_mark_makes_none(outline, page, draw) -> None:
    assert outline(page("We will plant oaks.", draw("5 As the council resolved.", y=700)))[1].startswith("paragraph")


def test_a_mark_in_a_table_makes_one_too(outline, page, draw) -> None:
    table = "----------------\n| Oaks   | Yes |\n----------------"
    marked = page(draw(table), draw("5", x=84.5, y=161, size=6), draw("5 As the council resolved.", y=700))
    assert outline(marked) == ["row: Oaks | Yes", "footnote: 5 As the council resolved."]


def test_marks_are_left_out_of_the_text(read, page, draw) -> None:
    document = read(page(draw("We will plant oaks."), draw("5", x=138, y=149, size=6), draw("in parks.", x=146)))
    assert document.text == "We will plant oaks. in parks."
    assert document.source() == "We will plant oaks. 5 in parks.\n"


def test_a_mark_before_a_stop_leaves_no_space(read, page, draw) -> None:
    assert read(page(draw("We will plant oaks"), draw("5", x=132.5, y=149, size=6), draw(".", x=136))).text == "We will plant oaks."

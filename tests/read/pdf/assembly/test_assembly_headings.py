"""Headings by the type they are set in."""

import pytest

BODY = """
We will plant oaks in every one of the parks of our town,
and water them in each of the summers that are to follow.
We will mow.
"""


@pytest.fixture
def first(outline, page, draw):
    """The first block of a page that prints a line, and body text of height 10 below."""
    return lambda words, **type_: outline(page(draw(words, y=120, **type_), draw(BODY, y=200)))[0]


@pytest.mark.parametrize(("size", "kind"), [(11.3, "heading 1"), (11.1, "paragraph")])
def test_larger_type_makes_a_heading(first, size: float, kind: str) -> None:
    assert first("trees of our parks in every season of the year", size=size).startswith(f"{kind}: ")


def test_bold_type_makes_a_heading(first) -> None:
    assert first("Trees of our parks in every season of the year", bold=True).startswith("heading 1: ")


def test_bold_type_with_a_small_letter_makes_none(first) -> None:
    assert first("trees of our parks", bold=True).startswith("paragraph: ")


@pytest.mark.parametrize(("size", "kind"), [(9.1, "heading 1"), (9.0, "paragraph")])
def test_small_bold_type_makes_none(first, size: float, kind: str) -> None:
    assert first("Trees of our parks in every season of the year", bold=True, size=size).startswith(f"{kind}: ")


@pytest.mark.parametrize(("words", "kind"), [(16, "heading 1"), (17, "paragraph")])
def test_many_bold_words_make_none(first, words: int, kind: str) -> None:
    assert first("Oak " * words, bold=True).startswith(f"{kind}: ")


@pytest.mark.parametrize(("words", "kind"), [(25, "heading 1"), (26, "paragraph")])
def test_many_large_words_make_none(first, words: int, kind: str) -> None:
    assert first("Oak " * words, size=12).startswith(f"{kind}: ")


@pytest.mark.parametrize("stop", [".", ";", ","])
def test_a_sentence_in_large_type_is_none(first, stop: str) -> None:
    assert first(f"We plant trees{stop}", size=14).startswith("paragraph: ")


@pytest.mark.parametrize("stop", ["?", ":", ")"])
def test_a_heading_may_end_in_other_signs(first, stop: str) -> None:
    assert first(f"Which trees{stop}", size=14) == f"heading 1: Which trees{stop}"


def test_figures_alone_are_none(first) -> None:
    assert first("2030", size=20) == "paragraph: 2030"


def test_capitals_make_a_heading(first) -> None:
    assert first("TREES OF OUR PARKS") == "heading 1: TREES OF OUR PARKS"


@pytest.mark.parametrize(("lines", "kind"), [(3, "heading 1"), (4, "paragraph")])
def test_more_than_three_lines_make_none(outline, page, draw, lines: int, kind: str) -> None:
    picture = "\n".join(["Neighbourhoods greenspaces conservation and"] * lines)
    assert outline(page(draw(picture, size=14, y=100), draw(BODY, y=200), draw(BODY, y=300)))[0].startswith(f"{kind}: ")


def test_a_heading_of_two_lines_is_one(outline, page, draw) -> None:
    picture = "Trees of our parks in every season and in the\nyears until 2030"
    assert outline(page(draw(picture, size=14), draw(BODY, y=220)))[0] == (
        "heading 1: Trees of our parks in every season and in the years until 2030"
    )


def test_a_paper_that_is_bold_all_over_has_no_bold_headings(outline, page, draw) -> None:
    assert outline(page(draw("Our trees in parks and other places by", bold=True), draw(BODY, y=200, bold=True)))[0].startswith("paragraph")


def test_larger_type_ranks_higher(outline, page, draw) -> None:
    prints = [draw(f"Our {size}", size=size, y=120 + 30 * index) for index, size in enumerate((16, 14, 12, 14, 16))]
    levels = [line.split(":")[0] for line in outline(page(*prints, draw(BODY, y=300)))]
    assert levels[:5] == ["heading 1", "heading 2", "heading 3", "heading 2", "heading 1"]


def test_bold_ranks_above_plain_type_of_its_size(outline, page, draw) -> None:
    prints = [draw("Our parks", size=14, y=100, bold=True), draw("Our trees", size=14, y=150)]
    assert outline(page(*prints, draw(BODY, y=300)))[:2] == ["heading 1: Our parks", "heading 2: Our trees"]


@pytest.mark.parametrize(("size", "level"), [(13.5, 1), (13.3, 2)])
def test_sizes_that_hardly_differ_are_one_rank(outline, page, draw, size: float, level: int) -> None:
    prints = [draw("Our parks", size=14, y=100), draw("Our trees", size=size, y=150)]
    assert outline(page(*prints, draw(BODY, y=300)))[1] == f"heading {level}: Our trees"


def test_numbers_say_how_deep_a_heading_stands(outline, page, draw) -> None:
    prints = [draw("1.  Our parks", size=14, y=100), draw("1.1  Our trees", size=14, y=150), draw("2.  Our streets", size=14, y=330)]
    found = [line for line in outline(page(*prints, draw(BODY, y=200))) if line.startswith("heading")]
    assert found == ["heading 1 1.: Our parks", "heading 2 1.1: Our trees", "heading 1 2.: Our streets"]


def test_a_numbered_line_in_bold_is_a_heading(outline, page, draw) -> None:
    assert outline(page(draw("1.  Our parks", bold=True), draw(BODY, y=200)))[0] == "heading 1 1.: Our parks"


def test_a_list_in_bold_is_a_list(outline, page, draw) -> None:
    picture = "1.  Plant oaks in the parks\n2.  Mow the grass there"
    found = outline(page(draw(BODY, y=100), draw(picture, bold=True), draw(BODY, y=200)))
    assert [line.split(":")[0] for line in found if "." in line.split(":")[0]] == ["item 1 1.", "item 1 2."]


def test_a_bullet_in_bold_is_no_heading(outline, page, draw) -> None:
    assert outline(page(draw("•  Our parks", bold=True), draw(BODY, y=200)))[0] == "item 1 •: Our parks"


def test_a_paper_without_headings_by_type_has_those_by_their_words(outline) -> None:
    picture = f"{BODY}\nOur Streets and Squares\n\nWe will sweep all of them."
    assert outline(picture)[-2] == "heading 1: Our Streets and Squares"


def test_such_a_line_is_a_paragraph_where_headings_are_set_in_type(outline, page, draw) -> None:
    prints = [draw("Our parks", size=14, y=100), draw(BODY, y=140), draw("Our Streets and Squares", y=220), draw("We will sweep.", y=260)]
    assert outline(page(*prints))[-2] == "paragraph: Our Streets and Squares"


@pytest.mark.parametrize(("words", "kind"), [("Oaks 12 14", "heading 1"), ("Oaks 12 14 16", "paragraph"), ("Total for oaks", "paragraph")])
def test_a_row_of_accounts_is_no_heading(outline, page, draw, words: str, kind: str) -> None:
    prints = [draw("Our parks", size=14, y=80, bold=True), draw(words, y=120, bold=True), draw(BODY, y=200)]
    assert outline(page(*prints))[1] == f"{kind}: {words}".replace("heading 1", "heading 2")


@pytest.mark.xfail(reason="words of a line alone are taken for a title", strict=True)
def test_a_row_of_accounts_is_no_heading_where_no_other_is_set_in_type(first) -> None:
    assert first("Oaks 12 14 16", bold=True) == "paragraph: Oaks 12 14 16"


REPORT = """
We will plant oaks in every one of the parks of our town.
"""


def headings_of(outline, page, draw, *printed: tuple[str, float]) -> list[str]:
    """The headings of a page that prints each line in type of its own size, with running text below it."""
    drawn = [
        draw(words, y=100 + 60 * i, size=size, bold=True) if bold else draw(REPORT, y=100 + 60 * i)
        for i, (words, size, bold) in enumerate(
            (words, size, bold) for line, size in printed for words, bold in ((line, True), ("", False))
        )
    ]
    return [line for line in outline(page(*drawn)) if line.startswith("heading")]


def test_a_numbered_heading_stands_as_high_as_the_others_of_its_depth_however_large_it_is_set(outline, page, draw) -> None:
    found = headings_of(outline, page, draw, ("Recommendation", 12), ("1. Introduction", 11), ("2. Trees", 12))
    assert [line[: len("heading 1")] for line in found] == ["heading 1", "heading 1", "heading 1"]


def test_a_heading_that_goes_on_counting_without_a_stop_stands_as_high_as_the_one_before(outline, page, draw) -> None:
    found = headings_of(outline, page, draw, ("1. Costs", 12), ("2 Legal implications", 12), ("3. Trees", 12))
    assert [line[: len("heading 1")] for line in found] == ["heading 1", "heading 1", "heading 1"]


def test_a_heading_with_a_number_that_is_not_next_stands_below(outline, page, draw) -> None:
    found = headings_of(outline, page, draw, ("1. Costs", 12), ("20 Legal implications", 12), ("2. Trees", 12))
    assert [line[: len("heading 1")] for line in found] == ["heading 1", "heading 2", "heading 1"]

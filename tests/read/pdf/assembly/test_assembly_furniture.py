"""Running heads, running feet and page numbers."""

import pytest

TEXTS = ("We will plant oaks.", "We will mow the grass.", "We will sweep streets.", "We will open a library.", "We will mend roads.")


@pytest.fixture
def paper(page, draw):
    """Pages with a line each, and at `y` the lines given for each page."""

    def make(lines, y: float = 40, size: float = 10, height: float = 842):
        pairs = zip(lines, TEXTS, strict=False)
        return [page(*([draw(line, y=y, size=size)] if line else []), draw(text, y=height / 2), height=height) for line, text in pairs]

    return make


def paragraphs(*texts: str) -> list[str]:
    return [f"paragraph: {text}" for text in texts]


@pytest.mark.parametrize("y", [40, 800])
def test_the_same_words_at_the_same_end_of_the_pages_are_furniture(outline, paper, y: float) -> None:
    assert outline(*paper(["Parks committee"] * 4, y)) == paragraphs(*TEXTS[:4])


def test_words_in_the_middle_of_the_pages_are_none(outline, paper) -> None:
    assert outline(*paper(["Parks committee."] * 4, 300))[0] == "paragraph: Parks committee."


@pytest.mark.parametrize(("y", "found"), [(98, False), (101, True)])
def test_the_band_is_an_eighth_of_the_page(outline, paper, y: float, found: bool) -> None:
    assert any("committee" in line for line in outline(*paper(["Parks committee."] * 4, y))) == found


@pytest.mark.parametrize(("y", "found"), [(735, False), (731, True)])
def test_the_band_at_the_foot_is_as_high(outline, paper, y: float, found: bool) -> None:
    assert any("committee" in line for line in outline(*paper(["Parks committee."] * 4, y))) == found


def test_digits_do_not_tell_running_heads_apart(outline, paper) -> None:
    assert outline(*paper([f"Parks committee, item {number}" for number in range(4)])) == paragraphs(*TEXTS[:4])


def test_three_pages_are_enough(outline, paper) -> None:
    assert outline(*paper(["Parks committee."] * 3 + ["", ""])) == paragraphs(*TEXTS)


def test_two_of_five_pages_are_too_few(outline, paper) -> None:
    assert outline(*paper(["Parks committee."] * 2 + ["", "", ""])).count("paragraph: Parks committee.") == 2


def test_half_of_four_pages_are_enough(outline, paper) -> None:
    assert outline(*paper(["Parks committee."] * 2 + ["", ""])) == paragraphs(*TEXTS[:4])


def test_one_page_of_two_is_too_few(outline, paper) -> None:
    assert outline(*paper(["Parks committee.", ""]))[0] == "paragraph: Parks committee."


def test_a_title_that_runs_on_in_another_size_is_no_furniture(outline, page, draw) -> None:
    first = page(draw("Parks plan 2030", y=60, size=18), draw(TEXTS[0], y=400))
    rest = [page(draw("Parks plan 2030", y=60, size=8), draw(text, y=400)) for text in TEXTS[1:4]]
    assert outline(first, *rest) == ["heading 1: Parks plan 2030", *paragraphs(*TEXTS[:4])]


@pytest.mark.parametrize("number", ["7", "- 7 -", "Page 7", "page 7 of 12", "vii", "7/12", "| 7", "Page | 7"])
def test_a_page_number_that_stands_alone_is_furniture(outline, paper, number: str) -> None:
    assert outline(*paper([number], 800)) == paragraphs(TEXTS[0])


@pytest.mark.parametrize("words", ["7 trees", "12345", "Page seven", "7.5"])
def test_other_words_at_the_foot_are_none(outline, paper, words: str) -> None:
    assert len(outline(*paper([words], 800))) == 2


def test_a_number_in_the_middle_of_a_page_is_none(outline, paper) -> None:
    assert outline(*paper(["7"], 300))[0] == "paragraph: 7"


def test_a_page_number_above_a_running_foot_is_furniture(outline, page, draw) -> None:
    pages = [page(draw(text, y=400), draw(str(number), y=780), draw("Our town", y=800)) for number, text in enumerate(TEXTS, 12)]
    assert outline(*pages) == paragraphs(*TEXTS)


def test_a_page_that_says_its_number_below_the_text_is_told_outside_the_band(outline, paper) -> None:
    assert outline(*paper(["Page 7 of 12"], 500)) == paragraphs(TEXTS[0])


def test_a_page_of_nothing_but_a_number_has_no_blocks(outline, page, draw) -> None:
    assert outline(page(draw("7", y=800))) == []


def test_furniture_is_kept_as_a_repair(read, paper) -> None:
    document = read(*paper(["Parks committee"] * 4))
    assert document.source().count("Parks committee") == 4
    assert "committee" not in document.text


def test_a_paragraph_goes_on_behind_furniture(outline, page, draw) -> None:
    first = page(draw("Parks committee", y=40), draw("We will plant oaks in each of the parks and", y=400))
    pages = [page(draw("Parks committee", y=40), draw(text, y=400)) for text in TEXTS[1:3]]
    second = page(draw("Parks committee", y=40), draw("water them.", y=150))
    assert outline(first, second, *pages)[0] == "paragraph: We will plant oaks in each of the parks and water them."


def test_the_fifth_line_of_a_page_is_no_running_head(outline, page, draw) -> None:
    heads = [page(draw("\n".join(["Parks", "Clerk", "Mayor", "Town", "Plan."]), y=20), draw(text, y=400)) for text in TEXTS[:4]]
    assert outline(*heads).count("paragraph: Plan.") == 4

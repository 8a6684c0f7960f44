"""Hyphens, printers' letters and invisible signs: what is mended, and how the source keeps it."""

import pytest

LINE = "We will plant oaks in every one of the parks of our {}\n{} and see to it that they stand.\n\n{}"


@pytest.fixture
def torn(read):
    """The text of a page that tears a word, and says more below."""
    return lambda head, tail, more="": read(LINE.format(head, tail, more)).text.split("of our ")[1].split(" and see")[0]


def test_a_word_is_joined_as_the_paper_prints_it_elsewhere(torn) -> None:
    assert torn("neigh-", "bourhood", "The neighbourhood is green.") == "neighbourhood"


def test_a_word_keeps_a_hyphen_that_the_paper_prints_elsewhere(torn) -> None:
    assert torn("net-", "zero", "We aim at net-zero soon.") == "net-zero"


def test_the_commoner_spelling_counts(torn) -> None:
    assert torn("net-", "zero", "We aim at net-zero, and netzero, and netzero.") == "netzero"


def test_stops_and_capitals_do_not_tell_words_apart(torn) -> None:
    assert torn("(neigh-", "bourhood,", "“Neighbourhood!” we say.") == "(neighbourhood,"


def test_a_name_keeps_its_hyphen(torn) -> None:
    assert torn("Stow-", "Maries") == "Stow-Maries"


def test_a_word_whose_halves_are_words_keeps_its_hyphen(torn) -> None:
    assert torn("low-", "carbon", "The carbon is low.") == "low-carbon"


def test_a_rest_that_is_a_word_keeps_the_hyphen_where_words_are_not_divided(torn) -> None:
    more = "\n\n".join(["We will plant oaks in each term, and we will do so in all\nparks."] * 30)
    assert torn("mid-", "term", more) == "mid-term"


def test_a_rest_that_is_a_word_joins_where_words_are_divided(torn) -> None:
    assert torn("out-", "standing", "We will plant oaks in our neigh-\nbourhood. Of long standing is this neighbourhood.") == "outstanding"


def test_a_rest_that_is_no_word_joins(torn) -> None:
    assert torn("environ-", "mentally") == "environmentally"


def test_a_dash_at_the_end_of_a_line_stays(torn) -> None:
    assert torn("–", "town") == "– town"


def test_figures_on_either_side_are_not_joined(torn) -> None:
    assert torn("2025-", "2030") == "2025- 2030"


def test_the_hyphen_of_the_typesetter_is_one_too(torn) -> None:
    assert torn("neigh\u2010", "bourhood", "The neighbourhood is green.") == "neighbourhood"


def test_a_word_torn_over_the_page_is_joined(read) -> None:
    assert read("We will plant oaks in our neigh-", "bourhood.").text == "We will plant oaks in our neighbourhood."


def test_a_word_torn_over_three_lines_is_joined_twice(read) -> None:
    picture = """
    ------------
    | envi-    |
    | ron-     |
    | mental   |
    ------------
    """
    assert read(picture).text == "environmental"


def test_a_joined_word_is_kept_torn_in_the_source(read) -> None:
    document = read(LINE.format("neigh-", "bourhood", ""))
    assert "neigh-\nbourhood" in document.source()
    assert "neighbourhood" in document.text


def test_a_joined_word_has_a_box_on_either_line(read) -> None:
    document = read(LINE.format("neigh-", "bourhood", ""))
    at = document.text.index("neighbourhood")
    boxes = document.layout.boxes([document.blocks[0].span._replace(start=at, end=at + len("neighbourhood"))])
    assert [box.top for box in boxes] == [150, 162]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("o\ufb03ce", "office"), ("\ufb01nd", "find"), ("\uff34own", "Town"), ("\U0001d412mart", "Smart"), ("\u00aatown", "atown")],
)
def test_letters_in_a_printers_form_are_plain(read, printed: str, plain: str) -> None:
    document = read(f"We {printed} oaks.")
    assert (document.text, document.source()) == (f"We {plain} oaks.", f"We {printed} oaks.\n")


@pytest.mark.parametrize("sign", ["m²", "½", "①", "№", "…", "é", "’", "™", "Ⅳ"])
def test_signs_and_figures_stay_as_printed(read, sign: str) -> None:
    assert read(f"We plant {sign} oaks.").text == f"We plant {sign} oaks."


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_invisible_signs_are_left_out(read, sign: str) -> None:
    document = read(f"We pl{sign}ant oaks.")
    assert (document.text, document.source()) == ("We plant oaks.", f"We pl{sign}ant oaks.\n")


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\ufeff"])
def test_a_word_of_nothing_but_an_invisible_sign_leaves_no_space(read, sign: str) -> None:
    assert read(f"We plant {sign} oaks.").text == "We plant oaks."


def test_a_soft_hyphen_at_the_end_of_a_line_joins(torn) -> None:
    assert torn("neigh\u00ad", "bourhood") == "neighbourhood"


def test_a_word_in_two_prints_is_one(read, page, draw) -> None:
    halves = draw("Pl").words + tuple(word._replace(before="") for word in draw("ant", x=68).words)
    assert read(page(type(draw(""))(halves))).text == "Plant"


@pytest.mark.xfail(reason="only the sign is left out", strict=True)
def test_an_invisible_word_at_the_head_of_a_line_leaves_no_space(read) -> None:
    assert read("\u200b oaks grow.").text == "oaks grow."


@pytest.mark.xfail(reason="what is left out begins in the label, where nothing is mended", strict=True)
def test_an_invisible_word_behind_a_label_is_left_out(read) -> None:
    assert read("1.  \u200b oaks grow.").text == "1. oaks grow."

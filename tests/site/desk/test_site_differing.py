"""Two texts side by side: what differs is marked, and figures, dates and owners more strongly."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.site.differing import Shown, side_by_side, within

WORDS = st.lists(st.sampled_from(["plant", "ten", "20", "trees", "by", "May", "Parks", "Team"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_each_side_keeps_all_its_words_in_their_order(one: str, other: str) -> None:
    sides = side_by_side(one, other, ["Parks Team"])
    assert [" ".join(shown.words for shown in side) for side in sides] == [one, other]


@given(WORDS)
def test_equal_texts_have_nothing_marked(text: str) -> None:
    assert not any(shown.mark for side in side_by_side(text, text) for shown in side)


def test_a_figure_that_differs_matters() -> None:
    assert Shown("20", "matters") in side_by_side("Plant 20 trees", "Plant ten trees")[0]


def test_an_owner_that_differs_matters() -> None:
    assert Shown("Parks", "matters") in side_by_side("Parks will plant", "Roads will plant", ["Parks", "Roads"])[0]


def test_another_word_that_differs_is_marked_less() -> None:
    assert Shown("shrubs", "differs") in side_by_side("Plant shrubs", "Plant trees")[0]


def test_words_that_do_not_stand_in_a_text_leave_it_unmarked() -> None:
    assert within("Plant ten trees", "May 2026") == [Shown("Plant ten trees")]

"""Two texts word by word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.duplicates.difference import word_difference

TEXTS = st.lists(st.sampled_from(["plant", "ten", "trees", "in", "May"]), max_size=8).map(" ".join)


def test_a_tail_that_was_added_stands_alone():
    assert [(each.one, each.other) for each in word_difference("plant trees", "plant trees in May")] == [
        ("plant trees", "plant trees"),
        ("", "in May"),
    ]


@given(TEXTS, TEXTS)
def test_the_stretches_make_up_both_texts(one, other):
    found = word_difference(one, other)
    assert " ".join(each.one for each in found if each.one) == one
    assert " ".join(each.other for each in found if each.other) == other


@given(TEXTS)
def test_equal_texts_differ_nowhere(text):
    assert all(each.is_equal for each in word_difference(text, text))


@given(TEXTS, TEXTS)
def test_equal_and_unequal_stretches_take_turns(one, other):
    kinds = [each.is_equal for each in word_difference(one, other)]
    assert all(a != b for a, b in pairwise(kinds))

"""Rules chosen by their words are those that would have been chosen one by one."""

from itertools import pairwise

import our_rules
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rulebook.needed import NeededWords

RULES = our_rules.rulebook().rules
NEEDED = NeededWords(RULES)
WORDS = st.sampled_from([*sorted({word for rule in RULES for word in rule.needs}), "nothing", "else"])


@given(st.lists(WORDS, max_size=12))
def test_they_are_chosen_as_one_by_one_and_in_their_order(words: list[str]) -> None:
    text = " ".join(words)
    assert NEEDED.may_match(text) == tuple(rule for rule in RULES if rule.may_match(text))


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_the_first_word_of_a_text_ends_in_a_stretch_of_each_rule_that_needs_it(words: list[str]) -> None:
    stretches = list(NEEDED.stretches("  ".join(words), 10))
    end = len(words[0]) - 1
    covering = [rule.id for rule, start, stop in stretches if start <= end < stop]
    assert all(rule.id in covering for rule in RULES if words[0] in rule.needs)


@given(st.lists(WORDS, max_size=40))
def test_the_stretches_of_a_rule_are_in_order_and_apart(words: list[str]) -> None:
    stretches = list(NEEDED.stretches("  ".join(words), 10))
    for one, other in pairwise(stretches):
        assert one[0] is not other[0] or one[2] < other[1]


def test_a_rule_that_needs_no_word_has_all_of_the_text() -> None:
    free = next(rule for rule in RULES if not rule.needs)
    assert list(NeededWords([free]).stretches("no word of any rule", 10)) == [(free, 0, 19)]


def test_a_number_sign_in_a_needed_word_stands_for_any_digit() -> None:
    rule = next(rule for rule in RULES if "#/" in rule.rule.needs)
    assert {"0/", "9/"} <= set(rule.needs)

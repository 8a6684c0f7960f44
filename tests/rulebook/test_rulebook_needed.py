"""Rules chosen by their words are those that would have been chosen one by one."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.rulebook import load_rulebook
from pipeline.rulebook.needed import NeededWords

RULES = load_rulebook(Path(__file__).parent.parent.parent / "rules").rules
NEEDED = NeededWords(RULES)
WORDS = st.sampled_from([*sorted({word for rule in RULES for word in rule.needs}), "nothing", "else"])


@given(st.lists(WORDS, max_size=12))
def test_they_are_chosen_as_one_by_one_and_in_their_order(words: list[str]) -> None:
    text = " ".join(words)
    assert NEEDED.may_match(text) == tuple(rule for rule in RULES if rule.may_match(text))

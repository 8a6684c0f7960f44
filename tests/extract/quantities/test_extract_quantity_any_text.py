"""Whatever the text: no crash, spans that hold what was read, and work that grows as the text does."""

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured import is_done_within, seconds

from pipeline.extract.quantities.quantity import QuantityReader
from pipeline.rulebook import Rulebook

WORDS = ["from", "to", "by", "at least", "up to", "over", "c", "£", "$", "%", "5", "12", "1,200", "2.5", "2030", "k", "m", "bn"]
WORDS += ["million", "per cent", "points", "per 100,000", "in", "a third", "half", "dozen", "two", "hundred", "all", "every", "zero"]
WORDS += [
    "increase",
    "reduce",
    "halve",
    "double",
    "recruit",
    "within",
    "days",
    "weeks",
    "trees",
    "km",
    "of",
    "and",
    "-",
    "–",
    "(",
    ")",
    ".",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
LENGTH = 10_000
SLACK = 3.5  # for twice the text; what goes back over all it has read takes four times as long, and more


@pytest.fixture(scope="module")
def quantities(rulebook: Rulebook) -> QuantityReader:
    return QuantityReader(rulebook)


@given(TEXTS | st.text(max_size=80))
def test_any_text_is_read_without_a_crash(quantities: QuantityReader, text: str) -> None:
    for value in [value for values in quantities.read(text, 7, "") for value in values]:
        assert value.text == text[value.span.start - 7 : value.span.end - 7] != ""


@given(TEXTS)
def test_amounts_stand_in_order_and_apart(quantities: QuantityReader, text: str) -> None:
    assert all(one.end <= two.start for one, two in pairwise(quantities.amounts(text)))


@given(TEXTS)
def test_a_figure_is_a_target_or_a_budget_and_never_both(quantities: QuantityReader, text: str) -> None:
    targets, budgets = quantities.read(text, 0, "")
    assert not any(target.span.overlaps(budget.span) for target in targets for budget in budgets)


@pytest.mark.parametrize(
    "piece", ["1 ", "5 to ", "60% ", "£5k ", "from 5 ", "increase ", "one hundred and ", "all ", "reduce it by 5% to 3 "]
)
def test_twice_the_text_takes_twice_the_time(quantities: QuantityReader, piece: str) -> None:
    short, long = (partial(quantities.read, piece * (length // len(piece)), 0, "") for length in (LENGTH, 2 * LENGTH))
    usual = min(seconds(short) for _ in range(3))
    assert is_done_within(max(SLACK * usual, 0.2), long)

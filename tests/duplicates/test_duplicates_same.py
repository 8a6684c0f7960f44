"""Two texts say the same thing where only slips, words that say nothing and a tail part them."""

import pytest

from pipeline.duplicates.same import are_nearly_equal
from pipeline.duplicates.words import words_of

PROMISE = "Publish a report on child poverty in the borough every year"

SAME = {
    "a_letter_is_lost": "Publish a report on child povrty in the borough every year",
    "two_letters_are_swapped": "Publish a report on child poverty in the broough every year",
    "a_word_that_says_nothing_is_added": "Publish a report on the child poverty in the borough and every year",
    "capitals_quotes_and_stops_differ": "PUBLISH A REPORT on “child poverty” in the Borough, every year.",
    "a_word_that_says_nothing_is_lost_and_a_tail_is_added": "Publish a report child poverty in the borough every year together",
    "a_tail_is_added": "Publish a report on child poverty in the borough every year and to partners",
}
OTHER = {
    "another_word": "Publish a report on child safety in the borough every year",
    "another_number": "Publish 2 reports on child poverty in the borough every year",
    "a_negation_comes_in": "Publish no report on child poverty in the borough every year",
    "a_tail_with_a_figure": "Publish a report on child poverty in the borough every year from 2021",
    "a_tail_that_takes_it_back": "Publish a report on child poverty in the borough every year unless asked",
    "a_long_tail": f"{PROMISE} with the help of our partners and the schools of this county",
    "a_shared_opening": "Publish a report on child poverty in prisons",
}


@pytest.mark.parametrize("case", SAME)
def test_it_is_the_same_where(case: str) -> None:
    assert are_nearly_equal(words_of(PROMISE), words_of(SAME[case])) and are_nearly_equal(words_of(SAME[case]), words_of(PROMISE))


@pytest.mark.parametrize("case", OTHER)
def test_it_is_another_where_there_is(case: str) -> None:
    assert not are_nearly_equal(words_of(PROMISE), words_of(OTHER[case]))

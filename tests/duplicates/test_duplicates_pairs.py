"""Among many texts, those that are alike are found, and only those."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from pipeline.duplicates import pairs
from pipeline.duplicates.keys import keys_of
from pipeline.duplicates.pairs import alike
from pipeline.duplicates.same import LEAST_LIKENESS, are_nearly_equal
from pipeline.duplicates.words import words_of

UNHURRIED = settings(deadline=None, max_examples=60)
NAMES = ["harbour", "library", "footbridge", "allotment", "cemetery", "museum", "orchard", "reservoir", "theatre", "viaduct"]
WORDS = st.sampled_from([*NAMES, "council", "will", "repair", "paint", "the", "and", "2030", "liberry", "footbrigde"])
TEXTS = st.lists(st.lists(WORDS, min_size=4, max_size=9).map(tuple), max_size=12, unique=True)


@UNHURRIED
@given(TEXTS)
def test_each_pair_is_nearly_equal_and_none_is_told_twice(texts: list[tuple[str, ...]]) -> None:
    found = list(alike(texts))
    assert len(set(found)) == len(found)
    assert all(one < other and are_nearly_equal(texts[one], texts[other]) for one, other in found)


@UNHURRIED
@given(TEXTS)
def test_the_keys_made_at_once_are_those_made_one_by_one(texts: list[tuple[str, ...]]) -> None:
    sharing = {
        (one, other)
        for (one, a), (other, b) in combinations(enumerate(texts), 2)
        if set(keys_of(a)) & set(keys_of(b)) and are_nearly_equal(a, b) and _letters_alike(a, b)
    }
    assert set(alike(texts)) == sharing


@UNHURRIED
@given(st.permutations([f"Repair the {name} and paint the {other} by summer" for name, other in combinations(NAMES, 2)]))
def test_what_is_found_does_not_depend_on_the_order(texts: list[str]) -> None:
    slipped = [*texts, *(text.replace("Repair", "Repiar") for text in texts)]
    words = [words_of(text) for text in slipped]
    assert {frozenset((words[one], words[other])) for one, other in alike(words)} == {
        frozenset((words[place], words[place + len(texts)])) for place in range(len(texts))
    }


@pytest.mark.parametrize("slip", range(len(NAMES)))
def test_of_each_pair_the_smaller_place_comes_first_whatever_is_rare_in_either(slip: int) -> None:
    text = tuple(NAMES)
    slipped = (*text[:slip], text[slip][:-2] + text[slip][-1], *text[slip + 1 :])
    assert list(alike([text, slipped])) == list(alike([slipped, text])) == [(0, 1)]


def test_texts_whose_keys_are_made_apart_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "AT_ONCE", 2)
    texts = [tuple(NAMES), ("mow",), (), ("mow", "lawns"), (*NAMES, "and")]
    assert list(alike(texts)) == [(0, 4)]


def test_nothing_is_found_among_nothing() -> None:
    assert list(alike([])) == list(alike([("one",)])) == list(alike([(), ("one",)])) == []


def test_the_order_of_the_words_changes_no_key() -> None:
    assert sorted(keys_of(["repair", "harbour", "wall"])) == sorted(keys_of(["wall", "repair", "harbour", "wall"]))


def _letters_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return fuzz.ratio(" ".join(a), " ".join(b)) >= LEAST_LIKENESS

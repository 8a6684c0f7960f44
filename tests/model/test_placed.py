"""The words of a text where they are printed, packed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.placed import PlacedWord, PlacedWords

COUNTS = st.integers(0, 2**32 - 1)
SIZES = st.floats(allow_nan=False)
WORDS = st.lists(st.builds(PlacedWord, COUNTS, COUNTS, COUNTS, COUNTS, SIZES, SIZES, SIZES, SIZES))


@given(WORDS)
def test_words_come_out_as_they_went_in(words: list[PlacedWord]) -> None:
    assert list(PlacedWords.of(words)) == words


@given(WORDS, st.slices(5))
def test_a_slice_holds_what_the_same_slice_of_a_list_does(words: list[PlacedWord], part: slice) -> None:
    assert PlacedWords.of(words)[part] == words[part]


@given(WORDS.filter(bool), st.data())
def test_a_word_is_found_by_its_place_from_either_end(words: list[PlacedWord], data: st.DataObject) -> None:
    at = data.draw(st.integers(-len(words), len(words) - 1))
    assert PlacedWords.of(words)[at] == words[at]


def test_there_is_no_word_behind_the_last() -> None:
    with pytest.raises(IndexError):
        PlacedWords(b"")[0]


@given(WORDS)
def test_packs_of_the_same_words_are_equal(words: list[PlacedWord]) -> None:
    assert PlacedWords.of(words) == PlacedWords.of(words)
    assert hash(PlacedWords.of(words)) == hash(PlacedWords.of(words))


def test_a_torn_record_is_no_word() -> None:
    with pytest.raises(ValueError, match="torn"):
        PlacedWords(b"half a word")

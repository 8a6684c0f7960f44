"""Our tokens are those of spaCy's own tokenizer, but for words too long to be any."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

from pipeline.extract.language.tokens import FIRST_IN_LINE, INFIX, LONGEST_WORD, LOWERS, PREFIX, STARTS, SUFFIX, WORDS, WordTokenizer

VOCAB = Vocab()
OURS = WordTokenizer(VOCAB)
THEIRS = Tokenizer(VOCAB, prefix_search=PREFIX.match, suffix_search=SUFFIX.search, infix_finditer=INFIX.finditer)
TEXTS = st.text(alphabet=st.sampled_from("aB1 \n\t\u00a0.,'’s()/–-£“”!%é"), max_size=40)


def words(text: str) -> list[str]:
    return list(OURS(text).user_data[WORDS])


@given(TEXTS)
def test_the_tokens_are_those_of_spacy(text: str) -> None:
    assert words(text) == [token.text for token in THEIRS(text.replace("\n", " ").replace("\t", " "))]


@given(TEXTS)
def test_each_token_stands_where_its_start_says(text: str) -> None:
    data = OURS(text).user_data
    spaced = text.replace("\n", " ").replace("\t", " ")
    assert all(spaced[start : start + len(word)] == word for word, start in zip(data[WORDS], data[STARTS], strict=True))


@given(TEXTS)
def test_the_doc_has_the_text(text: str) -> None:
    assert OURS(text).text == text.replace("\n", " ").replace("\t", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(and/or).", ["(", "and", "/", "or", ")", "."]),
        ("the Council’s “plan”", ["the", "Council", "’s", "“", "plan", "”"]),
        ("£25m by 2030.", ["£", "25m", "by", "2030", "."]),
        ("work done.Next step", ["work", "done", ".", "Next", "step"]),
    ],
)
def test_marks_are_tokens_of_their_own(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_the_first_word_behind_a_line_end_or_tab_is_known() -> None:
    data = OURS("Plant trees\nOpen parks\tMay").user_data
    assert [data[WORDS][index] for index in sorted(data[FIRST_IN_LINE])] == ["Open", "May"]


def test_words_are_told_in_lower_case_too() -> None:
    assert OURS("Plant TREES").user_data[LOWERS] == ["plant", "trees"]


def test_what_is_too_long_for_a_word_is_cut() -> None:
    pieces = words("." * (2 * LONGEST_WORD + 1))
    assert [len(piece) for piece in pieces] == [LONGEST_WORD, LONGEST_WORD, 1]


def test_starts_rise() -> None:
    starts = OURS("One two, three.").user_data[STARTS]
    assert all(before < behind for before, behind in pairwise(starts))

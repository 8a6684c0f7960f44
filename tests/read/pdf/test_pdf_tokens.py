"""Tests of the words in a page's text."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.pdf.tokens import find_tokens

PRINTED = st.text(alphabet="ab \n\r\t\x00\ufffe\x02", max_size=30)


def test_a_word_begins_a_line_behind_a_line_end() -> None:
    assert [(token.text, token.before) for token in find_tokens("Plant\r\ntrees")] == [("Plant", "\n"), ("trees", "\n")]


def test_a_word_torn_by_a_line_end_keeps_its_hyphen() -> None:
    assert [(token.text, token.before) for token in find_tokens("re\ufffeplant")] == [("re-", "\n"), ("plant", "\n")]


def test_a_lone_hyphen_ends_a_line() -> None:
    assert [token.before for token in find_tokens("Plant \x02 trees")] == ["\n", "\n"]


@given(PRINTED)
def test_words_hold_every_letter_of_the_text_in_order(text: str) -> None:
    assert "".join(token.text.rstrip("-") for token in find_tokens(text)) == "".join(letter for letter in text if letter in "ab")


@given(PRINTED)
def test_a_word_stands_where_it_says(text: str) -> None:
    assert all(text[token.start : token.end].rstrip("\ufffe\x02") == token.text.rstrip("-") for token in find_tokens(text))

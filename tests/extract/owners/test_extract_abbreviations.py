"""Which abbreviations a paper defines, and for what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.owners.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("led by the Young People's Learning Agency (YPLA)", {"YPLA": "Young People's Learning Agency"}),
        ("YPLA (Young People's Learning Agency)", {"YPLA": "Young People's Learning Agency"}),
        ("the Children & Young People's Strategic Partnership (C&YPSP)", {"C&YPSP": "Children & Young People's Strategic Partnership"}),
        ("Kent County Council (KCC’s) plan", {"KCC": "Kent County Council"}),
        ("Special Educational Needs (SEND) and Special Educational Needs and Disabilities (SEND)",
         {"SEND": "Special Educational Needs and Disabilities"}),
        ("done by Sept 2025 (SR)", {}),
        ("Present: Pam Walker (PW), Tom Fox (TF)\nAnn Lee (AL)\n", {}),
        ("an open bracket (", {}),
        ("a list (A)", {}),
    ],
)  # fmt: skip
def test_an_abbreviation_stands_for_the_words_before_it(text: str, found: dict[str, str]) -> None:
    assert find_abbreviations(text) == found


@given(st.text(alphabet="ABab ()&'\n", max_size=200))
def test_any_text_is_read_and_every_long_form_stands_in_it(text: str) -> None:
    assert all(long in text for long in find_abbreviations(text).values())

"""A paper typeset and read back says what its text says: PDF, Word or web page."""

from collections.abc import Callable

import pytest

from pipeline.evaluate import Measured
from typeset.measure import FIELDS

WAYS = ["sans", "columns", "web", "word", "office", "office word"]


@pytest.mark.parametrize("way", WAYS)
def test_commitments_are_found(figures: Callable[[str], dict[str, Measured]], way: str) -> None:
    assert figures(way)["commitments"].f1 >= 0.97


@pytest.mark.parametrize("way", WAYS)
def test_every_field_is_as_good_as_the_texts(figures: Callable[[str], dict[str, Measured]], way: str) -> None:
    found, wanted = figures(way), figures("text")
    worse = {field: (found[field].f1, wanted[field].f1) for field in FIELDS if found[field].f1 < wanted[field].f1 - 0.02}
    assert not worse

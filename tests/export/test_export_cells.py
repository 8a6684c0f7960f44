"""Every value comes back from its cell, and none is obeyed by a spreadsheet."""

import csv
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.export.cells import to_cell, to_value

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
WHOLES = st.integers(-(2**63), 2**63 - 1)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
FORMULA = ("=", "+", "-", "@")


@given(TEXTS | WHOLES | NUMBERS | st.none())
@example("")
@example("'")
@example("''=1")
def test_every_value_comes_back(value):
    assert to_value(to_cell(value), str if value is None else type(value)) == value


@given(st.lists(TEXTS, min_size=2))
def test_every_text_comes_back_from_a_file(texts):
    file = StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerow(map(to_cell, texts))
    (cells,) = csv.reader(StringIO(file.getvalue(), newline=""), strict=True)
    assert [to_value(cell, str) for cell in cells] == texts


@given(st.sampled_from(FORMULA), TEXTS)
def test_no_text_begins_like_a_formula(sign, rest):
    assert to_cell(sign + rest).startswith("'")
    assert to_cell(" " + sign + rest).startswith("'")
    assert to_cell("\t" + rest).startswith("'")


@pytest.mark.parametrize(
    ("cell", "kind"), [("12a", int), ("1.5", int), ("9" * 20, int), ("1,5", float), ("nan", float), ("١", int), (" 1", int)]
)
def test_a_cell_of_another_kind_is_refused_with_what_it_should_be(cell, kind):
    with pytest.raises(ValueError, match="a whole number, such as 12" if kind is int else "a number with a point"):
        to_value(cell, kind)

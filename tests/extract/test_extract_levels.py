"""How far things stand already is read from what the paper tells outside its promises."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("16-18 year olds not in training (NEET) is now down to just 3.9% (December 2014).", 3.9),
        ("Recycling has risen to 52 per cent.", 52),
        ("Attendance stood at 94.5% in March 2019.", 94.5),
        ("Satisfaction is currently at 81%.", 81),
        ("The share of empty shops fell to 9%.", 9),
    ],
)
def test_a_share_that_is_reached_is_a_level(extract: Callable[[str], Paper], sentence: str, value: float) -> None:
    (level,) = extract(f"# Plan\n\nOur town is old. {sentence} The river is wide.\n").levels
    assert (level.text, level.value, level.unit) == (sentence, value, "%")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nationally, recycling has risen to 52%.",
        "We will recycle 52% by 2030, and now recycle 40%.",
        "Our target now is 52%.",
        "Recycling rose by 52%.",
        "Of the town 52% is woodland.",
        "Now that 52 parks are open, the sun shines.",
    ],
)
def test_other_figures_are_no_levels(extract: Callable[[str], Paper], sentence: str) -> None:
    assert extract(f"# Plan\n\nOur town is old. {sentence}\n").levels == ()


def test_a_level_stands_where_it_is_printed(extract: Callable[[str], Paper]) -> None:
    text = "# Plan\n\nOur town is old.  Recycling has\nrisen to 52%.\n"
    (level,) = extract(text).levels
    assert (level.text, level.page) == ("Recycling has risen to 52%.", None)
    assert level.span.end - level.span.start == len(level.text)

"""The papers that were read by hand, followed into successors made by a script: the short version of `benchmarks/links.py`."""

from pathlib import Path

import pytest

from successors.measure import load_cases, measure, total, try_out
from successors.polish import STYLES
from successors.rewrite import rewrite

ROOT = Path(__file__).parent.parent.parent
CASES = load_cases(ROOT)
LARGE = CASES[-1]


@pytest.mark.parametrize(("style", "links", "flags"), [("known", 0.95, 0.95), ("unknown", 0.95, 0.95), ("rewritten", 0.93, 0.9)])
def test_promises_are_followed_and_what_became_of_them_is_flagged(extractor, style, links, flags):
    found = total([measure(try_out(case, extractor, seed, STYLES[style])) for seed, case in enumerate(CASES)])
    assert found["links"].f1 >= links
    assert found["flags"].f1 >= flags


def test_a_paper_that_is_read_again_changes_nothing(extractor):
    earlier = try_out(LARGE, extractor, 0, STYLES["known"])
    again = earlier._replace(later=earlier.earlier.model_copy(update={"paper": earlier.later.paper}))
    counts = measure(again)
    assert [counts[kind].claimed for kind in counts if kind != "links"] == [0, 0, 0, 0]


def test_a_successor_is_the_same_for_the_same_seed():
    made = [rewrite(LARGE.text, LARGE.gold, 3, STYLES["rewritten"], is_renumbered=True).text for _ in range(2)]
    assert made[0] == made[1] != rewrite(LARGE.text, LARGE.gold, 4, STYLES["rewritten"], is_renumbered=True).text


def test_what_is_said_to_be_gone_is_not_in_the_text():
    successor = rewrite(LARGE.text, LARGE.gold, 5, STYLES["known"], is_renumbered=False)
    gone = [LARGE.gold[position].text for position, fate in successor.fates.items() if "dropped" in fate.flags]
    texts = [promise.text for promise in LARGE.gold]
    assert gone
    assert not [text for text in gone if text in successor.text and texts.count(text) == 1]

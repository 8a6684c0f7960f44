"""A flag's id lasts: through edits elsewhere in the paper, another file name and other rules that read the same facts."""

from collections.abc import Callable
from typing import Any

import pytest
from casebook import cases_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.checks.base import Check
from pipeline.checks.registry import CHECKS
from pipeline.model.paper import Paper

MakePaper = Callable[..., Paper]
THINGS = ["hydrants", "lanterns", "benches", "beehives", "rowing boats", "weather vanes"]
UNRELATED = [{"text": f"Buy {count} {thing}", "section": ["Zoo"]} for count, thing in enumerate(THINGS, 21)]
EQUAL_GAPS = [{"ref": ref, "text": "Plant trees", "kind": "recommendation", "promises": False} for ref in ("3.1", "3.2", "3.3", "3.5")]


def flagged() -> list[Any]:
    found = []
    for check in CHECKS:
        cases = [case for case in cases_of(check)["flagged"] if "rows" in case]
        found += [pytest.param(check, case["rows"], id=f"{check.code}-{case['case']}") for case in cases]
    return found


def ids_of(check: Check, paper: Paper) -> list[str]:
    return [flag.id for flag in check.flags(paper)]


def renamed(paper: Paper, file: str, sha256: str) -> Paper:
    return paper.model_copy(update={"paper": paper.paper.model_copy(update={"file": file, "sha256": sha256})})


@pytest.mark.parametrize(("check", "rows"), flagged())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_unrelated_commitments_come_go_and_move(check: Check, rows: list[Any], make_paper: MakePaper, data: st.DataObject) -> None:
    others = data.draw(st.permutations(UNRELATED))
    tops = [place for place in range(len(rows) + 1) if not any("under" in row for row in rows[place:])]
    at = data.draw(st.sampled_from(tops))
    among_others = [*rows[:at], *others[: data.draw(st.integers(0, len(others)))], *rows[at:]]
    assert sorted(ids_of(check, make_paper(among_others))) == sorted(ids_of(check, make_paper(rows)))


@pytest.mark.parametrize(("check", "rows"), flagged())
def test_another_file_name_changes_no_id(check: Check, rows: list[Any], make_paper: MakePaper) -> None:
    paper = make_paper(rows)
    assert ids_of(check, renamed(paper, "copy.pdf", "1" * 64)) == ids_of(check, paper)


@pytest.mark.parametrize(("check", "rows"), flagged())
def test_another_rule_for_the_same_facts_changes_no_id(check: Check, rows: list[Any], make_paper: MakePaper) -> None:
    paper = make_paper(rows)
    other_rules = tuple(commitment.model_copy(update={"rule": "ZZ99"}) for commitment in paper.commitments)
    assert ids_of(check, paper.model_copy(update={"commitments": other_rules})) == ids_of(check, paper)


def test_a_label_that_comes_to_promise_keeps_the_gap_s_id(make_paper: MakePaper) -> None:
    gap = next(check for check in CHECKS if check.kind == "numbering_gap")
    promised = [{**row, "promises": True} for row in EQUAL_GAPS]
    assert ids_of(gap, make_paper(promised)) == ids_of(gap, make_paper(EQUAL_GAPS))


def test_equal_flags_have_ids_of_their_own_that_last(make_paper: MakePaper) -> None:
    gap = next(check for check in CHECKS if check.kind == "numbering_gap")
    one, two, three = (ids_of(gap, make_paper(EQUAL_GAPS * times)) for times in (1, 2, 3))
    assert len(set(three)) == 3
    assert three[:2] == two and two[:1] == one

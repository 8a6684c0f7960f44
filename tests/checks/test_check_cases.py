"""Runs the cases of tests/checks/*.yaml: what each check flags, what it leaves alone, and what it is known to miss."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from casebook import cases_of

from pipeline.checks.base import Check
from pipeline.checks.registry import CHECKS
from pipeline.model.paper import Flag, Paper

UNRELATED = [{"text": f"Buy {number} hydrants for depot {number}", "section": ["Zoo"]} for number in range(3)]
MakePaper = Callable[..., Paper]


def cases(group: str, *marks: pytest.MarkDecorator) -> Iterator[Any]:
    for check in CHECKS:
        for case in cases_of(check)[group]:
            yield pytest.param(check, case, id=f"{check.code}-{case['case']}", marks=marks)


def rows_of(case: dict[str, Any]) -> list[dict[str, Any]]:
    if "rows" in case:
        return case["rows"]
    refs = case.get("refs") or case["labels"]
    return [{"ref": ref, "text": f"Plant {place} trees", "promises": "refs" in case} for place, ref in enumerate(refs)]


def paper_of_case(make_paper: MakePaper, case: dict[str, Any], slug: str = "plan", *more: dict[str, Any]) -> Paper:
    return make_paper([*rows_of(case), *more], slug, **case.get("of", {}))


def flags_of(check: Check, paper: Paper) -> list[Flag]:
    return list(check.flags(paper))


@pytest.mark.parametrize(("check", "case"), cases("flagged"))
def test_is_flagged(check: Check, case: dict[str, Any], make_paper: MakePaper) -> None:
    paper = paper_of_case(make_paper, case)
    assert_flags(flags_of(check, paper), case["flags"], paper)


@pytest.mark.parametrize(("check", "case"), cases("clean"))
def test_is_clean(check: Check, case: dict[str, Any], make_paper: MakePaper) -> None:
    assert not flags_of(check, paper_of_case(make_paper, case))


@pytest.mark.parametrize(("check", "case"), cases("known_failures", pytest.mark.xfail(strict=True, raises=AssertionError)))
def test_known_failure(check: Check, case: dict[str, Any], make_paper: MakePaper) -> None:
    paper = paper_of_case(make_paper, case)
    assert_flags(flags_of(check, paper), case["flags"], paper)


@pytest.mark.parametrize(("check", "case"), cases("flagged"))
def test_ids_last_when_unrelated_commitments_are_added(check: Check, case: dict[str, Any], make_paper: MakePaper) -> None:
    alone, among_others = paper_of_case(make_paper, case), paper_of_case(make_paper, case, "plan", *UNRELATED)
    assert [flag.id for flag in flags_of(check, alone)] == [flag.id for flag in flags_of(check, among_others)]


@pytest.mark.parametrize(("check", "case"), cases("flagged"))
def test_two_papers_share_no_id(check: Check, case: dict[str, Any], make_paper: MakePaper) -> None:
    one, other = (flags_of(check, paper_of_case(make_paper, case, slug)) for slug in ("plan", "plan-2"))
    assert not {flag.id for flag in one} & {flag.id for flag in other}


def assert_flags(found: list[Flag], wanted: list[dict[str, Any]], paper: Paper) -> None:
    assert len(found) == len(wanted), found
    for flag, want in zip(found, wanted, strict=True):
        have = {
            "members": [[each.id for each in paper.commitments].index(member) for member in flag.members],
            "message": flag.message,
            "evidence": list(flag.evidence),
        }
        assert {name: have[name] for name in want} == want

"""Every check is declared, documented and tested in the same way."""

import inspect
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from casebook import cases_of

from pipeline.checks import run_checks
from pipeline.checks.base import Check, Finding
from pipeline.checks.base import check as declare
from pipeline.checks.registry import CHECKS
from pipeline.model.paper import Paper

FOLDER = Path(__file__).parent
PARTS = ["Why it matters:", "Flagged:", "Not flagged:", "Known limits:"]
every_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


@every_check
def test_page_has_its_five_parts_in_order(check: Check) -> None:
    page = inspect.cleandoc(check.page)
    assert re.match(r"[A-Z][^\n]+\.\n\n", page)
    assert re.findall(r"^[A-Z][a-z ]+:", page, re.MULTILINE) == PARTS


@every_check
def test_file_is_named_after_code_and_kind(check: Check) -> None:
    assert check.find.__module__ == f"pipeline.checks.{check.code.lower()}_{check.kind}"


@every_check
def test_cases_are_enough_and_named_once(check: Check) -> None:
    groups = cases_of(check)
    names = [case["case"] for group in ("flagged", "clean", "known_failures") for case in groups[group]]
    assert len(groups["flagged"]) >= 4
    assert len(groups["clean"]) >= 6
    assert len(names) == len(set(names))


def test_every_check_file_is_registered_and_every_case_file_has_a_check() -> None:
    registered = {check.find.__module__.rpartition(".")[2] for check in CHECKS}
    files = (FOLDER.parent.parent / "pipeline/checks").glob("[a-z][a-z][0-9][0-9]_*.py")
    assert registered == {path.stem for path in files} == {path.stem for path in FOLDER.glob("*.yaml")}


def test_codes_names_and_kinds_are_unique() -> None:
    for facts in zip(*((check.code, check.name, check.kind) for check in CHECKS), strict=True):
        assert len(set(facts)) == len(CHECKS)


def test_registry_is_as_recorded() -> None:
    """Renaming a check orphans the verdicts on its flags: change the record only on purpose."""
    registry = {each.code: {"name": each.name, "kind": each.kind, "severity": each.severity, "scope": each.scope} for each in CHECKS}
    assert registry == json.loads((FOLDER / "registry.json").read_bytes())


def test_flags_come_in_the_order_of_the_checks(make_paper: Callable[..., Paper]) -> None:
    refs = ["A1", "A2", "A 2", "A3", "A5"]
    paper = make_paper([{"ref": ref, "text": text} for ref, text in zip(refs, ["Pave", "Light", "Open", "Paint", "Mend"], strict=True)])
    flags = run_checks(paper)
    assert [flag.kind for flag in flags] == ["duplicate_ref", "ref_style", "numbering_gap"]
    assert len({flag.id for flag in flags}) == len(flags)


def test_a_paper_without_commitments_has_no_flags(make_paper: Callable[..., Paper]) -> None:
    assert run_checks(make_paper([])) == ()


def test_a_flag_without_members_is_known_by_its_paper_and_evidence(make_paper: Callable[..., Paper]) -> None:
    made = declare(code="XX01", name="test.gap", kind="numbering_gap", severity="low", scope="paper")
    gap, wider = (made(lambda paper, end=end: iter([Finding((), "A gap.", ("3.4", end))])) for end in ("3.6", "3.7"))
    ids = [next(check.flags(make_paper([], slug))).id for check in (gap, wider) for slug in ("plan", "plan-2")]
    assert len(set(ids)) == 4

"""Ids last through edits elsewhere in a paper, from its text to its flags."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.checks import run_checks
from pipeline.extract import Extractor
from pipeline.model.paper import Paper, Sidecar
from pipeline.read import read_paper

KEPT = """## Streets

3.1 The Council will pave the market square and light every towpath by June 2030.

3.2 The Council will open a ferry with the Harbour Board.

3.3 The Council will pave the market square and light every towpath by June 2030.

3.5 The Council will write to the Harbor Board (in May

| Ref | Action | Lead | When |
| --- | --- | --- | --- |
| A1 | Paint the railings of the pier | Parks Team | June 2030 |
| A1 | Oil the gates of the park | Parks team | July 2030 |
| A2 | Mend the fountain | Parks Team | July 2030 |
"""
OTHERS = [
    "## Weather\n\nThe sky was grey in 1908, and rain fell on 3 of the hills.",
    "## Beehives\n\nThe Society of Beekeepers will move 40 hives by May 2031.",
    "## Lanterns\n\n- Hang 12 lanterns in the lane\n- Buy candles for all of them",
    "## Boats\n\nNobody rowed.\n\n1. The Club will buy 9 boats.\n2. The Club will sell its raft.",
]
UNHURRIED = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
drawn = st.lists(st.sampled_from(OTHERS), unique=True)


def ids(paper: Paper) -> set[str]:
    return {each.id for each in (*paper.commitments, *run_checks(paper))}


@UNHURRIED
@given(before=drawn, after=drawn)
def test_sections_that_come_go_and_move_change_no_other_id(extract: Callable[[str], Paper], before: list[str], after: list[str]) -> None:
    after = [each for each in after if each not in before]
    around = extract("\n\n".join(["# Plan", *before, KEPT, *after]))
    assert ids(extract(f"# Plan\n\n{KEPT}")) <= ids(around)


def test_the_kept_section_raises_flags(extract: Callable[[str], Paper]) -> None:
    kinds = {flag.kind for flag in run_checks(extract(f"# Plan\n\n{KEPT}"))}
    assert {"duplicate", "duplicate_ref", "numbering_gap", "name_variant", "broken_text"} <= kinds


def test_the_same_bytes_under_another_file_name_have_the_same_ids(extractor: Extractor) -> None:
    document = read_paper(KEPT.encode(), "plan.md")
    one, other = (extractor.extract(document, "plan", file, "0" * 64, Sidecar()) for file in ("plan.md", "copy of plan.md"))
    assert ids(one) == ids(other)


def test_white_space_and_the_ends_of_lines_change_no_id(extract: Callable[[str], Paper]) -> None:
    assert ids(extract(f"# Plan\n\n{KEPT}")) == ids(extract(f"# Plan\r\n\r\n{KEPT}".replace("\n", "\r\n").replace("\r\r", "\r")))

"""Headings and references are told also where nothing is promised; what stands in no record is counted and shown."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model.paper import Paper

PLAN = """# Plan

Contents of this plan are told by its headings.

3.1 We will plant 300 trees by May 2030.

3.2 The parks were laid out in 1908 and have been loved by many ever since.

3.3 We will mend the bridge.

| Ref | Action | Lead | When |
| --- | --- | --- | --- |
| A1 | Paint the railings | Parks Team | June 2030 |
| A2 | Oil the gates | Parks Team | July 2030 |
"""
UNHURRIED = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
DULL = st.lists(st.sampled_from(["The sky was grey.", "Rain fell on 3 of the hills.", "Nobody was in the park."]), max_size=6)


def test_every_heading_and_reference_has_a_label(extract: Callable[[str], Paper]) -> None:
    labels = [(label.kind, label.marker) for label in extract(PLAN).labels]
    assert labels == [("heading", None), ("item", "3.1"), ("item", "3.2"), ("item", "3.3"), ("row", "A1"), ("row", "A2")]


def test_a_label_knows_the_record_it_belongs_to(extract: Callable[[str], Paper]) -> None:
    paper = extract(PLAN)
    refs = {commitment.id: commitment.ref for commitment in paper.commitments}
    belonging = {label.marker: refs[label.commitment] for label in paper.labels if label.commitment}
    assert belonging == {"3.1": "3.1", "3.3": "3.3", "A1": "A1", "A2": "A2"}


def test_items_and_rows_in_records_are_counted(extract: Callable[[str], Paper]) -> None:
    coverage = extract(PLAN).coverage
    assert coverage and (coverage.items, coverage.items_in_records) == (3, 2)


def test_the_header_of_a_table_is_no_row(extract: Callable[[str], Paper]) -> None:
    coverage = extract(PLAN).coverage
    assert coverage and (coverage.rows, coverage.rows_in_records) == (2, 2)


def test_the_largest_stretch_in_no_record_comes_first(extract: Callable[[str], Paper]) -> None:
    coverage = extract(PLAN).coverage
    assert coverage and coverage.unread[0].text.startswith("The parks were laid out")


def test_a_paper_without_promises_has_nothing_in_records(extract: Callable[[str], Paper]) -> None:
    coverage = extract("The sky was grey.\n").coverage
    assert coverage and coverage.characters == 14 and coverage.characters_in_records == 0


@UNHURRIED
@given(DULL)
def test_text_that_promises_nothing_never_adds_to_what_stands_in_records(extract: Callable[[str], Paper], dull: list[str]) -> None:
    plain, longer = extract(PLAN).coverage, extract(PLAN + "\n" + "\n\n".join(dull) + "\n").coverage
    assert plain and longer and longer.characters_in_records == plain.characters_in_records <= longer.characters

"""References are found in whatever column of a table they stand."""

from collections.abc import Callable

from pipeline.model.paper import Paper

THEMES = """# Plan

| Theme | Ref | Action | Lead |
| --- | --- | --- | --- |
| Parks | PA 1 | Plant 300 trees | Parks Team |
| Parks | PA2 | This row was left blank | Parks Team |
| Roads | R1 | Pave the market square | Highways Team |
"""
BUDGETS = """# Plan

| Park | Sum | Action |
| --- | --- | --- |
| Harbour Park | 275.4 | Plant 300 trees |
| Hill Park | 276.4 | Mend the gate |
"""


def markers(paper: Paper) -> list[str]:
    return [label.marker for label in paper.labels if label.marker]


def test_references_stand_behind_a_column_of_themes(extract: Callable[[str], Paper]) -> None:
    assert markers(extract(THEMES)) == ["PA 1", "PA2", "R1"]


def test_figures_behind_a_name_are_no_references(extract: Callable[[str], Paper]) -> None:
    assert markers(extract(BUDGETS)) == []

"""What a terminal shows of a run."""

import io
import re

import pytest
from rich.console import Console

from pipeline.cli.watched import WatchedLines
from pipeline.ingest import Joining, Outcome, Settled, Started


def shown(unchanged: int, *others: Outcome) -> list[str]:
    screen = io.StringIO()
    with WatchedLines(
        Console(file=screen, force_terminal=True, force_interactive=False, color_system=None, width=100), debug=False
    ) as lines:
        lines(Started(1, unchanged + len(others), len(others), 9))
        for number in range(unchanged):
            lines(Settled(Outcome(f"old-{number}.txt", "unchanged", "unchanged"), 0))
        for outcome in others:
            lines(Settled(outcome, 9))
        lines(Joining())
    told = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue()).splitlines()
    return [line for line in told if ": " in line and "Joining" not in line]


NEW = Outcome("new.txt", "read", "read (2 commitments, 0 flags)", 2)


@pytest.mark.parametrize("others", [(), (NEW,)])
def test_many_unchanged_papers_are_one_line(others: tuple[Outcome, ...]) -> None:
    assert shown(10_000, *others) == ["10,000 papers: unchanged", *(f"{each.file}: {each.text}" for each in others)]


def test_a_few_unchanged_papers_have_a_line_each() -> None:
    assert shown(2, NEW) == ["old-0.txt: unchanged", "old-1.txt: unchanged", "new.txt: read (2 commitments, 0 flags)"]

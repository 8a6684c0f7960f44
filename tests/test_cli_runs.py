"""`pledgebook runs`: what became of papers, told afterwards."""

import json

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main


@pytest.fixture
def runs(office):
    """The command, on the office's register."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["runs", *arguments, "--out", str(office.out)])

    return run


@pytest.fixture
def two_runs(office) -> None:
    """A paper in which nothing is found, and from the second run on one that is empty."""
    office.put("a.txt", "The weather was fine.\n")
    office.run()
    office.put("b\x1b[31m.txt", b"")
    office.run()


def test_the_latest_runs_are_listed_first(two_runs, runs) -> None:
    lines = runs().output.splitlines()
    assert [line.split()[0] for line in lines] == ["run", "2", "1"]
    assert len(runs("--last", "1").output.splitlines()) == 2


def test_a_run_tells_what_needs_somebody_first_with_what_to_do(two_runs, runs) -> None:
    lines = runs("last").output.splitlines()
    assert lines[0].endswith("1 unchanged, 1 not read.")
    assert lines[1:] == [
        "Not read:",
        "  b\ufffd[31m.txt: it is empty",
        "    What to do: Put a complete copy of the paper in its place.",
    ]


def test_an_earlier_run_is_asked_for_by_number(two_runs, runs) -> None:
    assert "a.txt: nothing found (read, without commitments)" in runs("1").output


def test_machines_get_the_same(two_runs, runs) -> None:
    assert [run["id"] for run in json.loads(runs("--json").output)] == [2, 1]
    told = json.loads(runs("2", "--json").output)
    assert (told["not_read"], told["papers"][0]["code"]) == (1, "empty")


@pytest.mark.parametrize(
    ("number", "cure"), [("7", "There is no run 7; `pledgebook runs` lists those there are."), ("x", "x is no number of a run")]
)
def test_a_run_that_is_not_there_is_told_plainly(two_runs, runs, number: str, cure: str) -> None:
    result = runs(number)
    assert (result.exit_code, cure in result.output) == (2, True)


def test_without_a_register_it_says_what_to_do(runs) -> None:
    result = runs()
    assert result.exit_code == 2
    assert "run `pledgebook ingest` first" in result.output

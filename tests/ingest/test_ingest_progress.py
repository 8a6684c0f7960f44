"""What a run tells while it goes on, and what it leaves in the register."""

import io
import json
from datetime import UTC, date, datetime

import pytest
from rich.console import Console

from pipeline.cli.bar import RunBar
from pipeline.ingest import Ended, Event, Joining, Order, Reading, Settled, Started, ingest
from pipeline.ingest.chronicle import Chronicle
from pipeline.ingest.outcome import not_read
from pipeline.reasons import Reason
from pipeline.register import Register, RunLog

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def events(office, root):
    """The events of a run over the office's papers."""

    def run(**order: object) -> list[Event]:
        heard: list[Event] = []
        ingest(Order((), office.corpus, office.out, root / "rules", **order), NOW.date(), lambda: NOW, heard.append)
        return heard

    return run


def read_in_order(heard: list[Event]) -> list[str]:
    return [event.outcome.file for event in heard if isinstance(event, Settled)]


def test_a_run_tells_what_there_is_to_do_and_ends_when_all_is_done(office, events) -> None:
    office.put("a.txt", "The weather was fine.\n")
    office.put("b.xlsx", b"PK")
    heard = events()
    assert heard[0] == Started(1, 2, 1, 22)
    assert [type(event) for event in heard[1:]] == [Settled, Reading, Settled, Joining, Ended]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_largest_papers_come_first_however_many_are_at_work(office, events, jobs: int) -> None:
    for name, length in (("a.txt", 1), ("b.txt", 3), ("c.txt", 2), ("d.txt", 3)):
        office.put(name, f"The weather was fine in {name}. " + "It was. " * length)
    assert read_in_order(events(jobs=jobs)) == ["b.txt", "d.txt", "c.txt", "a.txt"]


def test_a_paper_counts_as_much_of_the_work_as_it_has_bytes(office, events) -> None:
    office.put("a.txt", "The weather was fine.\n")
    events()
    assert [event.size for event in events(force=True) if isinstance(event, Settled)] == [22]
    assert [event.size for event in events() if isinstance(event, Settled)] == [0]


def test_outcomes_come_back_sorted_by_name(office, root) -> None:
    for name in ("b.txt", "a.txt"):
        office.put(name, "The weather was fine.\n" * len(name))
    outcomes = ingest(Order((), office.corpus, office.out, root / "rules"), date(2030, 1, 1), lambda: NOW, lambda event: None)
    assert [outcome.file for outcome in outcomes] == ["a.txt", "b.txt"]


def test_the_register_knows_what_became_of_each_paper(office, events) -> None:
    office.put("a.txt", "The weather was fine.\n")
    office.put("b.txt", b"")
    events()
    log = RunLog(office.out / "register.db")
    (run,) = log.runs(5)
    assert (run["nothing_found"], run["not_read"], run["seconds"]) == (1, 1, 0)
    assert [(row["file"], row["outcome"], row["code"]) for row in log.papers(1)] == [
        ("a.txt", "nothing_found", ""),
        ("b.txt", "not_read", "empty"),
    ]


def test_unchanged_papers_are_only_counted(office, events) -> None:
    office.put("a.txt", "The weather was fine.\n")
    events()
    events()
    log = RunLog(office.out / "register.db")
    assert (log.runs(1)[0]["unchanged"], log.papers(2)) == (1, [])


def test_a_run_that_is_killed_is_seen_as_not_finished(tmp_path) -> None:
    with Register(tmp_path / "register.db") as register:
        chronicle = Chronicle(register, NOW.isoformat(), "2030-01-01", "rules")
        for number in range(250):
            chronicle.note(not_read(f"{number}.txt", Reason.EMPTY.told()))
    log = RunLog(tmp_path / "register.db")
    assert log.run(1)["finished"] is None
    assert len(log.papers(1)) == 200


def bar(papers: int = 2) -> tuple[RunBar, Console]:
    console = Console(file=io.StringIO(), force_terminal=True, width=120, color_system=None)
    shown = RunBar(console)
    shown.begin(papers, 100)
    return shown, console


def test_the_bar_is_not_full_while_work_is_left() -> None:
    shown, _ = bar()
    shown.settled(3, 60, "a.pdf")
    shown.settled(1, 40, "b.pdf")
    shown.joining()
    assert 90 < shown._progress.tasks[0].percentage < 100
    assert "Joining all papers" in shown._progress.tasks[0].description
    shown.end()
    assert shown._progress.tasks[0].percentage == 100


def test_the_bar_names_the_paper_at_work_and_counts_pages() -> None:
    shown, _ = bar()
    shown.reading("a.pdf")
    shown.reading("[red]b.pdf")
    shown.settled(3, 60, "a.pdf")
    task = shown._progress.tasks[0]
    assert (task.description, task.fields["done"]) == (r"Reading \[red]b.pdf", "1 of 2 papers, 3 pages")


def test_a_bar_over_nothing_to_read_is_full_only_at_the_end() -> None:
    console = Console(file=io.StringIO(), force_terminal=True)
    shown = RunBar(console)
    shown.begin(1, 0)
    shown.settled(0, 0, "a.txt")
    assert not shown._progress.finished
    shown.end()
    assert shown._progress.finished


def test_machines_get_one_object_a_line(office) -> None:
    office.put("a.txt", "The weather was fine.\n")
    office.put("b.txt", b"")
    lines = [json.loads(line) for line in office.run("--json").output.splitlines()]
    assert [line["event"] for line in lines] == ["start", "reading", "paper", "reading", "paper", "joining", "end"]
    assert lines[4] == {
        **{"event": "paper", "file": "b.txt", "outcome": "not_read", "code": "empty", "message": "it is empty"},
        **{"commitments": 0, "flags": 0, "pages": 0, "done": 2, "of": 2},
    }
    assert (lines[6]["run"], lines[6]["nothing_found"], lines[6]["not_read"]) == (1, 1, 1)

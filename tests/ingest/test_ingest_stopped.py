"""What ends a run early, or keeps it from beginning: said once, and nothing is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import RegisterBusyError
from pipeline.ingest import Event, Order, Reading, Started, ingest, room
from pipeline.ingest.chronicle import FLUSHED
from pipeline.register import upkeep

NOW = datetime(2030, 1, 1, tzinfo=UTC)
LETTER = "The weather was fine in {}.\n"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a register."""
    monkeypatch.setattr("pipeline.register.opening.PATIENCE", 0.01)


@contextmanager
def writer(register: Path) -> Iterator[sqlite3.Connection]:
    """Another program that may write to the register."""
    with closing(sqlite3.connect(register, isolation_level=None)) as other:
        yield other


@pytest.fixture
def run(office, root: Path) -> Callable[[Callable[[Event], None]], None]:
    """A run of which something hears."""
    return lambda hear: ingest(Order((), office.corpus, office.out, root / "rules"), NOW.date(), lambda: NOW, hear) and None


@pytest.mark.usefixtures("impatient")
def test_a_register_that_another_program_locks_ends_the_run_at_its_first_paper(office, run) -> None:
    office.put("old.txt", LETTER.format("May"))
    office.run()
    for name in ("a.txt", "b.txt", "c.txt"):
        office.put(name, LETTER.format(name))
    begun: list[str] = []
    with writer(office.out / "register.db") as other:

        def hear(event: Event) -> None:
            if isinstance(event, Started):
                other.execute("BEGIN IMMEDIATE")
            if isinstance(event, Reading):
                begun.append(event.file)

        with pytest.raises(RegisterBusyError, match=r"a cannot be written\. Another program has kept it locked for 30 seconds"):
            run(hear)
    assert begun == ["a.txt"]
    lines = office.lines()
    assert lines.pop("old.txt") == "unchanged"
    assert {line.split(" (")[0] for line in lines.values()} == {"nothing found"}


@pytest.mark.usefixtures("impatient")
def test_a_register_that_is_locked_from_the_start_is_said_once(office) -> None:
    office.put("a.txt", LETTER.format("May"))
    office.run()
    office.put("b.txt", LETTER.format("June"))
    with writer(office.out / "register.db") as other:
        other.execute("BEGIN IMMEDIATE")
        result = office.run()
    assert result.exit_code == 2
    assert result.output.count("Another program has kept it locked") == 1
    assert "close what has it open for writing, and ingest again." in result.output


@pytest.mark.usefixtures("impatient")
def test_a_lock_met_while_outcomes_are_noted_ends_the_run_too(office, run) -> None:
    office.put("a.txt", LETTER.format("May"))
    office.run()
    for number in range(FLUSHED):
        office.put(f"copy-{number:03}.txt", LETTER.format("May"))
    with writer(office.out / "register.db") as other, pytest.raises(RegisterBusyError, match="cannot be noted"):
        run(lambda event: isinstance(event, Started) and other.execute("BEGIN IMMEDIATE") and None)


def test_readers_lock_nobody_out(office) -> None:
    office.put("a.txt", LETTER.format("May"))
    office.run()
    office.put("b.txt", LETTER.format("June"))
    with writer(office.out / "register.db") as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM papers").fetchall()
        assert office.run().exit_code == 0


def test_nothing_is_read_when_there_is_no_room_for_it(office, run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        office.put(name, LETTER.format(name))
    heard: list[Event] = []
    with monkeypatch.context() as full:
        full.setattr(room, "LEAST", 10**18)
        run(heard.append)
    assert heard[0] == Started(1, 2, 0, 0)
    assert not [event for event in heard if isinstance(event, Reading)]
    assert {line.split(" (")[0] for line in office.lines().values()} == {"nothing found"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_disk_that_fills_up_stops_reading(office, monkeypatch: pytest.MonkeyPatch, jobs: str) -> None:
    for number in range(20):
        office.put(f"{number}.txt", LETTER.format(number))
    with monkeypatch.context() as full:
        full.setattr("pipeline.ingest.run.Reading", lambda file: full.setattr(room, "LEAST", 10**18) or Reading(file))
        lines = office.lines("--jobs", jobs)
    assert list(lines.values()).count("not read: the disk is full") >= 18
    assert {line.split(" (")[0] for line in office.lines().values()} <= {"nothing found", "unchanged"}


def test_a_disk_that_is_full_in_the_end_leaves_what_joins_papers_to_the_next_run(office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        office.put(name)
    refresh = upkeep.refresh

    def fill(db, today: str) -> None:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages}")
        db.execute("CREATE TABLE filler AS SELECT zeroblob(1000000)")
        refresh(db, today)

    with monkeypatch.context() as full:
        full.setattr(upkeep, "refresh", fill)
        result = office.run()
    assert result.exit_code == 2
    assert "The disk is full: make room, and ingest again" in result.output
    assert office.lines() == {"a.txt": "unchanged", "b.txt": "unchanged"}
    with writer(office.out / "register.db") as other:
        assert other.execute("SELECT count(*) FROM due_next").fetchone() == (4,)
        assert other.execute("SELECT count(*) FROM papers_touched").fetchone() == (0,)

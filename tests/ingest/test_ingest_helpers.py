"""In which order papers are read, how far ahead, and what is tried twice."""

import threading
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.ingest import helpers
from pipeline.ingest.derive import Task
from pipeline.ingest.helpers import AHEAD, Helpers
from pipeline.model.document import Document
from pipeline.model.paper import Sidecar
from pipeline.reasons import Reason


class StillWorkers:
    """Workers that give the name of the paper, at once."""

    def warm_up(self) -> None:
        pass

    def extract(self, document: Document, task: Task) -> str:
        return f"{document.text}{task.file}"


def task(file: str, size: int = 0) -> Task:
    return Task(Path(file), file, file, size, "", Sidecar())


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The papers that were begun."""
    monkeypatch.setattr(helpers, "read_task", lambda task: Document("read ", ()))
    return []


def make(jobs: int, begun: list[str]) -> Helpers:
    return Helpers(StillWorkers(), jobs, lambda task: begun.append(task.file))


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_paper_is_given_to_who_waits_for_it(begun: list[str], jobs: int) -> None:
    with make(jobs, begun) as some:
        waits = {name: some.start(task(name, len(name))) for name in ("a", "bbb", "cc")}
        assert [waits[name]() for name in sorted(waits, key=some.turn)] == ["read bbb", "read cc", "read a"]


def test_what_needs_no_reading_comes_first_then_the_largest(begun: list[str]) -> None:
    some = make(1, begun)
    for name, size in (("small", 1), ("large", 3), ("a larger one", 3)):
        some.start(task(name, size))
    assert sorted(["small", "unchanged", "large", "a larger one"], key=some.turn) == ["unchanged", "a larger one", "large", "small"]


def test_only_so_many_papers_are_read_ahead(begun: list[str]) -> None:
    """Nobody fetches the second paper, so that those behind it wait; when all that may be begun are, no more is."""
    full = threading.Event()
    jobs = 2
    count = jobs * AHEAD + 5
    most = jobs * AHEAD + 1  # the first has been fetched

    def began(task: Task) -> None:
        begun.append(task.file)
        if len(begun) >= most:
            full.set()

    with Helpers(StillWorkers(), jobs, began) as some:
        waits = [some.start(task(f"{number:02}")) for number in range(count)]
        assert waits[0]() == "read 00"
        assert full.wait(30)
        assert len(begun) == most
        assert [wait() for wait in waits[1:]] == [f"read {number:02}" for number in range(1, count)]


def by_turns(*found: object):
    """Reads a task as it is told, time after time."""
    left = list(found)

    def read(task: Task) -> Document:
        each = left.pop(0)
        if isinstance(each, Exception):
            raise each
        return each

    return read


def test_a_paper_whose_process_was_killed_is_tried_once_more(begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helpers, "read_task", by_turns(ReadError(Reason.KILLED.told()), Document("second ", ())))
    with make(1, begun) as some:
        assert some.start(task("a"))() == "second a"


def test_a_paper_that_kills_two_processes_is_given_up(begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helpers, "read_task", by_turns(ReadError(Reason.KILLED.told()), ReadError(Reason.KILLED.told())))
    with make(1, begun) as some, pytest.raises(ReadError, match="was killed"):
        some.start(task("a"))()


def test_a_paper_that_is_refused_is_not_tried_twice(begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helpers, "read_task", by_turns(ReadError(Reason.LOCKED.told())))
    with make(1, begun) as some, pytest.raises(ReadError, match="locked"):
        some.start(task("a"))()

"""How changes are noticed: by events, or by looking every so often."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.watch.events import Events
from pipeline.watch.folder import Folder
from pipeline.watch.hearing import GLANCE, LOOK, POLL, Hearing
from pipeline.watch.mounts import Mount


class FakeEvents(Events):
    """Events that never come; `listened` counts how often listening began, `waits` keeps for how long was waited."""

    def __init__(self) -> None:
        super().__init__()
        self.listened = 0
        self.waits: list[float] = []

    def listen(self, folders: tuple[Path, ...]) -> None:
        self.listened += 1
        self.trouble = None

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.after()
        return False

    def after(self) -> None:
        """What happens when a wait is over."""


def hearing(corpus: Path, poll: float | None = None, kind: str = "ext4") -> tuple[Hearing, FakeEvents]:
    events = FakeEvents()
    made = Hearing(Folder(corpus, lambda: [Mount(Path("/"), kind)]), corpus, poll, events)
    made.begin()
    return made, events


def test_a_local_folder_is_listened_to_and_looked_at_now_and_then(tmp_path: Path) -> None:
    by, events = hearing(tmp_path)
    by.wait(1000)
    assert (events.listened, sum(events.waits)) == (1, LOOK)
    assert by.words == "is told of changes, and looks every 60 s"


def test_a_share_is_looked_at_often(tmp_path: Path) -> None:
    by, events = hearing(tmp_path, kind="cifs")
    by.wait(1000)
    assert (events.listened, sum(events.waits)) == (0, POLL)
    assert "because a network share does not tell of changes" in by.words


def test_with_a_number_given_nothing_is_listened_to(tmp_path: Path) -> None:
    by, events = hearing(tmp_path, poll=3)
    by.wait(1000)
    assert (events.listened, events.waits, by.words) == (0, [3], "looks every 3 s")


def test_a_step_that_is_due_sooner_is_not_slept_through(tmp_path: Path) -> None:
    by, events = hearing(tmp_path)
    by.wait(2)
    assert events.waits == [2]


def test_a_folder_that_came_back_is_listened_to_anew_and_looked_at_at_once(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    by, events = hearing(tmp_path / "corpus")
    (tmp_path / "corpus").rename(tmp_path / "old")
    by.wait(1000)
    (tmp_path / "corpus").mkdir()
    by.wait(1000)
    assert (events.listened, events.waits) == (2, [GLANCE, 1])


def test_a_folder_that_is_mounted_over_ends_the_wait_at_the_next_glance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    by, events = hearing(tmp_path / "corpus")

    def swap() -> None:
        if len(events.waits) == 3:
            (tmp_path / "corpus").rename(tmp_path / "old")
            (tmp_path / "corpus").mkdir()

    monkeypatch.setattr(events, "after", swap)
    by.wait(1000)
    by.wait(1000)
    assert (events.listened, events.waits) == (2, [GLANCE] * 3 + [1])


def test_events_that_fail_are_replaced_by_looking_and_tried_again(tmp_path: Path) -> None:
    by, events = hearing(tmp_path)
    events.trouble = "OS file watch limit reached"
    assert "because the system does not tell of changes (OS file watch limit reached)" in by.words
    for _ in range(6):
        by.wait(1000)
    assert (events.listened, sum(events.waits)) == (2, 5 * POLL + 1)


def test_what_stirs_ends_the_wait() -> None:
    events = Events(lambda folders, end: iter(["something"]))
    events.listen(())
    assert events.stirred.wait(10)
    events.wait(10)
    assert not events.stirred.is_set()


def test_a_library_that_cannot_listen_says_why() -> None:
    def refuse(folders: tuple[Path, ...], end: threading.Event) -> Iterator[str]:
        raise FileNotFoundError("No path was found.")
        yield

    events = Events(refuse)
    events.listen(())
    assert events.stirred.wait(10)
    assert events.trouble == "No path was found."


@pytest.mark.parametrize("name", ["plan.txt", "sub/plan.txt"])
def test_the_library_tells_of_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "sub").mkdir()
    events = Events()
    events.listen((tmp_path,))
    try:
        for number in range(100):  # listening begins in its own time
            (tmp_path / name).write_text(str(number))
            if events.stirred.wait(0.1):
                break
        assert events.stirred.is_set()
    finally:
        events.close()

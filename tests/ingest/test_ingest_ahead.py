"""What forks the workers starts before the run knows whether it needs them, where it likely does."""

import os
from pathlib import Path

import pytest

from pipeline.ingest import ahead, start_ahead


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests of the rules by which it was started."""
    found: list[str] = []
    monkeypatch.setattr(ahead.forker, "warm_up", lambda _, __, digest: found.append(digest))
    return found


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of papers that was read, and one below it."""
    (tmp_path / "corpus" / "2020").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    (tmp_path / "register.db").touch()
    for number, path in enumerate((tmp_path / "corpus" / "2020", tmp_path / "corpus", tmp_path / "register.db"), 1):
        os.utime(path, ns=(number, number))
    return tmp_path


def start(place: Path) -> None:
    start_ahead(place / "rules", place, place / "corpus")


def test_nothing_is_started_where_nothing_came_since_the_register_was_written(place: Path, started: list[str]) -> None:
    start(place)
    assert started == []


@pytest.mark.parametrize("folder", ["corpus", "corpus/2020"])
def test_it_is_started_where_something_came_into_a_folder(place: Path, started: list[str], folder: str) -> None:
    os.utime(place / folder, ns=(9, 9))
    start(place)
    assert len(started) == 1
    (place / "register.db-wal").touch()
    start(place)
    assert len(started) == 1


def test_it_is_started_where_there_is_no_register_even_without_papers(place: Path, started: list[str]) -> None:
    (place / "register.db").unlink()
    start(place)
    start_ahead(place / "rules", place, place / "nowhere")
    assert len(started) == 2


def test_a_folder_that_goes_meanwhile_stops_nothing(place: Path, started: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead.os, "walk", lambda corpus: iter([(str(corpus / "gone"), [], [])]))
    start(place)
    assert started == []

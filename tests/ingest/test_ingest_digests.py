"""What looks unchanged is not read to know it, and what may not be is."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.ingest import Order, ingest, listing
from pipeline.ingest.digests import Digests, forget, load

LATER = 4e9
"""A time at which every file of a test is old."""


@pytest.fixture
def asked(tmp_path: Path) -> Callable[..., str]:
    """The digest of a file that would be read as `a…`, or what was remembered of it."""

    def ask(paper: Path, digest: str, now: float = LATER, *, trusted: bool = True) -> str:
        digests = Digests(tmp_path / "cache" / "digests", now, trusted=trusted)
        found = digests.digest(paper.name, paper.stat(), lambda: digest * 64)
        digests.keep(others=True)
        return found[0]

    return ask


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text("We will mow.")
    return path


def test_a_file_that_looks_the_same_is_not_read_again(asked, paper: Path) -> None:
    assert [asked(paper, "a"), asked(paper, "b")] == ["a", "a"]


def test_nothing_is_believed_where_all_is_to_be_read_but_it_is_remembered(asked, paper: Path) -> None:
    assert [asked(paper, "a"), asked(paper, "b", trusted=False), asked(paper, "c")] == ["a", "b", "b"]


def test_what_was_written_just_now_may_be_written_again_unseen_and_is_not_remembered(asked, paper: Path) -> None:
    written = paper.stat().st_ctime
    assert [asked(paper, "a", written + 1), asked(paper, "b", written + 1), asked(paper, "c", written + 3)] == ["a", "b", "c"]
    assert asked(paper, "d", written + 3) == "c"


@pytest.mark.parametrize("now", [0.0, LATER])
def test_another_size_or_time_is_another_file(asked, paper: Path, now: float) -> None:
    asked(paper, "a")
    os.utime(paper, ns=(1, 1))
    assert asked(paper, "b", now) == "b"


def test_a_file_put_in_its_place_with_its_size_and_time_is_another_file(asked, paper: Path) -> None:
    asked(paper, "a")
    other = paper.with_name("other.txt")
    other.write_text("We will saw.")
    os.utime(other, ns=(paper.stat().st_atime_ns, paper.stat().st_mtime_ns))
    other.replace(paper)
    assert asked(paper, "b") == "b"


def test_a_broken_memory_is_none(asked, paper: Path, tmp_path: Path) -> None:
    asked(paper, "a")
    (tmp_path / "cache" / "digests").write_bytes(b"\x81torn")
    assert asked(paper, "b") == "b"


def test_where_nothing_can_be_kept_all_is_read(paper: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, no folder")
    digests = Digests(tmp_path / "cache" / "digests", LATER)
    assert digests.digest("plan.txt", paper.stat(), lambda: "a" * 64) == "a" * 64
    digests.keep(others=False)


def test_what_is_no_longer_there_is_forgotten_where_all_was_looked_at(paper: Path, tmp_path: Path) -> None:
    for name, others in (("a", False), ("b", True), ("c", False)):
        digests = Digests(tmp_path / "digests", LATER)
        digests.digest(name, paper.stat(), lambda: "a" * 64)
        digests.keep(others=others)
        assert set(load(tmp_path / "digests")) == {"a": {"a"}, "b": {"a", "b"}, "c": {"c"}}[name]
    forget(tmp_path / "digests", ["c"])
    assert load(tmp_path / "digests") == {}


def refuse(*_: object) -> None:
    raise AssertionError("nobody should need it")


@pytest.fixture
def lines(office, root: Path) -> Callable[..., dict[str, str]]:
    """What a run long after says of each paper."""

    def run(**order: object) -> dict[str, str]:
        now = datetime.fromtimestamp(LATER, UTC)
        outcomes = ingest(Order((), office.corpus, office.out, root / "rules", **order), now.date(), lambda: now, lambda _: None)
        return {outcome.file: outcome.kind for outcome in outcomes}

    return run


def test_neither_paper_nor_sidecar_is_opened_when_nothing_has_changed(office, lines, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt")
    office.put("a.txt.yaml", "title: Trees\n")
    lines()
    for name in ("paper_digest", "sidecar_bytes", "parse_sidecar"):
        monkeypatch.setattr(listing, name, refuse)
    assert lines() == {"a.txt": "unchanged"}


def test_the_sidecar_of_a_copy_or_of_what_cannot_be_read_is_not_parsed_again(office, lines, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in (("a.txt", None), ("b.txt", (office.corpus / "a.txt").read_text), ("c.txt", "")):
        office.put(name, content() if callable(content) else content)
        office.put(f"{name}.yaml", "title: Trees\n")
    before = lines()
    monkeypatch.setattr(listing, "parse_sidecar", refuse)
    assert lines() == before | {"a.txt": "unchanged"}


def test_a_paper_that_changed_and_looks_the_same_is_found_by_force(office, lines, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = office.put("a.txt", "1. We will plant 100 trees by June 2030.\n")
    looks = paper.stat()
    monkeypatch.setattr("pipeline.ingest.digests.looks_of", lambda _: b"the same".ljust(32))
    lines()
    paper.write_text("1. We will plant 900 trees by June 2030.\n")
    assert looks.st_size == paper.stat().st_size
    assert lines() == {"a.txt": "unchanged"}
    assert lines(force=True) == {"a.txt": "read"}
    assert b"900" in office.stored()["a"]


def test_a_paper_that_is_other_than_it_looked_is_looked_at_by_the_next_run(office, lines, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = office.put("a.txt", "The weather was fine.\n")
    monkeypatch.setattr("pipeline.ingest.digests.looks_of", lambda _: b"the same".ljust(32))
    lines()
    shutil.rmtree(office.out / ".cache" / "documents")
    paper.write_text("The weather was foul.\n")
    office.put("a.txt.yaml", "title: Weather\n")
    assert lines() == {"a.txt": "not_read"}
    assert lines() == {"a.txt": "nothing_found"}

"""Full disks, folders that are not there, and others at work: no paper is lost, and each trouble is said plainly."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.errors import RegisterError
from pipeline.ingest import room
from pipeline.ingest.alone import alone_in
from pipeline.ingest.whole import clear_halves, write_whole
from pipeline.register import upkeep


def free(monkeypatch: pytest.MonkeyPatch, *amounts: int) -> None:
    """The disk has so many bytes free when it is asked again and again, and at the end the last."""
    left = list(amounts)

    def usage(_: object) -> object:
        return shutil._ntuple_diskusage(10**12, 0, left.pop(0) if len(left) > 1 else left[0])  # type: ignore[attr-defined]

    monkeypatch.setattr(room.shutil, "disk_usage", usage)


def test_a_full_disk_fails_papers_and_not_the_run_and_the_next_goes_on(office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        office.put(name)
    with monkeypatch.context() as patch:
        free(patch, 0)
        result = office.run()
    assert result.exit_code == 3
    assert result.output.count("not read: the disk is full") >= 3
    assert {line.split(" (")[0] for line in office.lines().values()} == {"read"}


def test_what_is_only_kept_for_speed_makes_room_first(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt")
    office.run()
    office.put("b.txt")
    monkeypatch.setattr("pipeline.ingest.shelf.has_room", lambda *_: False)
    assert office.lines()["b.txt"].startswith("read (")
    assert not (office.out / ".cache" / "documents").exists()


def test_a_disk_that_fills_while_a_record_is_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "a.json"
    write_whole(record, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(record, b"new")
    assert record.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [record]


def test_what_was_left_half_written_is_gone_after_the_next_run(office) -> None:
    office.out.mkdir()
    (office.out / ".gone.json.half").write_text("{")
    office.put("a.txt")
    office.run()
    assert not list(office.out.glob(".*.half"))


def test_only_half_written_files_are_cleared(tmp_path: Path) -> None:
    for name in ("a.json", ".a.json.half", ".hidden", "b.half"):
        (tmp_path / name).touch()
    clear_halves(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "a.json", "b.half"]


def test_a_second_ingest_says_that_another_is_at_work(office) -> None:
    office.put("a.txt")
    office.run()
    with alone_in(office.out):
        result = office.run()
    assert result.exit_code == 2
    assert "Another ingest is at work on it: try again when it is done" in result.output
    assert office.lines() == {"a.txt": "unchanged"}


def test_a_folder_is_free_again_when_its_holder_is_done(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(RegisterError), alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_the_one_read_before_and_empty_takes_nothing_off(office) -> None:
    office.put("a.txt")
    office.run()
    office.corpus.rename(office.corpus.with_name("away"))
    office.corpus.mkdir()
    result = office.run()
    assert result.exit_code == 2
    assert (
        "holds no papers, and is not the folder that was read before; perhaps a share is not there. Nothing was changed." in result.output
    )
    assert list(office.rows()) == ["a"]
    office.corpus.rmdir()
    office.corpus.with_name("away").rename(office.corpus)
    assert office.lines() == {"a.txt": "unchanged"}


def test_a_folder_whose_papers_were_all_taken_out_empties_the_register(office) -> None:
    office.put("a.txt")
    office.run()
    (office.corpus / "a.txt").unlink()
    office.run()
    assert office.rows() == {}


def test_a_reader_sees_a_whole_register_while_papers_come(office) -> None:
    office.put("a.txt")
    office.run()
    office.put("b.txt")
    with closing(sqlite3.connect(office.out / "register.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        before = reader.execute("SELECT count(*) FROM commitments").fetchone()
        assert office.run().exit_code == 0
        assert reader.execute("SELECT count(*) FROM commitments").fetchone() == before
    assert len(office.rows()) == 2


def test_papers_that_may_only_be_read_are_read_and_what_cannot_be_is_told_without_a_note(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt")
    office.put("b.txt", "")

    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("pipeline.ingest.notes.write_whole", read_only)
    lines = office.lines()
    assert lines["a.txt"].startswith("read (2 commitments")
    assert lines["b.txt"] == "not read: it is empty"
    assert office.lines()["b.txt"].startswith("not read: it is empty (known since ")
    assert sorted(path.name for path in office.corpus.iterdir()) == ["a.txt", "b.txt"]


def test_a_disk_that_is_full_when_a_paper_enters_the_register_fails_that_paper(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt")
    office.run()
    office.put("b.txt")

    def fill(db, _: object) -> None:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages}")
        db.execute("CREATE TABLE filler AS SELECT zeroblob(1000000)")

    with monkeypatch.context() as full:
        full.setattr(upkeep, "note", fill)
        assert "The disk is full: make room, and ingest again" in office.lines()["b.txt"]
    assert list(office.rows()) == ["a"]
    assert office.lines()["b.txt"].startswith("read (2 commitments")

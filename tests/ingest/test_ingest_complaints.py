"""What users of other systems complain of (paperless-ngx#8329, #7319, #13146, #1851, #13238; aleph#2043, #3561): never here."""

import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.ingest import Ended, Event, Joining, Order, derive, ingest, shelf
from pipeline.ingest.papers import NOTE
from pipeline.register import RunLog

NOW = datetime(2030, 1, 1, tzinfo=UTC)
LETTER = "The weather was fine in {}.\n"


def full_disk(path: Path, data: bytes, **_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", str(path))


def test_what_a_full_disk_stopped_is_read_when_there_is_room_again(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt")
    with monkeypatch.context() as full:
        full.setattr(shelf, "write_whole", full_disk)
        assert office.lines() == {"a.txt": "not read: the disk is full"}
    assert office.lines()["a.txt"].startswith("read (2 commitments")
    assert not (office.corpus / f"a.txt{NOTE}").exists()


def test_a_full_disk_costs_no_more_than_the_papers_it_stops(office, monkeypatch: pytest.MonkeyPatch) -> None:
    write = shelf.write_whole
    monkeypatch.setattr(shelf, "write_whole", lambda path, data, **_: (full_disk if "a" in path.stem else write)(path, data))
    for name in ("a.txt", "b.txt"):
        office.put(name, LETTER.format(name))
    assert office.lines() == {"a.txt": "not read: the disk is full", "b.txt": "nothing found (read, without commitments)"}


def test_a_half_written_scan_is_read_when_it_is_whole(office, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = office.put("a.txt", LETTER.format("half"))
    read = derive.paper_bytes
    with monkeypatch.context() as writing:
        writing.setattr(derive, "paper_bytes", lambda path: read(path) + b"more")
        assert office.lines()["a.txt"].startswith("not read: it changed while it was being read")
    paper.write_text(LETTER.format("the whole of May"))
    assert office.lines() == {"a.txt": "nothing found (read, without commitments)"}


def test_duplicates_are_no_error_at_any_start(office) -> None:
    office.put("a.txt", LETTER.format("May"))
    office.put("b.txt", LETTER.format("May"))
    for _ in range(3):
        result = office.run()
        assert result.exit_code == 0
        assert "b.txt: same as a.txt" in result.output
    assert not list(office.corpus.glob(f"*{NOTE}"))


def test_a_batch_does_not_fail_as_a_whole(office) -> None:
    for name, content in {"a.pdf": b"%PDF-1.7 torn", "b.docx": b"PK\x03\x04 torn", "c.txt": b"", "d.xlsx": b"PK"}.items():
        office.put(name, content)
    office.put("e.txt", LETTER.format("May"))
    lines = office.lines("--jobs", "2")
    assert [name for name, line in lines.items() if line.startswith("not read: ")] == ["d.xlsx", "a.pdf", "b.docx", "c.txt"]
    assert lines["e.txt"].startswith("nothing found")


def test_no_work_is_left_when_a_run_says_that_it_has_ended(office, root: Path) -> None:
    office.put("a.txt", LETTER.format("May"))
    seen: list[tuple[str, bool]] = []

    def hear(event: Event) -> None:
        if isinstance(event, Joining | Ended):
            seen.append((type(event).__name__, RunLog(office.out / "register.db").runs(1)[0]["finished"] is not None))

    ingest(Order((), office.corpus, office.out, root / "rules"), NOW.date(), lambda: NOW, hear)
    assert seen == [("Joining", False), ("Ended", True)]


def test_every_paper_has_exactly_one_line_in_the_record_of_its_run(office) -> None:
    for name in ("a.txt", "b.txt", "c.xlsx"):
        office.put(name, LETTER.format(name))
    office.run()
    assert [row["file"] for row in RunLog(office.out / "register.db").papers(1)] == ["a.txt", "b.txt", "c.xlsx"]

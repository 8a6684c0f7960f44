"""What the doctor finds in the register, in the records beside it and in the log of verdicts."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.doctor.register import examine_outputs, examine_verdicts

APPEND_ONLY = """
CREATE TABLE verdicts (id INTEGER PRIMARY KEY, word TEXT, previous_hash TEXT, hash TEXT);
CREATE TRIGGER no_update BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER no_delete BEFORE DELETE ON verdicts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
INSERT INTO verdicts VALUES (1, 'confirmed', '', 'aa'), (2, 'waived', 'aa', 'bb'), (3, 'merged', 'bb', 'cc');
"""


def run(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(script)


def test_a_sound_register_is_well(findings):
    found = findings()
    assert {finding.state for finding in found.values()} == {"ok"}
    assert found["Register"].says == "it holds 2 papers and 8 commitments, up to 2020-11-15, and the file is whole."


def test_looking_changes_nothing(out, findings):
    before = (out / "register.db").read_bytes()
    findings()
    assert (out / "register.db").read_bytes() == before


def test_no_register_yet(tmp_path):
    (finding,) = examine_outputs(tmp_path / "none", tmp_path)
    assert (finding.state, finding.cure) == ("warning", "Run `pledgebook ingest`.")


def test_a_file_that_is_no_database(out, findings):
    (out / "register.db").write_bytes(b"no database" * 100)
    found = findings()["Register"]
    assert found.state == "problem"
    assert "file is not a database" in found.says
    assert "the next `pledgebook ingest` builds it anew" in found.cure


def test_a_damaged_register(out, findings):
    data = bytearray((out / "register.db").read_bytes())
    data[20_000:60_000] = bytes(40_000)
    (out / "register.db").write_bytes(data)
    assert findings()["Register"].state == "problem"


def test_a_register_of_another_version(out, findings):
    run(out / "register.db", "PRAGMA user_version = 7")
    found = findings()["Register"]
    assert (found.state, found.cure) == ("warning", "Run `pledgebook ingest`.")


def test_a_link_that_leads_nowhere(out, findings):
    run(out / "register.db", "PRAGMA foreign_keys = OFF; UPDATE owners SET commitment = 'c0' WHERE rowid = 1")
    found = findings()["Links in the register"]
    assert (found.state, found.says) == ("problem", "1 row points to nothing, the first from owners → commitments.")


def test_a_text_search_that_is_not_in_step(out, findings):
    run(out / "register.db", "DROP TRIGGER commitments_au; UPDATE commitments SET text = 'Fly to the moon' WHERE rowid = 1")
    assert findings()["Text search"].state == "problem"


def test_a_register_that_is_being_written(out, findings, monkeypatch):
    monkeypatch.setattr("pipeline.register.health.PATIENCE", 0)
    with closing(sqlite3.connect(out / "register.db", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        found = findings()
    assert found["Register"].state == "ok"
    assert (found["Text search"].state, found["Text search"].cure) == ("warning", "Ask again when no ingest is at work.")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda out: (out / "parks.json").unlink(), "1 paper without a file, such as parks"),
        (lambda out: (out / "parks.json").write_text("{}"), "1 paper with the file of another version, such as parks"),
        (lambda out: (out / "new.json").write_text("{}"), "1 paper with a file alone, such as new"),
    ],
)
def test_records_that_are_not_in_step(out, findings, spoil, says):
    spoil(out)
    found = findings()["Records of papers"]
    assert found.state == "warning"
    assert says in found.says


def test_papers_that_cannot_be_read_are_named_with_the_reason(out, findings):
    assert findings()["Papers with problems"].state == "ok"
    run(out / "register.db", "INSERT INTO problems (file, message) VALUES ('a.pdf', 'it is locked'), ('b.pdf', 'it is empty')")
    found = findings()["Papers with problems"]
    assert (found.state, found.says) == ("warning", "2 papers cannot be read: a.pdf, b.pdf. a.pdf: it is locked.")
    assert ".problem.txt" in found.cure


def test_a_run_that_has_not_ended(out, findings):
    run(out / "register.db", "UPDATE runs SET finished = NULL")
    assert "the last run has not ended: it is at work, or was killed" in findings()["Register"].says


def test_no_verdicts_yet(out):
    assert examine_verdicts(out).state == "ok"


def test_a_sound_log_of_verdicts(out):
    run(out / "reviews.db", APPEND_ONLY)
    assert examine_verdicts(out).says == "the log is whole, and only ever grows."


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ("DROP TRIGGER no_update", "rows of verdicts can be altered: no trigger refuses UPDATE"),
        ("DROP TRIGGER no_delete", "rows of verdicts can be altered: no trigger refuses DELETE"),
        ("INSERT INTO verdicts VALUES (4, 'forged', 'zz', 'dd')", "row 4 of verdicts does not follow the one before it"),
    ],
)
def test_a_log_that_was_altered_or_can_be(out, spoil, says):
    run(out / "reviews.db", APPEND_ONLY + spoil)
    finding = examine_verdicts(out)
    assert finding.state == "problem"
    assert says in finding.says
    assert "put a copy from a backup in its place" in finding.cure


def test_a_log_that_is_no_database(out):
    (out / "reviews.db").write_bytes(b"no database" * 100)
    assert examine_verdicts(out).state == "problem"


def test_a_history_that_is_not_kept_is_told_and_kept_by_the_next_run(office):
    office.put("a.txt")
    office.run()
    office.put("a.txt", "1. We will mend the bridge by May 2029.\n")
    office.run()
    kept = (office.out / "history" / "a.jsonl").read_bytes()
    (office.out / "history" / "a.jsonl").unlink()
    found = {finding.subject: finding for finding in examine_outputs(office.out, office.corpus)}["Histories of papers"]
    assert (found.state, found.says) == ("warning", f"1 paper with a history that is not kept in {office.out / 'history'}: a.")
    office.run()
    assert (office.out / "history" / "a.jsonl").read_bytes() == kept

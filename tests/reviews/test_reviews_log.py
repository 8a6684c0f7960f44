"""The log of verdicts only ever grows, and tells when anybody meddled with it."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reviews import AlreadySaidError, Remembered, ReviewLog, Seen, Verdict, find_breaks
from pipeline.reviews.log import ReviewError

NOON = "2026-11-22T12:00:00Z"


def verdict(number: int = 1, **changes: object) -> Verdict:
    """A verdict on flag `f<number>`."""
    seen = Seen(flag=f"f{number}", kind="duplicate", paper="plan", message="3.1 repeats 3.0.", texts=("Plant trees", "Plant trees"))
    return Verdict.model_validate({"seen": seen, "decision": "confirm", "note": "seen", "nonce": f"n{number}", **changes})


@pytest.fixture
def log(tmp_path: Path) -> ReviewLog:
    return ReviewLog(tmp_path / "reviews.db")


def altered(log: ReviewLog, sql: str) -> None:
    """Does what whoever owns the file can do: takes the triggers away first."""
    with sqlite3.connect(log.path) as db:
        for name in ("keep", "stay", "once"):
            db.execute(f"DROP TRIGGER verdicts_{name}")
        db.execute(sql)


def test_a_log_that_nobody_wrote_to_is_empty_and_makes_no_file(log: ReviewLog) -> None:
    assert log.entries() == [] and not log.path.exists()


def test_a_verdict_is_kept_as_it_was_given(log: ReviewLog) -> None:
    log.add([verdict()], "ann", NOON)
    (entry,) = log.entries()
    assert (entry.verdict, entry.reviewer, entry.at, entry.number) == (verdict(), "ann", NOON, 1)


def test_the_verdicts_on_one_flag_come_in_their_order(log: ReviewLog) -> None:
    log.add([verdict(1)], "ann", NOON)
    log.add([verdict(2)], "ann", NOON)
    log.add([verdict(1, decision="reopen", nonce="n3")], "bob", NOON)
    remembered = Remembered(log)
    remembered.catch_up()
    assert [entry.number for entry in remembered.by_flag["f1"]] == [1, 3]


def test_only_what_came_since_is_read_again(log: ReviewLog) -> None:
    remembered = Remembered(log)
    log.add([verdict(1)], "ann", NOON)
    remembered.catch_up()
    log.add([verdict(2)], "ann", NOON)
    assert [entry.number for entry in remembered.catch_up()] == [2] and remembered.catch_up() == []
    assert remembered.entries == log.entries()


def test_another_log_in_its_place_is_read_from_the_beginning(log: ReviewLog, tmp_path: Path) -> None:
    remembered = Remembered(log)
    log.add([verdict(1), verdict(2)], "ann", NOON)
    remembered.catch_up()
    other = ReviewLog(tmp_path / "other.db")
    other.add([verdict(3), verdict(4), verdict(5)], "bob", NOON)
    other.path.replace(log.path)
    assert len(remembered.catch_up()) == 3
    assert (remembered.entries, set(remembered.by_flag)) == (log.entries(), {"f3", "f4", "f5"})


def test_what_one_form_brought_can_be_looked_up(log: ReviewLog) -> None:
    log.add([verdict(1), verdict(2)], "ann", NOON)
    log.add([verdict(3)], "ann", NOON)
    assert [[entry.number for entry in log.given_with(nonce)] for nonce in ("n1", "n3", "n9")] == [[1, 2], [3], []]


def test_a_form_sent_twice_is_recorded_once(log: ReviewLog) -> None:
    log.add([verdict()], "ann", NOON)
    with pytest.raises(AlreadySaidError):
        log.add([verdict()], "ann", NOON)
    assert len(log.entries()) == 1


def test_of_a_bulk_decision_all_are_recorded_or_none(log: ReviewLog) -> None:
    log.add([verdict(2)], "ann", NOON)
    with pytest.raises(AlreadySaidError):
        log.add([verdict(1), verdict(2)], "ann", NOON)
    assert len(log.entries()) == 1


def test_verdicts_given_as_one_can_be_told(log: ReviewLog) -> None:
    log.add([verdict(1), verdict(2)], "ann", NOON)
    assert [entry.bulk for entry in log.entries()] == ["n1", "n1"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE verdicts SET reviewer = 'bob'",
        "DELETE FROM verdicts",
        "INSERT OR REPLACE INTO verdicts SELECT number, flag, kind, paper, decision, 'bob', at, nonce, bulk, verdict, previous, hash"
        " FROM verdicts",
        "REPLACE INTO verdicts SELECT 9, flag, kind, paper, decision, 'bob', at, nonce, bulk, verdict, 'x', 'y' FROM verdicts",
    ],
)
def test_the_database_refuses_to_alter_what_is_recorded(log: ReviewLog, sql: str) -> None:
    log.add([verdict()], "ann", NOON)
    with sqlite3.connect(log.path) as db, pytest.raises(sqlite3.IntegrityError, match="never"):
        db.execute(sql)


def test_a_log_as_written_has_no_break(log: ReviewLog) -> None:
    for number in range(1, 6):
        log.add([verdict(number)], "ann", NOON)
    assert list(find_breaks(log.entries())) == []


def test_a_changed_entry_is_told_by_its_hash(log: ReviewLog) -> None:
    log.add([verdict(1), verdict(2)], "ann", NOON)
    altered(log, "UPDATE verdicts SET reviewer = 'bob' WHERE number = 1")
    assert list(find_breaks(log.entries())) == ["Entry 1 is not as it was written on 2026-11-22 by bob."]


def test_an_entry_that_was_taken_out_is_told(log: ReviewLog) -> None:
    log.add([verdict(1), verdict(2), verdict(3)], "ann", NOON)
    altered(log, "DELETE FROM verdicts WHERE number = 2")
    assert list(find_breaks(log.entries())) == ["Between entry 1 and entry 3 something was taken out."]


def test_a_database_of_something_else_is_left_alone(log: ReviewLog) -> None:
    with sqlite3.connect(log.path) as db:
        db.execute("CREATE TABLE lunch (day)")
    with pytest.raises(ReviewError, match="not a log of verdicts"):
        log.add([verdict()], "ann", NOON)


def test_a_file_that_is_no_database_is_told_plainly(log: ReviewLog) -> None:
    log.path.write_bytes(b"lunch" * 500)
    with pytest.raises(ReviewError, match="cannot be used"):
        log.entries()


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_note_comes_back_as_it_was_kept(note: str) -> None:
    given_now = verdict(note=note)
    assert Verdict.model_validate_json(given_now.model_dump_json()) == given_now

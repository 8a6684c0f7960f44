"""All verdicts, for whoever wants to see who decided what, and whether anybody meddled with it."""

import csv
import io
import json
import sqlite3

import pytest

from pipeline.reviews import ReviewLog, Seen, Verdict

SEEN = Seen(flag="f1", kind="no_deadline", paper="lanes", message="L0 has no date.", texts=("Plant trees", "“soon”"))


@pytest.fixture
def given(log: ReviewLog) -> ReviewLog:
    """Verdicts of two people on three days."""
    other = SEEN.model_copy(update={"flag": "f2", "kind": "duplicate", "paper": "streets"})
    log.add([Verdict(seen=SEEN, decision="confirm", nonce="n1", note="seen")], "ann", "2026-11-01T23:59:59+00:00")
    log.add([Verdict(seen=other, decision="dismiss", nonce="n2")], "bob", "2026-11-02T00:00:00+00:00")
    log.add([Verdict(seen=SEEN, decision="accept", until="2027-01-31", nonce="n3")], "bob", "2026-11-03T12:00:00+00:00")
    return log


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["3", "2", "1"]),
        ("reviewer=bob", ["3", "2"]),
        ("decision=dismiss", ["2"]),
        ("kind=no_deadline", ["3", "1"]),
        ("paper=streets", ["2"]),
        ("since=2026-11-02", ["3", "2"]),
        ("until=2026-11-02", ["2", "1"]),
        ("since=2026-11-02&until=2026-11-02", ["2"]),
        ("reviewer=ann&decision=dismiss", []),
    ],
)
async def test_verdicts_are_found_by_who_what_and_when_on_the_page_and_in_the_file(visitor, given, query: str, found: list[str]) -> None:
    nobody = visitor(None)
    page = await nobody.get(f"/-/audit?{query}")
    assert len(page.cssselect("tbody tr")) == len(found)
    await nobody.get(f"/-/audit.csv?{query}")
    assert [row["number"] for row in csv.DictReader(io.StringIO(nobody.answer.text))] == found


async def test_the_file_holds_all_that_was_seen_and_the_chain(visitor, given: ReviewLog) -> None:
    nobody = visitor(None)
    await nobody.get("/-/audit.csv?reviewer=ann")
    (row,) = csv.DictReader(io.StringIO(nobody.answer.text))
    first = given.entries()[0]
    assert json.loads(row["texts"]) == ["Plant trees", "“soon”"]
    assert (row["message"], row["note"], row["hash"], row["previous"]) == ("L0 has no date.", "seen", first.hash, "0" * 64)


async def test_a_log_as_written_is_told_intact_with_its_last_hash(visitor, given: ReviewLog) -> None:
    told = await visitor(None).words("/-/audit")
    assert "Log intact." in told and given.entries()[-1].hash in told


async def test_a_log_that_somebody_meddled_with_is_told_so(visitor, given: ReviewLog) -> None:
    with sqlite3.connect(given.path) as db:
        db.execute("DROP TRIGGER verdicts_keep")
        db.execute("UPDATE verdicts SET reviewer = 'cat' WHERE number = 2")
    told = await visitor(None).words("/-/audit")
    assert "The log is not as it was written." in told and "Entry 2 is not as it was written on 2026-11-02" in told
    assert "Log intact" not in told


async def test_many_verdicts_stand_on_several_pages(visitor, log: ReviewLog) -> None:
    log.add([Verdict(seen=SEEN, decision="confirm", nonce=f"n{number}") for number in range(150)], "ann", "2026-11-01T12:00:00+00:00")
    nobody = visitor(None)
    shown = [len((await nobody.get(f"/-/audit?page={number}")).cssselect("tbody tr")) for number in (1, 2, 9)]
    assert shown == [100, 50, 50]


async def test_where_nobody_has_decided_anything_there_is_an_intact_log_of_nothing(visitor, log: ReviewLog) -> None:
    assert "0 verdicts" in await visitor(None).words("/-/audit") and not log.path.exists()

"""`pledgebook reviews verify` says in one line whether the log is as it was written."""

import sqlite3
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.reviews import ReviewLog, Seen, Verdict

SEEN = Seen(flag="f1", kind="duplicate", paper="plan", message="3.1 repeats 3.0.", texts=("Plant trees", "Plant trees"))


def verified(out: Path) -> Result:
    """What the command prints."""
    return CliRunner().invoke(main, ["reviews", "verify", "--out", str(out)])


def test_where_nobody_decided_anything_it_says_so(tmp_path: Path) -> None:
    said = verified(tmp_path)
    assert said.exit_code == 0 and "no verdict has been given yet" in said.output


def test_an_intact_log_is_told_with_its_last_hash(tmp_path: Path) -> None:
    (entry,) = ReviewLog(tmp_path / "reviews.db").add([Verdict(seen=SEEN, decision="confirm", nonce="n")], "ann", "2026-11-22T12:00:00Z")
    assert verified(tmp_path).output == f"The log is intact: 1 verdict. Its last hash is {entry.hash}.\n"


def test_a_log_that_was_meddled_with_ends_with_one_and_names_the_entry(tmp_path: Path) -> None:
    ReviewLog(tmp_path / "reviews.db").add([Verdict(seen=SEEN, decision="confirm", nonce="n")], "ann", "2026-11-22T12:00:00Z")
    with sqlite3.connect(tmp_path / "reviews.db") as db:
        db.execute("DROP TRIGGER verdicts_keep")
        db.execute("UPDATE verdicts SET at = '2020-01-01T00:00:00Z'")
    said = verified(tmp_path)
    assert said.exit_code == 1 and "Entry 1 is not as it was written" in said.output

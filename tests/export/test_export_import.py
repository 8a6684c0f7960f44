"""What was exported comes back as it was."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_papers import commitment, deadline, owner, paper, target

from pipeline.export import ExportError, Wish, export, import_export


def test_every_row_and_every_paper_comes_back(record, exported, read_rows, tmp_path):
    made = import_export(exported, tmp_path / "again", force=False)
    assert made.changed
    assert read_rows(tmp_path / "again" / "register.db") == record.rows()
    assert {path.name: path.read_bytes() for path in (tmp_path / "again").glob("*.json")} == record.files()


def test_the_registers_own_export_changes_nothing(record, exported):
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in record.kept()}
    assert not import_export(exported, record.out, force=False).changed
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in record.kept()}


def test_what_comes_back_can_be_searched(exported, tmp_path):
    import_export(exported, tmp_path / "again", force=False)
    with closing(sqlite3.connect(tmp_path / "again" / "register.db")) as db:
        db.execute("INSERT INTO commitments_fts(commitments_fts, rank) VALUES ('integrity-check', 1)")
        assert db.execute("SELECT count(*) FROM commitments_fts WHERE commitments_fts MATCH 'canal'").fetchone() == (2,)


def test_an_ingest_after_an_import_reads_nothing_again(office, metadata, tmp_path, read_rows):
    office.put("a.txt")
    office.put("b.txt")
    office.run()
    export(Wish(office.out, metadata, tmp_path / "export", parquet=False))
    before = read_rows(office.out / "register.db")
    office.out.rename(tmp_path / "lost")
    import_export(tmp_path / "export", office.out, force=False)
    assert set(office.lines().values()) == {"unchanged"}
    after = read_rows(office.out / "register.db")
    assert {name: rows for name, rows in after.items() if not name.startswith("run")} == {
        name: rows for name, rows in before.items() if not name.startswith("run")
    }


def test_a_register_that_differs_is_refused(record, exported):
    record.put(paper("new", commitment("new", "Mend the clock of the town hall")))
    with pytest.raises(ExportError, match="holds something else: name another folder with --out, or say --force"):
        import_export(exported, record.out, force=False)


def test_force_moves_the_register_aside(record, exported, read_rows):
    before = record.rows()
    record.put(paper("new", commitment("new", "Mend the clock of the town hall")))
    made = import_export(exported, record.out, force=True)
    assert record.rows() == before
    assert "new" in {row[0] for row in read_rows(made.before / "register.db")["papers"]}


def verdicts(path: Path, *words: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE IF NOT EXISTS verdicts (word TEXT)")
        db.executemany("INSERT INTO verdicts VALUES (?)", [(word,) for word in words])
        db.commit()


def said(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [word for (word,) in db.execute("SELECT word FROM verdicts")]


def test_verdicts_come_back(record, metadata, tmp_path):
    verdicts(record.out / "reviews.db", "confirmed")
    export(Wish(record.out, metadata, tmp_path / "export", parquet=False))
    import_export(tmp_path / "export", tmp_path / "again", force=False)
    assert said(tmp_path / "again" / "reviews.db") == ["confirmed"]


def test_verdicts_that_are_there_are_kept(record, exported):
    verdicts(record.out / "reviews.db", "confirmed", "waived")
    record.put(paper("new", commitment("new", "Mend the clock of the town hall")))
    import_export(exported, record.out, force=True)
    assert said(record.out / "reviews.db") == ["confirmed", "waived"]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=5, unique=True), TEXTS, st.floats(-1e9, 1e9))
def test_whatever_papers_say_comes_back(metadata, make_record, read_rows, texts, title, value):
    promises = [
        commitment(
            "any", f"{text} {at}", ref=text, owners=(owner(text),), deadlines=(deadline(text, None),), targets=(target(text, value),)
        )
        for at, text in enumerate(texts)
    ]
    with tempfile.TemporaryDirectory() as name:
        record = make_record(Path(name) / "extracted")
        record.put(paper("any", *promises, title=title, publisher=title))
        export(Wish(record.out, metadata, Path(name) / "export", parquet=False))
        import_export(Path(name) / "export", Path(name) / "again", force=False)
        assert read_rows(Path(name) / "again" / "register.db") == record.rows()

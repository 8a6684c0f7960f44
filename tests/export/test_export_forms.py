"""An export says the same thing in all its forms, and says what it means."""

import json
import sqlite3
import subprocess
from contextlib import closing

import pytest

from pipeline.errors import PipelineError
from pipeline.export import Wish, export, parquet
from pipeline.register import Register
from pipeline.register.schema import TABLES


def test_the_description_is_a_valid_data_package(exported):
    import frictionless

    report = frictionless.validate(str(exported / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:5]
    assert [task.name for task in report.tasks] == list(TABLES)


def test_every_column_is_described_as_on_the_site(exported, metadata):
    said = json.loads(metadata.read_text())["databases"]["register"]["tables"]
    for resource in json.loads((exported / "datapackage.json").read_text())["resources"]:
        described = {field["name"]: field["description"] for field in resource["schema"]["fields"]}
        assert described == said[resource["name"]]["columns"]


def test_the_sqlite_file_has_the_same_rows_and_can_be_searched(record, exported, read_rows):
    assert read_rows(exported / "register.db") == record.rows()
    with closing(sqlite3.connect(exported / "register.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        found = (
            "SELECT c.text FROM commitments_fts AS f JOIN commitments AS c ON c.rowid = f.rowid WHERE commitments_fts MATCH 'footbridge'"
        )
        assert db.execute(found).fetchall() == [("Repair every footbridge along the old canal before winter comes",)]


def test_parquet_has_the_same_rows(record, metadata, tmp_path):
    import duckdb

    export(Wish(record.out, metadata, tmp_path / "export", parquet=True))
    with duckdb.connect() as db:
        for name, rows in record.rows().items():
            found = db.read_parquet(f"{tmp_path}/export/parquet/{name}.parquet").fetchall()
            assert sorted(found, key=repr) == sorted(rows, key=repr)


def test_parquet_without_duckdb_says_what_to_install(record, metadata, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "is_installed", lambda: False)
    with pytest.raises(PipelineError, match=r"pip install duckdb"):
        export(Wish(record.out, metadata, tmp_path / "export", parquet=True))
    assert not (tmp_path / "export").exists()


def test_the_papers_are_there_byte_for_byte(record, exported):
    assert {path.name: path.read_bytes() for path in (exported / "papers").iterdir()} == record.files()


def test_the_digests_are_those_of_the_files(exported):
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=exported, check=True)


def test_the_same_register_gives_the_same_export(record, exported, metadata, tmp_path):
    export(Wish(record.out, metadata, tmp_path / "again" / "export", parquet=False))
    assert (exported / "SHA256SUMS").read_bytes() == (tmp_path / "again" / "export" / "SHA256SUMS").read_bytes()


def test_a_register_that_is_written_meanwhile_is_exported_as_it_stood(record, metadata, tmp_path):
    before = record.rows()
    with Register(record.out / "register.db") as writer, writer._db.conn as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("DELETE FROM runs")
        export(Wish(record.out, metadata, tmp_path / "export", parquet=False))
        writing.rollback()
    assert record.rows() == before
    assert len((tmp_path / "export" / "tables" / "runs.csv").read_bytes().splitlines()) == 2


def test_the_readme_names_every_table_and_its_rows(exported):
    words = (exported / "README.txt").read_text()
    assert "tables/papers.csv, 5: Papers" in words
    assert all(f"tables/{name}.csv" in words for name in TABLES)

"""Tables as Parquet files, by DuckDB, where it is installed."""

import json
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PipelineError
from pipeline.register.schema import TABLES
from pipeline.register.snapshot import Snapshot

if TYPE_CHECKING:
    import duckdb

CURE = "Parquet needs DuckDB, which is not installed here: pip install duckdb"
TYPES = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE"}
LARGEST = 2**28
"""Bytes that one row may have."""


def is_installed() -> bool:
    """Whether DuckDB is there."""
    return find_spec("duckdb") is not None


def write_parquet(snapshot: Snapshot, folder: Path) -> None:
    """Writes every table as `<table>.parquet` into the folder. Raises PipelineError where DuckDB is missing or fails."""
    if not is_installed():
        raise PipelineError(CURE)
    import duckdb

    folder.mkdir()
    try:
        with duckdb.connect() as db:
            db.execute("SET threads = 1")  # so that the same rows give the same file
            for table in TABLES:
                _write(db, snapshot, table, folder / f"{table}.parquet")
    except duckdb.Error as error:
        raise PipelineError(f"Parquet cannot be written into {folder}. DuckDB says: {error}.") from error


def _write(db: "duckdb.DuckDBPyConnection", snapshot: Snapshot, table: str, target: Path) -> None:
    """By way of lines of JSON: the one form that DuckDB reads fast, with every text and every lack of one as it is."""
    columns = TABLES[table].columns
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".ndjson", dir=target.parent) as lines:
        for row in snapshot.rows(table):
            lines.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
        lines.flush()
        kinds = {column: TYPES[kind] for column, kind in columns.items()}
        db.read_json(lines.name, columns=kinds, format="newline_delimited", maximum_object_size=LARGEST).write_parquet(
            str(target), compression="zstd"
        )

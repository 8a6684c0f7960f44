import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_papers import RUN, parks, streets

from pipeline.register import Register

Rows = list[dict[str, object]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    """A register of two papers, finished for 15 November 2020."""
    with Register(path) as register:
        register.write(streets(), "f-streets", "2020-11-15T09:00:00")
        register.write(parks(), "f-parks", "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)
        yield register


@pytest.fixture
def rows(path: Path):
    """Asks the register file by SQL, through a connection of its own."""

    def ask(sql: str, *values: object) -> Rows:
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(sql, values)]
        finally:
            connection.close()

    return ask

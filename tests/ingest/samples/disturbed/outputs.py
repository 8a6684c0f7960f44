"""What an ingestion has left, apart from times, so that two can be compared."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

TIMES = {"ingested", "recorded", "started", "finished", "seconds", "since", "tried"}
CACHED = {".cache/rules", ".cache/digests"}
RUNS = {"runs", "run_papers"}
"""Tables that tell of runs, of which there are more where some were killed."""


class Outputs(NamedTuple):
    """The bytes of each record, the lines of each history, the rows of each table, and the names of all other files."""

    records: dict[str, bytes]
    histories: dict[str, list[object]]
    rows: dict[str, list[tuple[object, ...]]]
    others: set[str]


def outputs(out: Path) -> Outputs:
    """What lies in the folder of outputs."""
    records = {path.name: path.read_bytes() for path in out.glob("*.json")}
    histories = {path.name: [_timeless(json.loads(line)) for line in path.read_text().splitlines()] for path in out.glob("history/*.jsonl")}
    known = {*records, *(f"history/{name}" for name in histories), "register.db", "register.db-shm", "register.db-wal", *CACHED}
    found = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    others = {name for name in found - known if not (name.startswith(".cache/documents/") and name.endswith(".txt"))}
    return Outputs(records, histories, rows(out / "register.db"), others)


def rows(register: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table in order, hidden ones too, without times; and what SQLite finds wrong, if anything."""
    with closing(sqlite3.connect(register)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'commitments_fts%'")]
        found = {name: _rows(db, name) for name in names if name not in RUNS and not name.startswith("sqlite_")}
        found["integrity"] = db.execute("PRAGMA integrity_check").fetchall()
        found["foreign keys"] = db.execute("PRAGMA foreign_key_check").fetchall()
        words = "SELECT c.id FROM commitments_fts AS f JOIN commitments AS c ON c.rowid = f.rowid WHERE f.text MATCH 'mend' ORDER BY 1"
        found["search"] = db.execute(words).fetchall()
    return found


def differences(one: Outputs, other: Outputs) -> list[str]:
    """Where two differ, in short; nothing where they do not."""
    told = []
    for name in ("records", "histories", "rows"):
        a, b = getattr(one, name), getattr(other, name)
        told += [f"{name}: {key}: {_first(a.get(key), b.get(key))}" for key in sorted(a.keys() | b.keys()) if a.get(key) != b.get(key)]
    told += [f"{side}: {name} is left over" for side, outs in (("one", one), ("other", other)) for name in sorted(outs.others)]
    return told


def _rows(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})") if name not in TIMES]
    return sorted(db.execute(f"SELECT {', '.join(f'{chr(34)}{name}{chr(34)}' for name in columns)} FROM {table}"), key=repr)


def _timeless(line: dict[str, object]) -> object:
    return {key: value for key, value in line.items() if key not in TIMES}


def _first(one: object, other: object) -> str:
    if isinstance(one, list) and isinstance(other, list):
        only, others = ([row for row in a if row not in b][:2] for a, b in ((one, other), (other, one)))
        return f"only in one {only}, only in the other {others}"
    return f"{str(one)[:120]} against {str(other)[:120]}"

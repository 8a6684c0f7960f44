"""How much of the papers stands in a record, and by which rules they were read last."""

from typing import Any

from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, rows

SHOWN = 40

_SHARE = "1.0 * characters_in_records / nullif(characters, 0)"
_LEAST = f"""
SELECT slug, name, characters, characters_in_records, items, items_in_records, rows, rows_in_records, reading_issues, commitments
FROM papers ORDER BY {_SHARE} IS NULL, {_SHARE}, name LIMIT {SHOWN}"""
_SUMS = """
SELECT count(*) AS papers, sum(characters) AS characters, sum(characters_in_records) AS characters_in_records, sum(items) AS items,
       sum(items_in_records) AS items_in_records, sum(rows) AS rows, sum(rows_in_records) AS rows_in_records,
       sum(reading_issues > 0) AS with_issues FROM papers"""
_READ_BY = "SELECT version, rules FROM runs WHERE finished IS NOT NULL ORDER BY id DESC LIMIT 1"


def coverage(connection: Connection) -> dict[str, Any]:
    """The papers of which least stands in a record, all of them together, and what they were read by."""
    (sums,) = rows(connection, _SUMS)
    read_by = next(iter(rows(connection, _READ_BY)), None)
    return {"run": last_run(connection), "papers": rows(connection, _LEAST), "sums": sums, "read_by": read_by}

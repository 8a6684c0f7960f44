"""`/search.csv`, `/search.json`, `/search.xlsx`: what the search of the same address finds, in the same order."""

import csv
import io
from collections.abc import Callable
from typing import Any

from pipeline.export.cells import to_cell
from pipeline.site import answers
from pipeline.site.excel import workbook
from pipeline.site.flagged import known_flags, with_counts
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.search import hits
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.wanted import Wanted

ADDRESS = r"/search\.(?P<kind>csv|json|xlsx)$"
COLUMNS = {
    "ref": 9,
    "text": 70,
    "kind": 15,
    "owners": 28,
    "due": 12,
    "status": 11,
    "section": 30,
    "paper": 32,
    "publisher": 24,
    "page": 7,
    "flags": 7,
    "id": 16,
    "address": 44,
}
"""The columns of a download, and how wide they are in Excel, in characters."""

Table = list[list[Any]]


async def show(datasette: Any, request: Any) -> Any:
    """A file to keep; in a spreadsheet nothing of it is taken for a formula."""
    wanted = Wanted.of({name: request.args.get(name) or "" for name in request.args})

    def ask(connection: Connection) -> Table:
        here = datasette.absolute_url(request, datasette.urls.path("/commitments/"))
        found = hits(connection, wanted, last_run(connection)["today"])
        return [_line(row, here) for row in with_counts(connection, known_flags(datasette, connection), found)]

    table = await look_up(datasette, ask)
    content_type, write = WRITERS[request.url_vars["kind"]]
    return answers.download(write(table), content_type, f"commitments.{request.url_vars['kind']}")


def _line(row: dict[str, Any], here: str) -> list[Any]:
    told = {**row, "paper": row["paper_name"], "address": f"{here}{row['id']}"}
    return [told[name] for name in COLUMNS]


def _csv(table: Table) -> str:
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    lines.writerows([to_cell(value) for value in line] for line in table)
    return written.getvalue()


def _json(table: Table) -> str:
    return answers.as_json([dict(zip(COLUMNS, line, strict=True)) for line in table])


def _excel(table: Table) -> bytes:
    return workbook(list(COLUMNS.items()), table)


WRITERS: dict[str, tuple[str, Callable[[Table], str | bytes]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json; charset=utf-8", _json),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _excel),
}

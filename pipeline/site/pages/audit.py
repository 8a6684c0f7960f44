"""`/-/audit`: every verdict, and whether the log is as it was written; as CSV too."""

import asyncio
import csv
import io
from collections.abc import Sequence
from typing import Any

from pipeline.export.cells import to_cell
from pipeline.reviews import Entry, find_breaks
from pipeline.site import answers
from pipeline.site.desk import desk_of
from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import look_up
from pipeline.site.words import FLAGS

ADDRESS = r"/-/audit(?P<csv>\.csv)?$"
PAGE = 100
COLUMNS = ("number", "at", "reviewer", "decision", "kind", "paper", "flag", "message", "note", "until", "stands", "hash")


async def show(datasette: Any, request: Any) -> Any:
    """The log, the last verdict first; filters by person, kind and day in the address."""
    every = await desk_of(datasette).entries()
    asked = {name: (request.args.get(name) or "")[:200] for name in ("reviewer", "kind", "since")}
    found = [entry for entry in reversed(every) if _is_asked(entry, asked)]
    if request.url_vars["csv"]:
        return answers.download(_as_csv(found), "text/csv; charset=utf-8", "verdicts.csv")
    breaks = await asyncio.to_thread(lambda: list(find_breaks(every)))
    run = await look_up(datasette, last_run)
    context = {
        "run": run,
        "entries": found[:PAGE],
        "found": len(found),
        "shown": PAGE,
        "breaks": breaks,
        "asked": asked,
        "kinds": FLAGS,
        "reviewers": sorted({entry.reviewer for entry in every}),
        "query": request.query_string,
    }
    return await answers.page(datasette, request, "audit.html", context)


def _is_asked(entry: Entry, asked: dict[str, str]) -> bool:
    said = {"reviewer": entry.reviewer, "kind": entry.verdict.seen.kind}
    return all(not asked[name] or asked[name] == value for name, value in said.items()) and entry.at >= asked["since"]


def _as_csv(entries: Sequence[Entry]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for entry in entries:
        said = {**entry.verdict.seen.model_dump(), **entry.verdict.model_dump(exclude={"seen"}), **entry.model_dump(exclude={"verdict"})}
        writer.writerow([to_cell(said[name]) for name in COLUMNS])
    return out.getvalue()

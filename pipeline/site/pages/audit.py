"""`/-/audit`: every verdict, and whether the log is as it was written; as CSV too."""

import asyncio
import csv
import io
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from pipeline.export.cells import to_cell
from pipeline.reviews import Entry, find_breaks
from pipeline.site import answers, asked
from pipeline.site.desk import desk_of
from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import look_up
from pipeline.site.words import DECISIONS, FLAGS

ADDRESS = r"/-/audit(?P<csv>\.csv)?$"
PAGE = 100
FILTERS = ("reviewer", "decision", "kind", "paper", "since", "until")
COLUMNS = ("number", "at", "reviewer", "decision", "kind", "paper", "flag", "message", "texts", "note", "until", "stands", "bulk")
CHAIN = ("previous", "hash")


async def show(datasette: Any, request: Any) -> Any:
    """The log, the last verdict first; filters in the address: by whom, what, on which flags, from and until which day, both inclusive."""
    every = await desk_of(datasette).entries()
    wanted = {name: asked.words(request, name) for name in FILTERS}
    found = [entry for entry in reversed(every) if _is_asked(entry, wanted)]
    if request.url_vars["csv"]:
        return answers.download(_as_csv(found), "text/csv; charset=utf-8", "verdicts.csv")
    breaks = await asyncio.to_thread(lambda: list(find_breaks(every)))
    pages = max(1, -(-len(found) // PAGE))
    number = min(asked.page_number(request), pages)
    context = {
        "run": await look_up(datasette, last_run),
        "entries": found[(number - 1) * PAGE : number * PAGE],
        "found": len(found),
        "number": number,
        "pages": pages,
        "breaks": breaks,
        "last": every[-1].hash if every else None,
        "asked": wanted,
        "kinds": FLAGS,
        "decisions": DECISIONS,
        "reviewers": sorted({entry.reviewer for entry in every}),
        "query": urlencode({name: value for name, value in wanted.items() if value}),
    }
    return await answers.page(datasette, request, "audit.html", context)


def _is_asked(entry: Entry, wanted: dict[str, str]) -> bool:
    verdict = entry.verdict
    said = {"reviewer": entry.reviewer, "decision": verdict.decision, "kind": verdict.seen.kind, "paper": verdict.seen.paper}
    day = entry.at[:10]
    return all(wanted[name] in ("", value) for name, value in said.items()) and wanted["since"] <= day <= (wanted["until"] or day)


def _as_csv(entries: Sequence[Entry]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow((*COLUMNS, *CHAIN))
    for entry in entries:
        said = {**entry.verdict.seen.model_dump(), **entry.verdict.model_dump(exclude={"seen"}), **entry.model_dump(exclude={"verdict"})}
        said["texts"] = json.dumps(entry.verdict.seen.texts, ensure_ascii=False)
        writer.writerow([to_cell(said[name]) for name in (*COLUMNS, *CHAIN)])
    return out.getvalue()

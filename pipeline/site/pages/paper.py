"""`/papers/<slug>`: one paper, what was read in it, and the paper itself beside that."""

from typing import Any

from pipeline.site import answers, asked
from pipeline.site.flagged import known_flags, with_counts, with_verdicts
from pipeline.site.lit import Mark
from pipeline.site.paper_files import papers_of
from pipeline.site.queries.paper import paper, value_spans
from pipeline.site.sheets import all_sheets
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.texts import text_part
from pipeline.site.tree import sections

ADDRESS = r"/papers/(?P<slug>[\w-]+?)(?P<json>\.json)?$"
SHOWN = 4
"""Flags shown at once; the others unfold."""


async def show(datasette: Any, request: Any) -> Any:
    """The page, or its facts as JSON."""
    slug = request.url_vars["slug"]

    def ask(connection: Connection) -> tuple[dict[str, Any] | None, list[tuple[int, int, str]]]:
        found, known = paper(connection, slug), known_flags(datasette, connection)
        if found:
            found["flags"] = with_verdicts(known, found["flags"])
            found["commitments"] = with_counts(connection, known, found["commitments"])
        return found, value_spans(connection, slug)

    found, spans = await look_up(datasette, ask)
    if found is None:
        missing = f"There is no paper {slug} in the register."
        return answers.data({"error": missing}, 404) if request.url_vars["json"] else await answers.missing(datasette, request, missing)
    if request.url_vars["json"]:
        return answers.data({key: value for key, value in found.items() if key != "run"})
    files, commitments = papers_of(datasette), found["commitments"]
    marks = [Mark(row["span_start"], row["span_end"], "commitment", row["id"]) for row in commitments]
    printed = {
        "sheets": await all_sheets(files, found["paper"], commitments),
        "text": await text_part(files, found["paper"], [*marks, *(Mark(*span) for span in spans)], asked.page_number(request)),
    }
    return await answers.page(datasette, request, "paper.html", {**found, **printed, "sections": sections(commitments), "shown": SHOWN})

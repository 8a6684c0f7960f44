"""`/commitments/<id>`: one promise, with everything that is known of it, and where it is printed."""

from typing import Any

from pipeline.site import answers
from pipeline.site.flagged import known_flags, with_counts, with_verdicts
from pipeline.site.lit import Mark, Piece, pieces
from pipeline.site.paper_files import papers_of
from pipeline.site.queries.commitment import VALUES, commitment
from pipeline.site.sheets import passage_sheets
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.texts import excerpt

ADDRESS = r"/commitments/(?P<id>[\w-]+?)(?P<json>\.json)?$"
KINDS = {"owners": "owner", "deadlines": "deadline", "targets": "target", "budgets": "budget"}
"""What one value of each table is called."""


async def show(datasette: Any, request: Any) -> Any:
    """The page, or its facts as JSON."""
    name = request.url_vars["id"]
    found = await look_up(datasette, lambda connection: _found(datasette, connection, name))
    if found is None:
        missing = f"There is no commitment {name} in the register."
        return answers.data({"error": missing}, 404) if request.url_vars["json"] else await answers.missing(datasette, request, missing)
    if request.url_vars["json"]:
        return answers.data(_published(datasette, found))
    shelf = papers_of(datasette)
    marks = [*_marks(found), Mark(found["commitment"]["span_start"], found["commitment"]["span_end"], "commitment", name)]
    printed = {
        "sheets": await passage_sheets(shelf, found["paper"], found["commitment"], {KINDS[kind]: found[kind] for kind in VALUES}),
        "excerpt": await excerpt(shelf, found["paper"], marks),
    }
    link = datasette.absolute_url(request, datasette.urls.path(f"/commitments/{name}"))
    return await answers.page(datasette, request, "commitment.html", {**found, **printed, "quote": _quote(found), "link": link})


def _found(datasette: Any, connection: Connection, name: str) -> dict[str, Any] | None:
    """What the register holds of it, with what auditors decided about its flags."""
    found = commitment(connection, name)
    if found is None:
        return None
    known = known_flags(datasette, connection)
    lists = {which: with_counts(connection, known, found[which]) for which in ("steps", "alike")}
    return found | lists | {"flags": with_verdicts(known, found["flags"])}


def _marks(found: dict[str, Any]) -> list[Mark]:
    return [Mark(value["span_start"], value["span_end"], KINDS[kind]) for kind in VALUES for value in found[kind]]


def _quote(found: dict[str, Any]) -> list[Piece]:
    """The words of the commitment with its values marked, those that stand in them."""
    text, start = found["commitment"]["text"], found["commitment"]["span_start"]
    inside = []
    for kind in VALUES:
        for value in found[kind]:
            at = value["span_start"] - start
            at = at if at >= 0 and text.startswith(value["text"], at) else text.find(value["text"])
            if at >= 0:
                inside.append(Mark(at, at + len(value["text"]), KINDS[kind]))
    return pieces(text, inside)


def _published(datasette: Any, found: dict[str, Any]) -> dict[str, Any]:
    """The facts as they are given to programs."""
    facts = {key: found[key] for key in ("commitment", *VALUES, "flags", "history")}
    shown = ("slug", "name", "title", "publisher", "kind", "published", "file", "sha256")
    facts["paper"] = {key: found["paper"][key] for key in shown}
    facts["parent"] = found["parent"] and found["parent"]["id"]
    facts["steps"] = [step["id"] for step in found["steps"]]
    facts["alike"] = [each["id"] for each in found["alike"]]
    return facts

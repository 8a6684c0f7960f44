"""`/owners` and `/owners/<id>`: who must do things, and all that one body has promised."""

from typing import Any
from urllib.parse import urlencode

from pipeline.site import answers, asked
from pipeline.site.flagged import known_flags, with_counts
from pipeline.site.queries.owners import PAGE, owner, owners
from pipeline.site.snapshot import Connection, look_up

LIST, ADDRESS = r"/owners$", r"/owners/(?P<id>[\w-]+?)(?P<json>\.json)?$"
KINDS = ("person", "role", "team", "organisation", "partnership")


async def show_all(datasette: Any, request: Any) -> Any:
    """The list."""
    name, kind, number = asked.words(request, "name"), asked.words(request, "kind"), asked.page_number(request)
    kind = kind if kind in KINDS else ""
    found = await look_up(datasette, lambda connection: owners(connection, name, kind, number))
    query = urlencode({key: value for key, value in (("name", name), ("kind", kind)) if value})
    turned = {"number": number, "pages": -(-found["found"] // PAGE), "query": query}
    return await answers.page(datasette, request, "owners.html", {**found, **turned, "name": name, "kind": kind, "kinds": KINDS})


async def show(datasette: Any, request: Any) -> Any:
    """One body, as a page or as JSON."""
    body, number = request.url_vars["id"], asked.page_number(request)

    def ask(connection: Connection) -> dict[str, Any] | None:
        found, known = owner(connection, body, number), known_flags(datasette, connection)
        lists = {which: with_counts(connection, known, found[which]) for which in ("due_next", "overdue", "rows")} if found else {}
        return found and found | lists

    found = await look_up(datasette, ask)
    if found is None:
        missing = f"There is no owner {body} in the register."
        return answers.data({"error": missing}, 404) if request.url_vars["json"] else await answers.missing(datasette, request, missing)
    if request.url_vars["json"]:
        return answers.data({key: value for key, value in found.items() if key != "run"})
    turned = {"number": number, "pages": -(-found["body"]["commitments"] // PAGE), "query": ""}
    return await answers.page(datasette, request, "owner.html", {**found, **turned})

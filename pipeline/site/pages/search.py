"""`/search`: commitments found by words and facts; what is asked stands in the address."""

from typing import Any

from pipeline.site import answers
from pipeline.site.flagged import known_flags, with_counts
from pipeline.site.queries.choices import choices
from pipeline.site.queries.search import PAGE, search
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.wanted import KINDS, LAST_PAGE, ORDERS, STATES, Wanted
from pipeline.site.words import FLAGS, day

ADDRESS = r"/search$"


async def show(datasette: Any, request: Any) -> Any:
    """The form and what it finds. An address with empty fields, as browsers send it, is made a short one."""
    from datasette import Response

    asked = {name: request.args.get(name) or "" for name in request.args}
    wanted = Wanted.of(asked)
    if any(not value for value in asked.values()):
        query = wanted.query(page=wanted.page)
        return Response.redirect(datasette.urls.path("/search") + (f"?{query}" if query else ""))

    def ask(connection: Connection) -> tuple[dict[str, Any], dict[str, Any]]:
        found, known = search(connection, wanted), known_flags(datasette, connection)
        return found | {"rows": with_counts(connection, known, found["rows"])}, choices(connection, wanted)

    found, offered = await look_up(datasette, ask)
    pages = min(-(-min(found["found"], found["reach"]) // PAGE), LAST_PAGE)
    if pages and wanted.page > pages:
        return Response.redirect(f"{datasette.urls.path('/search')}?{wanted.query(page=pages)}")
    context = {"wanted": wanted, "states": STATES, "orders": ORDERS, "kinds": KINDS, "flag_kinds": FLAGS, "pages": pages}
    return await answers.page(
        datasette, request, "search.html", {**found, **offered, **context, "chosen": chosen(wanted, offered), "size": PAGE}
    )


def chosen(wanted: Wanted, offered: dict[str, Any]) -> list[tuple[str, str]]:
    """Each filter in words, and the query without it."""
    told = {
        "state": STATES.get(wanted.state),
        "kind": KINDS.get(wanted.kind),
        "flag": FLAGS.get(wanted.flag, wanted.flag),
        "figure": "With a figure",
        "paper": dict(offered["papers"]).get(wanted.paper, wanted.paper),
        "owner": f"Owner: {(offered['body'] or {'name': wanted.owner})['name']}",
        "due_from": f"Due from {day(wanted.due_from)}",
        "due_to": f"Due until {day(wanted.due_to)}",
        "theme": f"Under: {wanted.theme}",
    }
    return [(told.get(name) or value, wanted.query(**{name: ""})) for name, value in wanted.asks() if name != "q"]

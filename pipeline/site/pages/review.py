"""`/-/review`: the flags that are to be decided, the severe ones first; what is asked stands in the address."""

from typing import Any
from urllib.parse import urlencode

from pipeline.reviews import STILL_TO_REVIEW
from pipeline.site import answers
from pipeline.site.desk import desk_of, reviewer_of, standings
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.review import PAGE, Asked, counts, listed, queue
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.words import FLAGS, STATES_OF_FLAGS

ADDRESS = r"/-/review$"
SEVERITIES = ("high", "medium", "low")


async def show(datasette: Any, request: Any) -> Any:
    """The queue, a page of it."""
    asked, number = asked_of(request), _page(request)
    entries = await desk_of(datasette).by_flag()

    def ask(connection: Connection) -> dict[str, Any]:
        run = last_run(connection)
        found = standings(listed(connection, list(entries)), entries, run["today"] or "")
        decided = {name for name, standing in found.items() if not standing.is_to_review}
        ids = queue(connection, asked, decided)
        shown = ids[(number - 1) * PAGE : number * PAGE]
        return {"run": run, "found": len(ids), "flags": listed(connection, shown), "standing": found, "counts": counts(connection, decided)}

    context = await look_up(datasette, ask)
    pages = max(1, -(-context["found"] // PAGE))
    return await answers.page(
        datasette,
        request,
        "review.html",
        {
            **context,
            "asked": asked,
            "query": query_of(asked),
            "number": min(number, pages),
            "pages": pages,
            "kinds": FLAGS,
            "severities": SEVERITIES,
            "states": STATES_OF_FLAGS,
            "still": STILL_TO_REVIEW,
            "reviewer": reviewer_of(datasette, request),
        },
    )


def asked_of(request: Any) -> Asked:
    """The filters in the address; what there is not is left out."""
    said = {name: (request.args.get(name) or "")[:200] for name in Asked._fields}
    state = said["state"] if said["state"] in ("decided", "all") else "review"
    severity = said["severity"] if said["severity"] in SEVERITIES else ""
    return Asked(**{**said, "state": state, "severity": severity})


def query_of(asked: Asked) -> str:
    """The part of an address behind the question mark that asks the same."""
    return urlencode({name: value for name, value in asked._asdict().items() if value and (name, value) != ("state", "review")})


def _page(request: Any) -> int:
    number = request.args.get("page") or "1"
    return max(1, int(number)) if number.isascii() and number.isdigit() and len(number) < 6 else 1

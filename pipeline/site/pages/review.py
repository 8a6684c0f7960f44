"""`/-/review`: the flags that are to be decided, the severe ones first; what is asked stands in the address."""

from collections import Counter
from typing import Any

from pipeline.site import answers, asked
from pipeline.site.desk import Desk, NotRecordedError, desk_of, mark_of, new_nonce, reviewer_of
from pipeline.site.flagged import queue_of, settled
from pipeline.site.form import field, read_form
from pipeline.site.pages.recorded import just_recorded
from pipeline.site.pages.together import can_be_decided, decide_together
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.review import PAGE, counts, listed
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.wanted_flags import SEVERITIES, SHOWN, WantedFlags
from pipeline.site.words import STATES_OF_FLAGS

ADDRESS = r"/-/review$"


async def show(datasette: Any, request: Any) -> Any:
    """The queue, a page of it; or, by POST, several of its flags are decided as one."""
    desk, wanted, reviewer = desk_of(datasette), WantedFlags.of(request), reviewer_of(datasette, request)
    note, wrong, status = "", "", 200
    if request.method == "POST":
        form = await read_form(request) if reviewer else {}
        try:
            nonce = await decide_together(datasette, desk, wanted, form, reviewer)
            return answers.onward(datasette, "/-/review", wanted.query(done=nonce))
        except NotRecordedError as error:
            note, wrong, status = field(form, "note"), str(error), error.status
    number = asked.page_number(request)
    context = {
        **await look_up(datasette, lambda connection: _found(connection, desk, wanted, number)),
        "wanted": wanted,
        "severities": SEVERITIES,
        "shown": SHOWN,
        "states": STATES_OF_FLAGS,
        "reviewer": reviewer,
        "recorded": await just_recorded(datasette, request),
        "nonce": new_nonce(),
        "note": note,
        "wrong": wrong,
        "until": desk.today,
    }
    return await answers.page(datasette, request, "review.html", context, status=status)


def _found(connection: Connection, desk: Desk, wanted: WantedFlags, number: int) -> dict[str, Any]:
    """A page of the queue, how many flags there are of each kind and in each state, and what tells this queue from a later one."""
    known = desk.known(connection)
    done = settled(known)
    ids, kinds = queue_of(connection, wanted, known), counts(connection, done)
    pages = max(1, -(-len(ids) // PAGE))
    number = min(number, pages)
    states = Counter(each.standing.state for each in known.values() if each.standing.state != "open")
    every = sum(kind["flags"] for kind in kinds)
    return {
        "run": last_run(connection),
        "found": len(ids),
        "flags": listed(connection, ids[(number - 1) * PAGE : number * PAGE]),
        "standing": {flag: each.standing for flag, each in known.items()},
        "kinds": kinds,
        "in_state": {**states, "review": every - len(done), "decided": len(done), "all": every},
        "number": number,
        "pages": pages,
        "mark": mark_of(*ids),
        "together": can_be_decided(wanted) and bool(ids),
    }

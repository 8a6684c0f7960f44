"""`/-/review/<flag>`: one flag with both its sides, and the form by which an auditor decides it."""

from typing import Any

from pipeline.reviews import Standing
from pipeline.site import answers
from pipeline.site.desk import Desk, NotRecordedError, desk_of, mark_of, new_nonce, reviewer_of
from pipeline.site.flagged import queue_of
from pipeline.site.form import Form, field, read_form, read_verdict
from pipeline.site.pages.recorded import just_recorded
from pipeline.site.paper_files import papers_of
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.review import flag
from pipeline.site.sides import commitments_of, sides
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.standings import seen_now
from pipeline.site.wanted_flags import WantedFlags
from pipeline.site.words import STATES_OF_FLAGS

ADDRESS = r"/-/review/(?P<flag>\w+)$"
OPEN = Standing("open")


async def show(datasette: Any, request: Any) -> Any:
    """The flag; or, by POST, what becomes of it and then the next one."""
    name, desk, wanted = request.url_vars["flag"], desk_of(datasette), WantedFlags.of(request)
    found = await look_up(datasette, lambda connection: _found(connection, name, desk, wanted))
    if found is None:
        return await answers.missing(datasette, request, f"There is no flag {name} in the register.")
    if request.method != "POST":
        return await _page(datasette, request, found)
    reviewer = reviewer_of(datasette, request)
    form = await read_form(request) if reviewer else {}
    try:
        return await _decide(datasette, found, desk, form, reviewer)
    except NotRecordedError as error:
        return await _page(datasette, request, found, field(form, "note"), str(error), error.status)


def _found(connection: Connection, name: str, desk: Desk, wanted: WantedFlags) -> dict[str, Any] | None:
    """The flag, how it stands, and its place in the queue; `next` is the one behind it, or the first that was left before."""
    row = flag(connection, name)
    if row is None:
        return None
    known = desk.known(connection)
    waiting, log = queue_of(connection, wanted, known), desk.about(name)
    at = waiting.index(name) if name in waiting else -1
    return {
        "run": last_run(connection),
        "flag": row,
        "commitments": commitments_of(connection, row),
        "standing": known[name].standing if name in known else OPEN,
        "log": log,
        "mark": mark_of(seen_now(row).model_dump_json(), str(log[-1].number if log else 0)),
        "wanted": wanted,
        "at": at + 1,
        "waiting": len(waiting),
        "next": next((each for each in waiting[at + 1 :] + waiting[: max(at, 0)] if each != name), None),
    }


async def _page(datasette: Any, request: Any, found: dict[str, Any], note: str = "", wrong: str = "", status: int = 200) -> Any:
    context = {
        **found,
        "states": STATES_OF_FLAGS,
        "sides": await sides(papers_of(datasette), found["flag"], found["commitments"]),
        "reviewer": reviewer_of(datasette, request),
        "recorded": await just_recorded(datasette, request),
        "nonce": new_nonce(),
        "note": note,
        "wrong": wrong,
        "until": desk_of(datasette).today,
    }
    return await answers.page(datasette, request, "verdict.html", context, status=status)


async def _decide(datasette: Any, found: dict[str, Any], desk: Desk, form: Form, reviewer: str | None) -> Any:
    """Records what was decided, and goes on to the next flag. Raises NotRecordedError."""
    if reviewer is None:
        raise NotRecordedError("Only reviewers who are signed in can decide.", 403)
    members = [side["commitment"]["id"] for side in found["commitments"] if side]
    nonce = field(form, "nonce")
    verdict = read_verdict(form, seen_now(found["flag"]), desk.today or "", nonce, members)
    if field(form, "mark") != found["mark"] and not await desk.given_with(nonce):
        raise NotRecordedError("Nothing was recorded: the flag has changed, or was decided, since you opened it. Look again.", 409)
    await desk.record([verdict], reviewer)
    onward = f"/-/review/{found['next']}" if found["next"] else "/-/review"
    return answers.onward(datasette, onward, found["wanted"].query(done=nonce))

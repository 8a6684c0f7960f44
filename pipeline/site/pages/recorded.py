"""`/-/review/recorded/<form>`: what one form recorded, one verdict or several given as one; by POST, all of it is taken back."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.reviews import Entry, Verdict
from pipeline.site import answers, asked
from pipeline.site.desk import Desk, NotRecordedError, desk_of, new_nonce, reviewer_of
from pipeline.site.form import field, read_form
from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.wanted_flags import WantedFlags
from pipeline.site.words import STATES_OF_FLAGS

ADDRESS = r"/-/review/recorded/(?P<form>[\w-]+)$"


class Recorded(NamedTuple):
    """The entries of one form, what tells it from other forms, and what will tell the one that takes it back."""

    entries: list[Entry]
    form: str
    undo: str


async def just_recorded(datasette: Any, request: Any) -> Recorded | None:
    """What the address names as `done`; None where it names nothing that was recorded."""
    done = asked.words(request, "done")
    entries = await desk_of(datasette).given_with(done) if done else []
    return Recorded(entries, done, new_nonce()) if entries else None


async def show(datasette: Any, request: Any) -> Any:
    """The verdicts, and how each flag stands now."""
    desk, given, wanted = desk_of(datasette), request.url_vars["form"], WantedFlags.of(request)
    entries = await desk.given_with(given)
    if not entries:
        return await answers.missing(datasette, request, "Nothing was recorded under this address.")
    wrong, status = "", 200
    if request.method == "POST":
        try:
            await _take_back(datasette, request, desk, entries)
            single = f"/-/review/{entries[0].verdict.seen.flag}"
            return answers.onward(datasette, single if len(entries) == 1 else f"/-/review/recorded/{given}", wanted.query())
        except NotRecordedError as error:
            wrong, status = str(error), error.status
    found = await look_up(datasette, lambda connection: _found(connection, desk, entries))
    context = {"recorded": Recorded(entries, given, new_nonce()), "wanted": wanted, "wrong": wrong, "states": STATES_OF_FLAGS}
    return await answers.page(
        datasette, request, "recorded.html", {**found, **context, "reviewer": reviewer_of(datasette, request)}, status=status
    )


def _found(connection: Connection, desk: Desk, entries: Sequence[Entry]) -> dict[str, Any]:
    """When the register was last brought up to date, how each flag stands, by id, and how many verdicts can still be taken back."""
    known = desk.known(connection)
    flags = [entry.verdict.seen.flag for entry in entries]
    standing = {flag: known[flag].standing for flag in flags if flag in known}
    return {"run": last_run(connection), "standing": standing, "left": len(_standing_still(desk, entries))}


def _standing_still(desk: Desk, entries: Sequence[Entry]) -> list[Entry]:
    """Those that nobody has taken back or decided otherwise since."""
    return [entry for entry in entries if entry.verdict.decision != "reopen" and desk.about(entry.verdict.seen.flag)[-1:] == [entry]]


async def _take_back(datasette: Any, request: Any, desk: Desk, entries: Sequence[Entry]) -> None:
    """Takes back what still stands of it. Raises NotRecordedError."""
    reviewer = reviewer_of(datasette, request)
    if reviewer is None:
        raise NotRecordedError("Only reviewers who are signed in can take verdicts back.", 403)
    nonce = field(await read_form(request), "nonce")
    if not nonce or await desk.given_with(nonce):
        return
    await look_up(datasette, desk.known)
    left = _standing_still(desk, entries)
    if not left:
        raise NotRecordedError("There is nothing left to take back: all of it was decided otherwise since.", 409)
    seen = [entry.verdict.seen for entry in left]
    names = [nonce, *(f"{nonce}-{number}" for number in range(1, len(seen)))]
    await desk.record([Verdict(seen=each, decision="reopen", nonce=name) for each, name in zip(seen, names, strict=True)], reviewer)

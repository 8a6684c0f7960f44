"""Many flags of one kind decided as one, with one note, so that they can be taken back as one."""

from typing import Any

from pipeline.reviews import STILL_TO_REVIEW
from pipeline.site.desk import Desk, NotRecordedError, mark_of
from pipeline.site.flagged import queue_of
from pipeline.site.form import Form, field, read_verdict
from pipeline.site.queries.review import listed
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.standings import seen_now
from pipeline.site.wanted_flags import WantedFlags

DECISIONS = ("confirm", "dismiss", "accept")
_CHANGED = "Nothing was recorded: meanwhile other flags are to be reviewed here. Look again."


def can_be_decided(wanted: WantedFlags) -> bool:
    """Whether the flags asked for can be decided as one: they are of one kind, and need it."""
    return bool(wanted.kind) and wanted.state in (STILL_TO_REVIEW | {"review"})


async def decide_together(datasette: Any, desk: Desk, wanted: WantedFlags, form: Form, reviewer: str | None) -> str:
    """Records one verdict on the flags that a form has ticked, or on all of the queue; returns what tells the form from others.

    Raises NotRecordedError.
    """
    nonce, note = field(form, "nonce"), field(form, "note").strip()
    if reviewer is None:
        raise NotRecordedError("Only reviewers who are signed in can decide.", 403)
    if nonce and await desk.given_with(nonce):
        return nonce
    if not can_be_decided(wanted) or field(form, "decision") not in DECISIONS:
        raise NotRecordedError("Several flags can be decided at once where they are of one kind and to be reviewed.")
    if not note:
        raise NotRecordedError("Several flags are decided at once only with a note that says why.")
    flags = await look_up(datasette, lambda connection: _chosen(connection, desk, wanted, form))
    names = [nonce, *(f"{nonce}-{number}" for number in range(1, len(flags)))]
    verdicts = [read_verdict(form, seen_now(flag), desk.today or "", name) for flag, name in zip(flags, names, strict=True)]
    await desk.record(verdicts, reviewer)
    return nonce


def _chosen(connection: Connection, desk: Desk, wanted: WantedFlags, form: Form) -> list[dict[str, Any]]:
    """The flags that the form names, all of them still waiting. Raises NotRecordedError."""
    waiting = queue_of(connection, wanted, desk.known(connection))
    if field(form, "which") == "all":
        if field(form, "mark") != mark_of(*waiting):
            raise NotRecordedError(_CHANGED, 409)
        return listed(connection, waiting)
    ticked = set(form.get("flag", ()))
    if not ticked:
        raise NotRecordedError("Nothing was recorded: tick the flags first, or choose all.")
    if not ticked <= set(waiting):
        raise NotRecordedError(_CHANGED, 409)
    return listed(connection, [flag for flag in waiting if flag in ticked])

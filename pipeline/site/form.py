"""What a form of the auditors' desk brings, and the verdict that it asks for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from pydantic import ValidationError

from pipeline.reviews import Seen, Verdict
from pipeline.site.desk import NotRecordedError

Form = Mapping[str, Sequence[str]]


async def read_form(request: Any) -> Form:
    """The fields that were sent, each with all its values."""
    return parse_qs((await request.post_body()).decode("utf-8", "replace"))


def field(form: Form, name: str) -> str:
    """The one value of a field; empty where it was not sent."""
    return form.get(name, [""])[0]


def read_verdict(form: Form, seen: Seen, today: str, nonce: str, stands: Sequence[str] = ()) -> Verdict:
    """The verdict on a flag that a form asks for; `stands` are the commitments of which one can stand when it merges them.

    Raises NotRecordedError, saying in words what is wrong.
    """
    decision = field(form, "decision")
    said = {"decision": decision, "note": field(form, "note"), "nonce": nonce, "seen": seen}
    # All buttons share one form: the day and the one that stands are asked only of those that need them.
    said |= {"until": _day_to_come(field(form, "until"), today)} if decision == "accept" else {}
    said |= {"stands": field(form, "stands")} if decision == "merge" else {}
    try:
        verdict = Verdict.model_validate(said)
    except ValidationError as error:
        raise NotRecordedError(f"That cannot be recorded: {error.errors()[0]['msg'].removeprefix('Value error, ')}.") from error
    if verdict.stands and verdict.stands not in stands:
        raise NotRecordedError("That cannot be recorded: what stands must be one of those that the flag is about.")
    return verdict


def _day_to_come(typed: str, today: str) -> str:
    try:
        day = date.fromisoformat(typed).isoformat()
    except ValueError:
        raise NotRecordedError("That cannot be recorded: say until which day the flag is accepted.") from None
    if day < today:
        raise NotRecordedError("That cannot be recorded: the day until which the flag is accepted is over already.")
    return day

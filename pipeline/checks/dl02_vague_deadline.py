"""DL02: words for a date that name no day."""

import re
from collections.abc import Iterator

from pipeline.checks.base import Finding, check, joined
from pipeline.checks.kin import has_day, is_in_quotation, is_open, place_of
from pipeline.checks.naming import called
from pipeline.checks.passages import value_passage
from pipeline.checks.standing import is_for_every_case, is_of_another_text
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment, Deadline

WITHIN = re.compile(r"\bwithin (?:the )?\Z", re.IGNORECASE)


@check(code="DL02", name="deadline.no_day", kind="vague_deadline", severity="low", scope="commitment")
def vague_deadline(paper: Paper) -> Iterator[Finding]:
    """A commitment says when in words that name no day of the calendar.

    Why it matters: "in due course" can be repeated in every report, and the promise is never late.
    Flagged: "in due course", "tbc", "1-2 years", "once in post", "the next meeting", a month for which the paper tells no year; nothing but
        "ongoing throughout the year".
    Not flagged: vague words beside a day or a recurrence; "quarterly"; what is done; what hangs on an "if", or shares a lead-in with what
        does; how fast a service answers ("within three weeks"); what is to be done each time that something happens ("on receipt of a
        request"); words that the paper only quotes.
    Known limits: "the next meeting" is flagged also where the paper's readers know its day; a time that the reading did not see as one
        is not flagged.
    """
    doubtful = {deadline.span for each in paper.commitments if not is_open(each) for deadline in each.deadlines}
    for commitment in paper.commitments:
        deadlines = commitment.deadlines
        if not deadlines or not is_open(commitment) or any(map(has_day, deadlines)) or _is_no_promise_of_a_day(commitment.text):
            continue
        vague = [deadline for deadline in deadlines if deadline.span not in doubtful and not _is_standard(deadline, commitment)]
        if vague:
            words = joined([f"“{deadline.text}”" for deadline in vague])
            yield Finding(
                members=(commitment,),
                message=f"{called(commitment)} gives no day to be kept by, only {words}.",
                evidence=tuple(deadline.text for deadline in vague),
                passages=tuple(value_passage(paper, commitment, deadline) for deadline in vague),
            )


def _is_no_promise_of_a_day(text: str) -> bool:
    return is_for_every_case(text) or is_of_another_text(text)


def _is_standard(deadline: Deadline, commitment: Commitment) -> bool:
    """Whether the words tell how fast something is always done, or are only quoted."""
    at = place_of(deadline, commitment)
    if at is None:
        return False
    is_within = deadline.text.lower().startswith("within") or WITHIN.search(commitment.text[:at])
    return (deadline.type == "DURATION" and bool(is_within)) or is_in_quotation(at, commitment.text)

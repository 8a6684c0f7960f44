"""DL03: a date that was over when the paper was written."""

import re
from collections.abc import Iterator

from pipeline.checks.base import Finding, check, joined
from pipeline.checks.kin import is_in_quotation, is_open, place_of
from pipeline.checks.naming import called, day_in_words
from pipeline.checks.passages import value_passage
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment, Deadline

DUE = re.compile(r"\b(?:by|before|no later than|not later than|until)(?: the)?(?: end of)? ?\Z", re.IGNORECASE)
TOLD = re.compile(r"\b(?:was|were|had|did|has been|have been)\b", re.IGNORECASE)


@check(code="DL03", name="deadline.before_paper", kind="past_deadline", severity="medium", scope="commitment")
def past_deadline(paper: Paper) -> Iterator[Finding]:
    """A commitment is due before the paper's own date, and nothing says that it is done.

    Why it matters: the promise was late when the paper was written, or the date was copied from an earlier paper.
    Flagged: in a plan of July 2013, a row due in April 2013 without a status.
    Not flagged: a paper without a date; the month or year of the paper itself; what is done; a later date beside it; recurrences; "from"
        a date; a date in running words that "by", "before" or "until" does not make a due date; words that the paper only quotes.
    Known limits: what the row says of progress in a column that was not read as a status is not seen; a wrong date of the paper makes
        wrong flags.
    """
    published = paper.paper.published
    for commitment in paper.commitments if published else ():
        deadlines = commitment.deadlines
        if not published or not deadlines or not is_open(commitment):
            continue
        if all(_is_over(deadline, published) and _is_due(deadline, commitment) for deadline in deadlines):
            words = joined([f"“{deadline.text}”" for deadline in deadlines])
            yield Finding(
                members=(commitment,),
                message=f"{called(commitment)} is due {words}, before the paper's own date, {day_in_words(published)}; "
                "nothing says that it is done.",
                evidence=tuple(deadline.text for deadline in deadlines),
                passages=tuple(value_passage(paper, commitment, deadline) for deadline in deadlines),
            )


def _is_over(deadline: Deadline, published: str) -> bool:
    """Whether its last day lies before the day, month or year of the paper."""
    return bool(deadline.end and deadline.end[: len(published)] < published and not deadline.rrule and deadline.relation != "from")


def _is_due(deadline: Deadline, commitment: Commitment) -> bool:
    """Whether a date that has passed is one to keep, and does not tell of the past."""
    at = place_of(deadline, commitment)
    if at is None:
        return True
    before = commitment.text[:at]
    return bool(DUE.search(before)) and not TOLD.search(before) and not is_in_quotation(at, commitment.text)

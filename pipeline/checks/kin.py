"""What stands above and below a commitment, and what of it binds."""

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.model.paper import Paper
from pipeline.model.record import Commitment, Deadline, Value

CONDITION = re.compile(
    r"(?:if|unless|provid(?:ed|ing))\b(?! (?:applicable|appropriate|necessary|needed|possible|required)\b)", re.IGNORECASE
)
"""Words that make a promise hang on something; `if needed` and `subject to funding` leave it standing."""

FEWEST_ROWS = 4
"""Rows that a list must have for its wording to tell what it is."""


class Kin:
    """The commitments of a paper, each with its steps, what it is a step of, and the list it stands in."""

    def __init__(self, paper: Paper) -> None:
        self._by_id = {commitment.id: commitment for commitment in paper.commitments}
        self._steps: dict[str, list[Commitment]] = defaultdict(list)
        self._lists: dict[tuple[object, ...], list[Commitment]] = defaultdict(list)
        for commitment in paper.commitments:
            self._lists[_list_key(commitment)].append(commitment)
            if commitment.parent:
                self._steps[commitment.parent].append(commitment)

    def steps(self, commitment: Commitment) -> list[Commitment]:
        """The commitments right below it, in reading order."""
        return self._steps.get(commitment.id, [])

    def above(self, commitment: Commitment) -> Iterator[Commitment]:
        """What it stands under, the nearest first."""
        seen = {commitment.id}
        while (parent := self._by_id.get(commitment.parent or "")) and parent.id not in seen:
            yield parent
            seen.add(parent.id)
            commitment = parent

    def is_account(self, commitment: Commitment) -> bool:
        """Whether it is an action of a list of which most promise nothing by their words, as rows of accounts and of answers counted."""
        rows = self._lists[_list_key(commitment)]
        is_list = commitment.kind == "action" and len(rows) >= FEWEST_ROWS
        return is_list and 2 * sum(row.modality is not None for row in rows) < len(rows)


def _list_key(commitment: Commitment) -> tuple[object, ...]:
    return commitment.rule, commitment.kind, commitment.section


def has_day(deadline: Deadline) -> bool:
    """Whether it names a day of the calendar, or a recurrence."""
    return bool(deadline.start or deadline.end or deadline.rrule)


def is_open(commitment: Commitment) -> bool:
    """Whether it is still to be kept: no promise that is done, hangs on an `if`, or is one not to act."""
    modality = commitment.modality
    hangs = modality is not None and (
        modality.kind == "negated" or (modality.kind == "conditional" and bool(CONDITION.match(modality.text)))
    )
    return commitment.status != "done" and not hangs


def place_of(value: Value, commitment: Commitment) -> int | None:
    """Where the words of a value begin in the commitment's text, in characters; None where they stand in a cell of their own, in a
    lead-in or in a heading."""
    if not commitment.span.start <= value.span.start < commitment.span.end:
        return None
    near = value.span.start - commitment.span.start
    return min(_places(value.text, commitment.text), key=lambda at: abs(at - near), default=None)


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def is_in_quotation(at: int, text: str) -> bool:
    """Whether the words at a place stand in a quotation that opens before it, as in `Amend 5.1 as follows: “…”`."""
    opened = max(text.rfind("“", 0, at), text.rfind("‘", 0, at))
    closed = max((place for place, mark in enumerate(text[:at]) if mark in "”’" and not text[place + 1 : place + 2].isalnum()), default=-1)
    return opened > closed

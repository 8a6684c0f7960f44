"""The dates within a promise's words, cut out so that what is promised can be compared without them."""

import re
from collections.abc import Iterable
from operator import itemgetter

from pipeline.model.record import Commitment, Deadline

LINK = re.compile(r"(?:\A|\s+)(?:at|before|by|during|from|in|of|on|until)(?: the)?\s*\Z", re.IGNORECASE)
"""What leads to a date, and goes with it."""

Cut = tuple[int, int]


def _date_cuts(commitment: Commitment) -> tuple[Cut, ...]:
    """Where the dates of the calendar stand in a commitment's text: half-open, in characters, in order, with the word that leads there.

    Dates in a cell of their own, recurrences and words that name no day are not cut.
    """
    cuts: list[Cut] = []
    for start, end in sorted(_places(commitment), key=itemgetter(0)):
        if not cuts or start >= cuts[-1][1]:
            link = LINK.search(commitment.text, cuts[-1][1] if cuts else 0, start)
            cuts.append((link.start() if link else start, end))
    return tuple(cuts)


def _without(cuts: Iterable[Cut], text: str) -> str:
    """The text without what is cut.

    >>> _without([(12, 19)], "Repair lamps by May for good")
    'Repair lamps for good'
    """
    kept, at = [], 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def without_dates(commitment: Commitment) -> str:
    """What a commitment promises, whenever."""
    return _without(_date_cuts(commitment), commitment.text)


def _places(commitment: Commitment) -> list[Cut]:
    dated = (each for each in commitment.deadlines if each.end and not each.rrule)
    return [(at, at + len(each.text)) for each in dated if (at := _place(each, commitment)) is not None]


def _place(deadline: Deadline, commitment: Commitment) -> int | None:
    """Where the words of a date begin in the text; folded white space may have moved them a little from where their span says."""
    near, text = deadline.span.start - commitment.span.start, commitment.text
    if not 0 <= near < commitment.span.end - commitment.span.start:
        return None
    places = (at for at in range(len(text)) if text.startswith(deadline.text, at))
    return min(places, key=lambda at: abs(at - near), default=None)

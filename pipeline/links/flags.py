"""Flags between papers: what has changed, or is gone, without a word."""

from textwrap import shorten

from pipeline.duplicates.difference import word_difference
from pipeline.links.base import Change, Event, Side
from pipeline.model.identity import flag_id
from pipeline.model.paper import Flag, PaperFacts, Passage, Severity
from pipeline.model.record import Commitment, Value

A_YEAR = 365
SHOWN = 90
"""Characters of a promise that a sentence quotes."""


def flag_of(change: Change, before: Side, after: Side) -> Flag:
    """The flag of a changed date, owner or figure. Its id is made of both promises, and of what was said and is said now."""
    return Flag(
        id=flag_id(change.kind, [before.promise.id, after.promise.id, change.before.text, change.after.text]),
        kind=change.kind,
        severity=_severity(change),
        members=(before.promise.id, after.promise.id),
        message=message_of(change, before, after),
        evidence=(change.before.text, change.after.text),
        passages=(passage_of(before, change.before), passage_of(after, change.after)),
        difference=word_difference(before.promise.text, after.promise.text),
    )


def dropped_flag(before: Side, successor: PaperFacts) -> Flag:
    """The flag of a promise that the successor of its paper no longer holds. Its id is made of the promise and of the successor's slug."""
    promise = before.promise
    return Flag(
        id=flag_id("dropped", [promise.id, successor.slug]),
        kind="dropped",
        severity="medium",
        members=(promise.id,),
        message=dropped_message(before, successor),
        evidence=(promise.text,),
        passages=(passage_of(before, promise),),
    )


def message_of(change: Change, before: Side, after: Side) -> str:
    """One sentence: who said what then, and who says what now."""
    (earlier, later), promise = paper_names(before.facts, after.facts), promise_name(after.promise)
    was, now = (f"“{value.text}”" for value in (change.before, change.after))
    match change.kind:
        case "deadline_moved":
            return f"{promise} was due {was} in {earlier} and is due {now} in {later}: {_slip(change.days or 0)}."
        case "owner_changed":
            return f"{promise} was led by {was} in {earlier} and is led by {now} in {later}."
        case _:
            return f"{promise} aimed at {was} in {earlier} and aims at {now} in {later}{_FIRMNESS.get(change.event, '')}."


def dropped_message(before: Side, successor: PaperFacts) -> str:
    """One sentence that says where the promise stood, and where it stands no more."""
    earlier, later = paper_names(before.facts, successor)
    return f"{promise_name(before.promise)} stands in {earlier} and not in {later}, which succeeds it."


def promise_name(promise: Commitment) -> str:
    """A promise as a sentence names it: its reference and first words."""
    return f"{promise.ref}, {shown(promise)}," if promise.ref else shown(promise)


def shown(promise: Commitment) -> str:
    """The first words of a promise, in quotes."""
    return f"“{shorten(promise.text, SHOWN, placeholder=' …')}”"


def paper_name(facts: PaperFacts) -> str:
    """A paper as a sentence names it: its title, or its file, with its date where the title has none."""
    name = facts.title or facts.file
    when = facts.published or facts.period_start
    return name if not when or when[:4] in name else f"{name} ({when})"


def paper_names(earlier: PaperFacts, later: PaperFacts) -> tuple[str, str]:
    """Two papers as a sentence names them, with their files where they would else have one name."""
    names = paper_name(earlier), paper_name(later)
    return names if names[0] != names[1] else (f"{names[0]} ({earlier.file})", f"{names[1]} ({later.file})")


def _severity(change: Change) -> Severity:
    if change.event == "target_weakened" or (change.days or 0) >= A_YEAR:
        return "high"
    return "low" if change.event == "target_strengthened" or (change.days or 0) < 0 else "medium"


def _slip(days: int) -> str:
    """How far a date has moved.

    >>> _slip(92), _slip(-1)
    ('92 days later', '1 day earlier')
    """
    return f"{abs(days):,} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"


def passage_of(side: Side, value: Value | Commitment) -> Passage:
    """The words of a promise or of one of its values, where they stand."""
    return Passage(paper=side.facts.slug, commitment=side.promise.id, text=value.text, span=value.span, page=value.page, boxes=value.boxes)


_FIRMNESS: dict[Event, str] = {"target_weakened": ", which is less", "target_strengthened": ", which is more"}

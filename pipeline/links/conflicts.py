"""One promise with two dates in papers of one publisher and one year, of which none follows the other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.duplicates.difference import word_difference
from pipeline.duplicates.repeated import is_repeated
from pipeline.links.base import Side
from pipeline.links.changes import have_other_leads
from pipeline.links.flags import paper_name, passage_of, shown
from pipeline.model.identity import flag_id
from pipeline.model.paper import Flag, PaperFacts
from pipeline.model.record import Commitment, Deadline


class Dated(NamedTuple):
    """A promise as it stands in a paper, first if it stands there more than once, and all dates that it has there by their last days."""

    side: Side
    days: dict[str, Deadline]


def find_conflict(sides: Iterable[Side]) -> tuple[str, Flag] | None:
    """The flag for promises that say the same thing, dates aside, in papers of one publisher and one year, and give different dates; with
    the slug of the latest of these papers, on which it stands.

    None where dates of one paper alone clash, which its own checks tell.
    """
    by_paper: dict[str, Dated] = {}
    for each in sorted((each for each in map(_dated, sides) if each), key=_order):
        by_paper.setdefault(each.side.facts.slug, each).days.update(each.days)
    clashing: list[Dated] = []
    for each in by_paper.values():
        if all(_clash(each, other) for other in clashing):
            clashing.append(each)
    return (clashing[-1].side.facts.slug, _flag(clashing)) if len(clashing) > 1 else None


def _dated(side: Side) -> Dated | None:
    """None for what has no date or is done, for a measure, and for what is done again and again."""
    promise = side.promise
    days = {each.end: each for each in promise.deadlines if each.end and not each.rrule}
    is_due_once = days and promise.kind != "indicator" and promise.status != "done" and not is_repeated(promise.text)
    return Dated(side, days) if is_due_once else None


def _order(dated: Dated) -> tuple[str, str, int]:
    facts = dated.side.facts
    return facts.published or facts.period_start or "", facts.slug, dated.side.promise.span.start


def _clash(one: Dated, other: Dated) -> bool:
    """Whether they have no day in common, and may be one promise: of one kind, of no other owners and with no other figures."""
    a, b = one.side.promise, other.side.promise
    is_apart = a.kind != b.kind or have_other_leads(one.side, other.side) or _have_other_figures(a, b)
    return not is_apart and one.days.keys().isdisjoint(other.days) and not _are_rows_of_two_tables(one, other)


def _have_other_figures(one: Commitment, other: Commitment) -> bool:
    figures = [{(target.value, target.unit) for target in promise.targets if target.value is not None} for promise in (one, other)]
    return bool(figures[0] and figures[1]) and figures[0].isdisjoint(figures[1])


def _are_rows_of_two_tables(one: Dated, other: Dated) -> bool:
    """Whether each has its date in a cell, under headings that differ: stages of two timetables are worded alike."""
    are_cells = all(_is_in_cell(deadline, each.side.promise) for each in (one, other) for deadline in each.days.values())
    return are_cells and one.side.promise.section[-1:] != other.side.promise.section[-1:]


def _is_in_cell(deadline: Deadline, promise: Commitment) -> bool:
    return not promise.span.start <= deadline.span.start < promise.span.end


def _flag(clashing: Sequence[Dated]) -> Flag:
    """Its id is made of the promises and of the dates that are told."""
    sides = [each.side for each in clashing]
    told = [next(iter(each.days.values())) for each in clashing]
    ids, words = [side.promise.id for side in sides], [deadline.text for deadline in told]
    where = [f"for “{deadline.text}” in {_name(side.facts, sides)}" for side, deadline in zip(sides, told, strict=True)]
    return Flag(
        id=flag_id("conflicting_deadline", [*ids, *words]),
        kind="conflicting_deadline",
        severity="high",
        members=tuple(ids),
        message=f"{shown(sides[0].promise)} is promised {', '.join(where[:-1])} and {where[-1]}, papers of one year.",
        evidence=tuple(words),
        passages=tuple(passage_of(side, deadline) for side, deadline in zip(sides, told, strict=True)),
        difference=word_difference(sides[0].promise.text, sides[1].promise.text),
    )


def _name(facts: PaperFacts, among: Sequence[Side]) -> str:
    """A paper by its name, with its file where another has the same."""
    name = paper_name(facts)
    is_shared = any(paper_name(side.facts) == name for side in among if side.facts.slug != facts.slug)
    return f"{name} ({facts.file})" if is_shared else name

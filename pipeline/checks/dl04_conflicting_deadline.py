"""DL04: commitments that say the same thing and give different dates."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.base import Finding, check, joined
from pipeline.checks.kin import place_of
from pipeline.checks.naming import called, quoted
from pipeline.checks.passages import value_passage
from pipeline.duplicates.dates import without_dates
from pipeline.duplicates.difference import word_difference
from pipeline.duplicates.pairs import alike
from pipeline.duplicates.repeated import REPEATED, WHO
from pipeline.duplicates.words import words_of
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment, Deadline

SHORTEST_EXACT, SHORTEST = 4, 8
"""Words, articles and dates aside, that a text must have: to be equal with its date in its words, and else. The stages of two timetables
are worded alike in a few, each with its date in a cell."""


class Dated(NamedTuple):
    """A commitment with its words, the dates cut out, and the dates by their last days."""

    commitment: Commitment
    words: tuple[str, ...]
    days: dict[str, Deadline]


@check(code="DL04", name="deadline.two_for_one_promise", kind="conflicting_deadline", severity="high", scope="paper")
def conflicting_deadline(paper: Paper) -> Iterator[Finding]:
    """Commitments that say the same thing give different dates.

    Why it matters: whoever reads the one waits longer than whoever reads the other, and either date can be reported as met.
    Flagged: "Commence work to explore greater use of existing tools … by December 2020", and the same "… by March 2021".
    Not flagged: one date of several in common; recurrences; a promise that differs in a word or a figure beside the date (reports for two
        years); reports and reviews of one list; fewer than four words, or eight where the date stands in a cell; rows of two tables,
        each dated in a cell.
    Known limits: a promise put in other words is not seen; an action that is planned in two steps, both worded alike, is flagged.
    """
    by_words: dict[tuple[str, ...], list[Dated]] = defaultdict(list)
    for dated in map(_dated, paper.commitments):
        if dated.days and len(dated.words) >= SHORTEST_EXACT:
            by_words[dated.words].append(dated)
    for group in _groups(by_words):
        members = _clashing(group)
        if len(members) > 1:
            yield _finding(paper, members)


def _dated(commitment: Commitment) -> Dated:
    days = {deadline.end: deadline for deadline in commitment.deadlines if deadline.end and not deadline.rrule}
    return Dated(commitment, words_of(WHO.sub("", without_dates(commitment))), days)


def _groups(by_words: dict[tuple[str, ...], list[Dated]]) -> list[list[Dated]]:
    """Those whose words are equal or nearly, in reading order; each in one group."""
    texts = sorted(by_words, key=len, reverse=True)
    long = [text for text in texts if len(text) >= SHORTEST]
    home = list(range(len(texts)))
    for one, other in alike(long) if len(long) > 1 else ():
        home[other] = home[one]
    groups: dict[int, list[Dated]] = defaultdict(list)
    for place, text in enumerate(texts):
        groups[home[place]].extend(by_words[text])
    return [sorted(group, key=lambda dated: dated.commitment.span.start) for group in groups.values()]


def _clashing(group: list[Dated]) -> list[Dated]:
    """Those of a group that share no day with any other, told once for each day."""
    clashing: list[Dated] = []
    for dated in group:
        if all(_clash(dated, other) for other in clashing):
            clashing.append(dated)
    return clashing


def _clash(one: Dated, other: Dated) -> bool:
    """Whether the two have no day in common, and are no two turns of one thing and no rows of two tables that only look alike."""
    a, b = one.commitment, other.commitment
    if one.days.keys() & other.days.keys() or a.status != b.status:
        return False
    cells = [_is_in_cell(dated) for dated in (one, other)]
    if (all(cells) and a.section != b.section) or (any(cells) and len(one.words) < SHORTEST):
        return False
    return (a.section, a.parent) != (b.section, b.parent) or one.words[0] not in REPEATED


def _is_in_cell(dated: Dated) -> bool:
    return any(place_of(deadline, dated.commitment) is None for deadline in dated.days.values())


def _finding(paper: Paper, group: list[Dated]) -> Finding:
    members = tuple(dated.commitment for dated in group)
    deadlines = [next(iter(dated.days.values())) for dated in group]
    have_refs = all(member.ref for member in members)
    who = f"{joined([called(member) for member in members])} give" if have_refs else f"{quoted(members[0].text)} is promised for"
    return Finding(
        members=members,
        message=f"{who} different dates: {joined([f'“{deadline.text}”' for deadline in deadlines])}.",
        evidence=tuple(deadline.text for deadline in deadlines),
        passages=tuple(value_passage(paper, member, deadline) for member, deadline in zip(members, deadlines, strict=True)),
        difference=word_difference(members[0].text, members[1].text),
    )

"""PR01: two or more commitments that say the same thing."""

import re
from collections import defaultdict
from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from pipeline.checks.base import Finding, check, count_in_words, joined
from pipeline.checks.wording import said_difference
from pipeline.duplicates.difference import word_difference
from pipeline.duplicates.pairs import alike
from pipeline.duplicates.words import words_of
from pipeline.model.identity import fold
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment

SHORTEST_EXACT, SHORTEST_NEAR, SHORTEST_ELSEWHERE = 5, 8, 12
"""Words, articles aside, that the shorter text must have: to be equal in one list, nearly equal in one list, equal across lists."""


LEANING = re.compile(
    r"\W*(?:(?:(?:up)?on|in|for|after|following|at|where|when|if|under|with|from|by)\b[^,.]{0,30}?\bsuch\b|(?:such|it|they|he|she)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that says only with the one before it what it is about."""


class Promise(NamedTuple):
    """A commitment and its words as compared: folded, without articles."""

    commitment: Commitment
    words: tuple[str, ...]


@check(code="PR01", name="promise.said_twice", kind="duplicate", severity="medium", scope="paper")
def duplicate(paper: Paper) -> Iterator[Finding]:
    """Two or more commitments say the same thing, whole or nearly.

    Why it matters: one promise is counted, costed and reported twice, or a later wording has replaced an earlier one that still stands.
    Flagged: 3.5.2 and 3.5.4, both "Publish a report every year regarding progress"; a wording with a typing slip, or with a tail added.
    Not flagged: a shared opening or tail with another promise beside it; measures that differ in a word or a number; short steps
        (`Continue to lobby`) under different parents; records with other owners, figures or sums, or with other dates (DL04 tells
        those); one reference printed twice; what a report asks for at its head, printed word for word at its end; sentences of two
        paragraphs that lean on what stands before them (`On receipt of such a request`).
    Known limits: a promise put in other words is not seen; nearly equal texts of different parents are not compared, as a step leans
        on what stands above it.
    """
    promises = [Promise(each, words_of(each.text)) for each in paper.commitments]
    promises = [each for each in promises if len(each.words) >= SHORTEST_EXACT]
    for group in _groups(promises):
        members = tuple(promises[place].commitment for place in group)
        is_exact = len({promises[place].words for place in group}) == 1
        difference = word_difference(members[0].text, members[1].text)
        yield Finding(
            members=members,
            message=_message(members, "" if is_exact else said_difference(difference), is_exact),
            evidence=tuple(dict.fromkeys(member.text for member in members)),
            difference=difference,
        )


def _message(members: tuple[Commitment, ...], change: str, is_exact: bool) -> str:
    first, second = members[:2]
    if len(members) == 2 and change and first.ref and second.ref:
        return f"{second.kind.capitalize()} {second.ref} repeats {first.ref} and {change}."
    return f"{_named(members)} say {'' if is_exact else 'nearly '}the same thing: “{shorten(first.text, 80, placeholder=' …')}”"


def _named(members: tuple[Commitment, ...]) -> str:
    refs = [member.ref for member in members if member.ref]
    kind = members[0].kind.capitalize()
    return f"{kind}s {joined(refs)}" if len(refs) == len(members) else f"{count_in_words(len(members)).capitalize()} {kind.lower()}s"


def _groups(promises: list[Promise]) -> list[list[int]]:
    """The places of what says the same, each group in reading order, each place in one group at most."""
    texts = list(dict.fromkeys(promise.words for promise in promises))
    near: dict[tuple[str, ...], list[tuple[str, ...]]] = {words: [words] for words in texts}
    for one, other in alike(texts) if len(texts) > 1 else ():
        near[texts[one]].append(texts[other])
        near[texts[other]].append(texts[one])
    groups: dict[int, list[int]] = {}
    firsts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, promise in enumerate(promises):
        earlier = sorted(first for words in near[promise.words] for first in firsts[words])
        home = next((first for first in earlier if _say_the_same(promises[first], promise)), place)
        groups.setdefault(home, []).append(place)
        if home == place:
            firsts[promise.words].append(place)
    return [group for group in groups.values() if len(group) > 1]


def _say_the_same(one: Promise, other: Promise) -> bool:
    """Whether two promises of equal or nearly equal words are one promise."""
    a, b = one.commitment, other.commitment
    is_exact = one.words == other.words
    if a.ref != b.ref and LEANING.match(a.text) and LEANING.match(b.text):
        return False
    if a.kind != b.kind or (a.ref and a.ref == b.ref) or _clash(a, b) or (a.kind == "indicator" and not is_exact):
        return False
    length = min(len(one.words), len(other.words))
    if a.parent == b.parent and a.section == b.section:
        return length >= (SHORTEST_EXACT if is_exact else SHORTEST_NEAR)
    if a.kind == "indicator" or length < SHORTEST_ELSEWHERE or (is_exact and _is_reprint(a, b)):
        return False
    if a.kind == "action":
        # A row without a reference leans on its heading: the stages of two timetables are worded alike.
        return is_exact and (a.section == b.section or bool(a.ref and b.ref))
    return a.parent == b.parent


def _is_reprint(a: Commitment, b: Commitment) -> bool:
    """Whether one of two equal recommendations in two sections has no reference of its own: reports print those of their head again at
    their end, for the vote. Two references would make two of one."""
    return a.kind == "recommendation" and not (a.ref and b.ref)


def _clash(a: Commitment, b: Commitment) -> bool:
    """Whether owners, dates, figures or sums are stated on both sides and have nothing in common."""
    return any(one and other and not one & other for one, other in zip(_facts(a), _facts(b), strict=True))


def _facts(commitment: Commitment) -> tuple[set[str], ...]:
    return (
        {fold(owner.text) for owner in commitment.owners if owner.role == "lead"},
        {deadline.end for deadline in commitment.deadlines if deadline.end},
        {f"{target.value} {target.unit}" for target in commitment.targets if target.value is not None},
        {f"{budget.amount} {budget.currency}" for budget in commitment.budgets},
    )

"""RF01: one reference on two different commitments of a list."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.checks.base import Finding, check, count_in_words
from pipeline.checks.references import Item, Reference, reference_lists
from pipeline.model.identity import fold
from pipeline.model.paper import Paper

SAME_TEXT = 90.0
"""Similarity (0 to 100) from which two texts are one promise printed twice."""
SHORTEST_BARE_LIST = 4
"""Bare numbers (1, 2, 3) start again so often that fewer of them prove no list."""


@check(code="RF01", name="reference.on_two_commitments", kind="duplicate_ref", severity="high", scope="list")
def duplicate_ref(paper: Paper) -> Iterator[Finding]:
    """One reference stands on two different commitments of a list.

    Why it matters: a minute, a question or a progress report that cites the reference may mean either promise.
    Flagged: A4 "Roll out parenting training." and, in the next row, A4 "Develop positive activities."
    Not flagged: lists that start again (1, 2, 3 and 1, 2, 3); clauses (a), (b); one text printed twice; promises of one numbered paragraph
        or agenda item; a bullet that has only inherited the number above it.
    Known limits: bare numbers are flagged only where they follow each other in a list of at least four; of two paragraphs with one
        number both must promise something.
    """
    for items in reference_lists(paper):
        repeated = _repeated(items)
        for places in repeated.values():
            members = tuple(items[place] for place in places)
            if _is_in_order(items, places, len(repeated)) and _are_own_labels(members) and _differ(members):
                yield Finding(
                    members=tuple(member.commitment for member in members),
                    message=f"Reference {members[0].printed} stands on {count_in_words(len(members))} different "
                    f"{members[0].commitment.kind}s.",
                    evidence=tuple(member.commitment.text for member in members),
                )


def _repeated(items: list[Item]) -> dict[Reference, list[int]]:
    places: dict[Reference, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        places[item.reference].append(place)
    return {reference: found for reference, found in places.items() if len(found) > 1}


def _is_in_order(items: list[Item], places: list[int], repeats: int) -> bool:
    """Whether the numbers around show one list: the repeats follow each other, or only this number is repeated."""
    follow = all(later - earlier == 1 for earlier, later in pairwise(places))
    first = items[places[0]]
    if first.is_labelled:
        return follow or repeats == 1
    before = items[places[0] - 1].reference.numbers if places[0] else ()
    distinct = len({item.reference for item in items})
    return follow and distinct >= SHORTEST_BARE_LIST and before == (first.reference.numbers[0] - 1,)


def _are_own_labels(members: tuple[Item, ...]) -> bool:
    """Whether each is printed with the reference itself: a paragraph, an agenda item or a parent may share one with all below it."""
    labels = {member.label for member in members}
    return len(labels) == len(members) and None not in labels


def _differ(members: tuple[Item, ...]) -> bool:
    texts = [fold(member.commitment.text) for member in members]
    return all(fuzz.ratio(one, other) < SAME_TEXT for place, one in enumerate(texts) for other in texts[:place])

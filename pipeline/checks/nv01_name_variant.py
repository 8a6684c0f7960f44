"""NV01: one name printed in more than one way."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from pipeline.checks.base import Finding, check, joined
from pipeline.checks.names import JOINTS, Printing, heading_names, name_key, other_printings, owner_names, text_names
from pipeline.checks.passages import commitment_passage
from pipeline.checks.standing import is_of_another_text
from pipeline.duplicates.keys import commonness
from pipeline.model.identity import fold
from pipeline.model.paper import Paper

SHORTEST_SLIP, SHORTEST_CHANGE = 5, 7
"""Letters of a word in which one may be lost, added or swapped; in which one may be changed, as in a shorter word that makes another."""
BODIES = {"board", "centre", "committee", "council", "department", "forum", "group", "panel", "partnership", "team", "unit"}
PAPERS = {"act", "framework", "fund", "plan", "policy", "programme", "project", "scheme", "strategy"}
"""Words that end names, so that one without its capital is a printing of the name rather than a word beside it."""
ACRONYM = re.compile(r"(?<![\w’'])(?<![A-Z] )[A-Z]{4,6}(?![\w’']| [A-Z]{2})")
"""A word in capitals alone: longer ones, and those in a row, are ordinary words printed so."""
TITLES = {"councillor", "director", "member", "minister", "officer", "secretary"}
"""Words whose plural stands before several names."""


@check(code="NV01", name="name.printed_differently", kind="name_variant", severity="low", scope="paper")
def name_variant(paper: Paper) -> Iterator[Finding]:
    """One body, heading or place is printed in more than one way.

    Why it matters: whoever searches, sorts or counts by owner or theme finds a part only, and two bodies may be meant.
    Flagged: `Commissioning Team`, `Commissioning team`; `SEMLEP`, `Semlep`; `Fullers Slade`, `Fuller Slade`; `Best use of Resources`,
        `Best Use of Resources`; `Health & Wellbeing Board`, `Health and Wellbeing Board`.
    Not flagged: phrases that have a capital only where a sentence begins; plurals; headings in capitals, or in title case where the
        text is not; names that differ in a number or in a whole word; names in new words for another text.
    Known limits: an abbreviation beside its name (`Mendip DC`) is not seen; nor is a slip in a name of one word, or in a short word;
        two names that differ by a letter may be two places.
    """
    headings, owners, texts = heading_names(paper), owner_names(paper), text_names(paper)
    names = [*owners, *texts]
    keys = {name_key(each.text) for each in names if _ends_as_a_body(each)}
    names += [each for each in other_printings(paper, keys) if _ends_as_a_body(each)]
    pairs = {frozenset(each.text for each in pair): pair for pair in (*_variants(headings), *_variants(names), *_acronyms(paper))}
    yield from (_finding(pair) for pair in pairs.values() if not any(_holds(pair, other) for other in pairs.values()))


def _holds(pair: tuple[Printing, Printing], other: tuple[Printing, Printing]) -> bool:
    """Whether a pair of names says no more than another pair, and each has more words than that one's."""
    (one, two), (a, b) = ((each.text for each in names) for names in (pair, other))
    return {one, two} != {a, b} and ((a in one and b in two) or (a in two and b in one))


def _finding(pair: tuple[Printing, Printing]) -> Finding:
    evidence = tuple(each.text for each in pair)
    return Finding(
        members=tuple({each.commitment.id: each.commitment for each in pair if each.commitment}.values()),
        message=f"One name is printed in two ways: {joined([f'“{name}”' for name in evidence])}.",
        evidence=evidence,
        passages=tuple(each.passage for each in pair),
        about=evidence,
    )


def _variants(printings: Iterable[Printing]) -> Iterator[tuple[Printing, Printing]]:
    """The first printing of each name with each other printing of it, and names that differ by a slip."""
    by_key: dict[str, dict[str, Printing]] = defaultdict(dict)
    for each in printings:
        by_key[name_key(each.text)].setdefault(each.text, each)
    for printed in by_key.values():
        first, *others = printed.values()
        yield from ((first, other) for other in others if _is_variant(first, other))
    slots: dict[tuple[str, ...], dict[str, Printing]] = defaultdict(dict)
    for printed in by_key.values():
        first = next(iter(printed.values()))
        words = fold(first.text).split()
        for place in range(len(words)) if len(words) > 1 else ():
            slots[(*words[:place], "", *words[place + 1 :])].setdefault(words[place], first)
    for around, alike in slots.items():
        may_be_plural = (*around, "of")[around.index("") + 1] in JOINTS
        for one, other in combinations(alike, 2):
            if _is_slip(one, other, may_be_plural):
                yield alike[one], alike[other]


def _is_variant(first: Printing, second: Printing) -> bool:
    """Whether two printings of the same words differ in more than what their places in sentences make of them."""
    if first.text.isupper() or second.text.isupper():
        return False
    if fold(first.text) != fold(second.text):
        return max(len(first.words), len(second.words)) > 2 and _without_articles(first) != _without_articles(second)
    pairs = list(zip(first.words, second.words, strict=True))
    keeps_capital = any(one[0].isupper() and one[0] == other[0] and (place or one.isupper()) for place, (one, other) in enumerate(pairs))
    return keeps_capital and any(one[0] != other[0] and fold(one) not in JOINTS for one, other in pairs[1:])


def _without_articles(printing: Printing) -> list[str]:
    return [word for word in fold(printing.text).split() if word != "the"]


def _is_slip(one: str, other: str, may_be_plural: bool) -> bool:
    """Whether one letter is lost, added, swapped or, in a long word, changed; a plural at a name's end, or before `of`, is none.

    >>> _is_slip("fullers", "fuller", False), _is_slip("teams", "team", True), _is_slip("gillet", "gillett", True)
    (True, False, True)
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_SLIP or one[0] != other[0] or not (one + other).replace("'", "").isalpha():
        return False
    if (may_be_plural or shorter in TITLES) and longer in (f"{shorter}s", f"{shorter}'s", f"{shorter}'"):
        return False
    is_change = len(one) == len(other) and sorted(one) != sorted(other)
    return OSA.distance(one, other, score_cutoff=1) <= 1 and not (is_change and len(shorter) < SHORTEST_CHANGE)


def _ends_as_a_body(each: Printing) -> bool:
    return len(each.words) > 2 and fold(each.words[-1]) in BODIES | PAPERS


def _acronyms(paper: Paper) -> Iterator[tuple[Printing, Printing]]:
    """Words in capitals that are printed as a name of one word too, and never without a capital."""
    texts = " ".join(each.text for each in paper.commitments if not is_of_another_text(each.text))
    words, names = set(re.findall(r"\w+", texts)), set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", texts))
    for word in dict.fromkeys(ACRONYM.findall(texts)):
        if word.capitalize() in names and word.lower() not in words and not commonness(word.lower()):
            yield _first_with(paper, word), _first_with(paper, word.capitalize())


def _first_with(paper: Paper, word: str) -> Printing:
    commitment = next(each for each in paper.commitments if re.search(rf"\b{word}\b", each.text))
    return Printing(word, commitment_passage(paper, commitment), commitment)

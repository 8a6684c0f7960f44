"""Which paper succeeds which: by what a clerk states, else by publisher, title, kind and date."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from pipeline.links.base import Succession
from pipeline.links.named import Named, find_named, nameable
from pipeline.links.titles import is_rare, is_telling, latest_year, series_of
from pipeline.model.identity import fold
from pipeline.model.paper import PaperFacts

LONG = 4
"""Letters of a word that stays itself when one of them is lost or added."""
MOST = 100
"""Papers of like titles that are looked at, the latest first: a thousand of one day must not be compared each with each."""
DRAFT = "draft"


class _Edition(NamedTuple):
    """A paper and what places it among others. `when` is an ISO date, as exact as it is known."""

    facts: PaperFacts
    when: str
    is_stated: bool
    series: tuple[str, ...]
    is_final: bool


def find_successions(papers: Sequence[PaperFacts]) -> tuple[Succession, ...]:
    """The successions among these papers, in order of time; each paper has at most one
    paper that it succeeds. The same whatever the order of the papers.

    Papers of one day, and papers without a date, succeed none but by a clerk's word.
    """
    earlier: dict[tuple[str, ...], list[_Edition]] = defaultdict(list)
    named = find_named([nameable(facts) for facts in papers if facts.succeeds], map(nameable, papers))
    found = []
    for later in sorted(map(_edition, papers), key=_order):
        alike = earlier[_likeness_key(later)]
        if later.facts.succeeds:
            found += _stated(later.facts.slug, named)
        elif later.when and (best := _predecessor(alike, later)):
            found.append(_succession(best, later))
        alike.append(later)
    return tuple(_without_circles(found))


def _edition(facts: PaperFacts) -> _Edition:
    stated = facts.period_start or facts.published
    return _Edition(
        facts, stated or latest_year(facts) or "", stated is not None, series_of(facts), DRAFT not in fold(facts.title or facts.file)
    )


def _order(edition: _Edition) -> tuple[str, bool, str]:
    return edition.when, edition.is_final, edition.facts.slug


def _stated(later: str, named: Mapping[str, Named]) -> list[Succession]:
    if later not in named:
        return []
    paper, is_guess = named[later]
    reason = f"its sidecar says so, by a name that may mean others than {paper.file}" if is_guess else "its sidecar says so"
    return [Succession(paper.slug, later, reason, is_guess)]


def _likeness_key(edition: _Edition) -> tuple[str, ...]:
    """What papers of one publisher with the same or nearly the same title share, so that only these are compared."""
    return fold(edition.facts.publisher or ""), *(word[: LONG - 1] for word in edition.series)


def _predecessor(earlier: Sequence[_Edition], later: _Edition) -> _Edition | None:
    """The latest earlier edition with the same title, or else the latest with nearly the same."""
    for is_like in (_has_same_title, _has_nearly_same_title):
        for each in reversed(earlier[-MOST:]):
            if is_like(each, later) and _is_before(each, later) and _may_be_one_series(each, later):
                return each
    return None


def _is_before(one: _Edition, other: _Edition) -> bool:
    """Whether the one is surely earlier: `2012` is not before `2012-04`; a draft is before what is none."""
    if one.when and other.when and not other.when.startswith(one.when) and not one.when.startswith(other.when):
        return one.when < other.when
    return bool(one.when) and one.when == other.when and one.is_final < other.is_final


def _may_be_one_series(one: _Edition, other: _Edition) -> bool:
    kinds = {one.facts.kind, other.facts.kind} - {None}
    return len(kinds) < 2 and (bool(one.facts.publisher) or is_rare(one.series))


def _has_same_title(one: _Edition, other: _Edition) -> bool:
    return one.series == other.series


def _has_nearly_same_title(one: _Edition, other: _Edition) -> bool:
    """Whether the words are the same but for a letter each: a plural, or a slip."""
    if len(one.series) != len(other.series) or not is_telling(one.series):
        return False
    return all(a == b or (min(len(a), len(b)) >= LONG and OSA.distance(a, b) == 1) for a, b in zip(one.series, other.series, strict=True))


def _succession(earlier: _Edition, later: _Edition) -> Succession:
    """Certain where publisher, title and both dates are stated; a guess otherwise."""
    same = _has_same_title(earlier, later)
    title = f"{'the same' if same else 'nearly the same'} title" if is_telling(later.series) else "no title of their own"
    publisher = "the same publisher" if later.facts.publisher else "no publisher stated"
    dates = f"{earlier.when} comes before {later.when}" if earlier.when != later.when else "one is a draft"
    are_stated = earlier.is_stated and later.is_stated and earlier.when != later.when
    is_guess = not (same and is_telling(later.series) and later.facts.publisher and are_stated)
    return Succession(earlier.facts.slug, later.facts.slug, f"{publisher}, {title}, and {dates}", is_guess)


def _without_circles(found: list[Succession]) -> list[Succession]:
    """Clerks may name each other's paper: what would lead back to where it came from is left out."""
    before: dict[str, str] = {}
    kept = []
    for each in found:
        at: str | None = each.earlier
        while at is not None and at != each.later:
            at = before.get(at)
        if at is None:
            before[each.later] = each.earlier
            kept.append(each)
    return kept

"""Which paper a clerk means by the name after `succeeds`: a slug, or a file with or without its ending, and with or without its folders."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from pipeline.model.identity import fold
from pipeline.model.paper import PaperFacts


class Nameable(NamedTuple):
    """What of a paper tells whether it is meant, and what it says it `succeeds`; as in `PaperFacts`."""

    slug: str
    file: str
    publisher: str | None
    published: str | None
    period_start: str | None
    succeeds: str | None


class Named(NamedTuple):
    """The paper that is meant; `is_guess` where the name is not the whole of a file's, and others may be meant as well."""

    paper: Nameable
    is_guess: bool


def nameable(facts: PaperFacts) -> Nameable:
    """What a name goes by, of all that is known of a paper."""
    return Nameable(facts.slug, facts.file, facts.publisher, facts.published, facts.period_start, facts.succeeds)


def find_named(later: Collection[Nameable], papers: Iterable[Nameable]) -> dict[str, Named]:
    """The one of the papers that each of the later ones is said to follow, by the slug of the later; those that name none are left out."""
    wanted = {fold(paper.succeeds) for paper in later if paper.succeeds}
    bearers: dict[str, list[Nameable]] = defaultdict(list)
    for paper in papers if wanted else ():
        for name in wanted.intersection(_names(paper)):
            bearers[name].append(paper)
    found = ((paper, [each for each in bearers[fold(paper.succeeds or "")] if each.slug != paper.slug]) for paper in later)
    return {paper.slug: _meant(paper, meant) for paper, meant in found if meant}


def _meant(later: Nameable, bearers: list[Nameable]) -> Named:
    """The one whose whole name it is, else one in the same folder, else one of the same publisher; of several the last one before it."""
    best = max(bearers, key=lambda paper: (*_exactness(later, paper), *_nearness(later, paper), paper.file))
    is_near = any(_exactness(later, best)) or _folder(best) == _folder(later)
    kin = sum(paper.publisher == later.publisher for paper in bearers)
    return Named(best, is_guess=not is_near and (best.publisher != later.publisher or kin > 1))


def _exactness(later: Nameable, paper: Nameable) -> tuple[bool, bool, bool]:
    name, file = fold(later.succeeds or ""), fold(paper.file)
    return name == file, name == _without_ending(file), name == paper.slug


def _nearness(later: Nameable, paper: Nameable) -> tuple[bool, bool, bool, str]:
    when, before = (each.period_start or each.published or "" for each in (later, paper))
    return _folder(paper) == _folder(later), paper.publisher == later.publisher, before < when, before


def _names(paper: Nameable) -> Iterator[str]:
    """All that a paper may be called by."""
    yield paper.slug
    parts = fold(paper.file).split("/")
    for start in range(len(parts)):
        name = "/".join(parts[start:])
        yield name
        yield _without_ending(name)


def _folder(paper: Nameable) -> str:
    return str(PurePosixPath(paper.file).parent)


def _without_ending(file: str) -> str:
    return file.rsplit(".", 1)[0]

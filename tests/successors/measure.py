"""How well promises are followed into made-up successors: links and the four kinds of flags, against the truth."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.evaluate.gold import GoldCommitment, GoldPaper
from pipeline.evaluate.pair import pair_commitments
from pipeline.extract import Extractor
from pipeline.ingest import derive_paper
from pipeline.links import follow
from pipeline.model.paper import Paper, Sidecar
from successors.polish import Style
from successors.rewrite import Fate, rewrite

KINDS = ("deadline_moved", "owner_changed", "target_changed", "dropped")


class Count(NamedTuple):
    """Hits, what was claimed and what was wanted."""

    hits: int = 0
    claimed: int = 0
    wanted: int = 0

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """From 0 to 1; 1 where nothing was claimed and nothing wanted."""
        return 2 * self.hits / (self.claimed + self.wanted) if self.claimed + self.wanted else 1.0


class Case(NamedTuple):
    """A paper and its truth; `year` is the one it names most, None for a paper that states its date or period."""

    slug: str
    text: str
    gold: tuple[GoldCommitment, ...]
    year: str | None


def load_cases(root: Path) -> list[Case]:
    """The papers that were read by hand, as text exports."""
    cases = []
    for path in sorted((root / "tests" / "gold").glob("*.json")):
        texts = [each for each in (root / "corpus" / f"{path.stem}.txt", root / "tests" / "papers" / f"{path.stem}.txt") if each.is_file()]
        if texts:
            text, data = texts[0].read_text(encoding="utf-8"), path.read_bytes()
            facts, years = json.loads(data)["paper"], Counter(re.findall(r"20\d\d", text)).most_common(1)
            year = years[0][0] if years and not (facts["published"] or facts["period_start"]) else None
            cases.append(Case(path.stem, text, GoldPaper.model_validate_json(data).commitments, year))
    return cases


class Trial(NamedTuple):
    """A paper and its successor as the pipeline reads them, and the truth: `old` and `new` give the position of a promise by its id."""

    case: Case
    earlier: Paper
    later: Paper
    fates: Mapping[int, Fate]
    old: Mapping[str, int]
    new: Mapping[str, int]

    @property
    def doubtful(self) -> set[int]:
        """Promises that count neither way."""
        return {position for position, promise in enumerate(self.case.gold) if promise.optional}


def try_out(case: Case, extractor: Extractor, seed: int, style: Style) -> Trial:
    """One successor of a paper; every other one, by the seed, with other numbers."""
    successor = rewrite(case.text, case.gold, seed, style, is_renumbered=seed % 2 == 1)
    # Where a paper states no date, both get one of the same year: else the moved dates would move those without a year.
    earlier = _read(case.text, Sidecar(published=case.year and f"{case.year}-06"), case.slug, extractor)
    later = _read(successor.text, Sidecar(published=case.year and f"{case.year}-07", succeeds=case.slug), "successor", extractor)
    old = _by_id(pair_commitments(case.gold, earlier.commitments), earlier)
    new = _by_id(pair_commitments(_as_gold(case.gold, successor.fates), later.commitments), later)
    return Trial(case, earlier, later, successor.fates, old, new)


def measure(trial: Trial, errors: list[str] | None = None) -> dict[str, Count]:
    """The counts of links and of each kind of flag; `errors` takes what was missed and what was made up."""
    followed = follow([trial.later, trial.earlier])
    counts = {"links": count_links(trial, [(link.earlier, link.later) for link in followed.links], errors)}
    for kind in KINDS:
        flagged = {trial.old.get(flag.members[0], flag.members[0]) for _, flag in followed.flags if flag.kind == kind}
        truth = {position for position, fate in trial.fates.items() if kind in fate.flags}
        counts[kind] = _count(truth - trial.doubtful, flagged - trial.doubtful, kind, errors, trial.case)
    return counts


def count_links(trial: Trial, links: Sequence[tuple[str, str]], errors: list[str] | None = None) -> Count:
    """The count of links, each the ids of an earlier and a later promise."""
    wanted = {(position, position) for position, fate in trial.fates.items() if fate.text is not None}
    found = {(trial.old.get(one, one), trial.new.get(other, other)) for one, other in links}
    doubtful = {(each, each) for each in trial.doubtful}
    return _count(wanted - doubtful, found - doubtful, "link", errors, trial.case)


def total(counts: Sequence[Mapping[str, Count]]) -> dict[str, Count]:
    """The counts of several successors together; `flags` are the four kinds together."""
    sums: dict[str, Count] = {}
    for each in counts:
        for field, count in each.items():
            sums[field] = sums.get(field, Count()).plus(count)
    flags = Count()
    for kind in KINDS:
        flags = flags.plus(sums[kind])
    return {"links": sums["links"], "flags": flags, **{kind: sums[kind] for kind in KINDS}}


def _read(text: str, sidecar: Sidecar, slug: str, extractor: Extractor) -> Paper:
    return derive_paper(text.encode(), f"{slug}.txt", slug, sidecar, extractor)


def _by_id(pairs: Mapping[int, int], paper: Paper) -> dict[str, int]:
    return {paper.commitments[found].id: position for position, found in pairs.items()}


def _as_gold(promises: Sequence[GoldCommitment], fates: Mapping[int, Fate]) -> list[GoldCommitment]:
    """The promises as they stand in the successor; one that is gone keeps its place, with words that match nothing."""
    return [
        promise.model_copy(update={"text": fates[position].text or f"gone {position}", "ref": fates[position].ref, "section": None})
        for position, promise in enumerate(promises)
    ]


def _count(truth: set[object], claimed: set[object], what: str, errors: list[str] | None, case: Case) -> Count:
    if errors is not None:
        errors += [f"missed {what} {_shown(each, case)}" for each in sorted(truth - claimed, key=str)]
        errors += [f"made up {what} {_shown(each, case)}" for each in sorted(claimed - truth, key=str)]
    return Count(len(truth & claimed), len(claimed), len(truth))


def _shown(found: object, case: Case) -> str:
    places = found if isinstance(found, tuple) else (found,)
    return " / ".join(case.gold[place].text[:70] if isinstance(place, int) else str(place) for place in places)

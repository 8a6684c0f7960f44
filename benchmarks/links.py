"""How well promises are followed into the next plan: one command, one table.

    python benchmarks/links.py            10 successors of every paper, and the table into benchmarks/README.md
    python benchmarks/links.py --print    the table alone
    python benchmarks/links.py --errors   what was missed and what was made up, besides

The papers are the text exports whose commitments were read by hand. A script makes successors of each, with known truth: dates moved,
owners replaced, figures lowered, promises dropped, others added that open as they did, every other plan renumbered, and promises
reworded. Each pair is read by the pipeline.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from report import headed, write_section

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from rapidfuzz import fuzz, process
from successors.measure import KINDS, Count, Trial, count_links, load_cases, measure, total, try_out
from successors.polish import STYLES

from pipeline.extract import Extractor
from pipeline.model.identity import fold
from pipeline.rulebook import load_rulebook

ROOT = Path(__file__).resolve().parent.parent
SEEDS = range(10)
WAYS = {
    "known": "some reworded: synonyms, adjectives, tails",
    "unknown": "some reworded: other words, clauses turned, nouns for verbs, openings, asides",
    "rewritten": "all reworded in five to nine of these ways",
}
FIELDS = ("links", "flags", *KINDS)
ALIKE = 80
"""Likeness (0 to 100) from which the plain ways take two texts for one promise."""


def by_reference(trial: Trial) -> list[tuple[str, str]]:
    """What a spreadsheet does: the same reference is the same promise."""
    refs = {fold(promise.ref): promise.id for promise in trial.later.commitments if promise.ref}
    return [(promise.id, refs[fold(promise.ref)]) for promise in trial.earlier.commitments if promise.ref and fold(promise.ref) in refs]


def by_letters(scorer: Callable[..., float]) -> Callable[[Trial], list[tuple[str, str]]]:
    """What a plain script does: the most alike texts first, each used once, down to a fixed likeness."""

    def match(trial: Trial) -> list[tuple[str, str]]:
        ones, others = trial.earlier.commitments, trial.later.commitments
        table = process.cdist([fold(one.text) for one in ones], [fold(other.text) for other in others], scorer=scorer)
        pairs = sorted((-table[i][j], i, j) for i in range(len(ones)) for j in range(len(others)) if table[i][j] >= ALIKE)
        found: dict[int, int] = {}
        for _, i, j in pairs:
            if i not in found and j not in found.values():
                found[i] = j
        return [(ones[i].id, others[j].id) for i, j in found.items()]

    return match


PEERS: dict[str, Callable[[Trial], list[tuple[str, str]]]] = {
    "same reference": by_reference,
    "rapidfuzz ratio ≥ 80": by_letters(fuzz.ratio),
    "rapidfuzz token_set_ratio ≥ 80": by_letters(fuzz.token_set_ratio),
}


def rows(errors: list[str] | None) -> Iterator[str]:
    """The table."""
    extractor = Extractor(load_rulebook(ROOT / "rules"))
    cases = load_cases(ROOT)
    yield f"| F1 of {len(SEEDS) * len(cases)} pairs of papers | {' | '.join(FIELDS)} |"
    yield "|" + " --- |" * (len(FIELDS) + 1)
    for style, way in WAYS.items():
        trials = [try_out(case, extractor, seed, STYLES[style]) for case in cases for seed in SEEDS]
        found = total([measure(trial, errors) for trial in trials])
        yield f"| {way} | {' | '.join(f'{found[field].f1:.3f}' for field in FIELDS)} |"
        for peer, match in PEERS.items():
            count = Count()
            for trial in trials:
                count = count.plus(count_links(trial, match(trial)))
            yield f"| – by {peer} | {count.f1:.3f} |{' |' * (len(FIELDS) - 1)}"


def main() -> None:
    """Measures, and writes or prints."""
    errors: list[str] | None = [] if "--errors" in sys.argv else None
    found = headed(rows(errors))
    print(found, *sorted(errors or []), sep="\n")
    if "--print" not in sys.argv:
        write_section("links", found)


if __name__ == "__main__":
    main()

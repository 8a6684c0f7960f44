"""What becomes of papers that want to do harm: one command, one table.

    python benchmarks/hostile.py            every hostile paper and 500 mutated PDFs, and the tables into benchmarks/README.md
    python benchmarks/hostile.py NAME…      only the hostile papers whose names hold one of these words; prints their table

The mutants are of PDFs made here and, where there are any, of those in ../shared/pdfs. The same seed gives the same mutants.
"""

import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain

from report import ROOT, write_section

sys.path.insert(0, str(ROOT / "tests" / "hostile"))

from hostile import FILES
from hostile.mutants import mutant, seeds
from hostile.trial import Trial, attempt, traces

PDFS = ROOT.parent / "shared" / "pdfs"
MUTANTS, SEED, LARGEST = 500, 2026, 500_000


def named(words: list[str]) -> Iterator[str]:
    """A row for each hostile paper."""
    yield "| paper | fate | told | characters | s | of them here |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for title, file in FILES.items():
        if not words or any(word in title for word in words):
            trial = attempt(file.name, file.make())
            marks = "" if trial.fate in file.fates and file.says in " ".join(trial.told) else " **(unexpected)**"
            yield f"| {title} | {trial.fate}{marks} | {told(trial)} | {trial.characters:,} | {trial.seconds:.1f} | {trial.here:.1f} |"


def told(trial: Trial) -> str:
    """The first thing told, and how many more there are."""
    more = f" (and {len(trial.told) - 1} more)" if len(trial.told) > 1 else ""
    return (trial.told[0][:140] + more).replace("|", "/") if trial.told else ""


def mutated() -> Iterator[str]:
    """How many mutants were read, partly read and refused, and how long the slowest took."""
    real = [path.read_bytes() for path in sorted(PDFS.glob("*/*.pdf")) if path.stat().st_size <= LARGEST]
    originals = [*seeds(), *random.Random(SEED).sample(real, min(len(real), 60))]
    fates: Counter[str] = Counter()
    slowest, here, before = 0.0, 0.0, None
    for at in range(MUTANTS):
        trial = attempt("mutant.pdf", mutant(originals[at % len(originals)], SEED + at))
        fates[trial.fate] += 1
        slowest, here = max(slowest, trial.seconds), max(here, trial.here)
        before = before or traces()
        if trial.seconds > 5:
            print(f"mutant {at}: {trial.seconds:.1f} s, {told(trial)}", file=sys.stderr)
    after = traces()
    assert (after.files, after.processes) == (before.files, before.processes), (before, after)
    assert after.temporary <= before.temporary, after.temporary - before.temporary
    yield "| mutants | read | partly | refused | slowest | slowest here | left behind |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    yield f"| {MUTANTS} | {fates['read']} | {fates['partly']} | {fates['refused']} | {slowest:.1f} s | {here:.1f} s | nothing |"


def main() -> None:
    """Measures, and writes or prints."""
    if words := sys.argv[1:]:
        for row in named(words):
            print(row, flush=True)
        return
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        # A folder that nobody else writes into, so that what is left behind is ours.
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        for line in chain([f"{datetime.now(UTC):%d %B %Y}", ""], named([]), [""], mutated()):
            print(line, flush=True)
            lines.append(line)
    write_section("hostile", "\n".join(lines))


if __name__ == "__main__":
    main()

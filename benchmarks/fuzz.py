"""What becomes of papers, sidecars and rules that nobody wrote: one command, one table.

    python benchmarks/fuzz.py                  ten thousand cases, and the table into benchmarks/README.md
    python benchmarks/fuzz.py NAME…            the targets whose names hold one of these words; prints their table
    python benchmarks/fuzz.py --share 0.1      a tenth of the cases; prints the table
    python benchmarks/fuzz.py --atheris NAME   lets atheris, where it is installed (pip install atheris), steer the cases of one target
                                               towards code that was not run before, for five minutes; `--seconds N` for another time

The same seed gives the same cases. A case that ends in anything but a result or an error of our own is printed.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import FunctionType
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from report import ROOT, write_section

sys.path[:0] = [str(ROOT / "tests" / "fuzz"), str(ROOT / "tests" / "hostile")]

from fuzzing import TARGETS, Hang, Target, attempt  # noqa: E402 - found by the path above

SEED = 2026
FATES = ("read", "with doubt", "refused", "failed", "hung")


class Tally:
    """What became of the cases of one target."""

    def __init__(self, name: str, target: Target) -> None:
        self.name, self.target = name, target
        self.fates: Counter[str] = Counter()
        self.slowest = 0.0
        self._said: set[tuple[str, int | None]] = set()

    def take(self, case: Any) -> None:
        """Takes one case; what is neither a result nor an error of our own is counted, and printed."""
        started = time.process_time()
        try:
            fate = attempt(self.target, case)
        except Hang:
            fate = "hung"
        except Exception as error:  # noqa: BLE001 - what is looked for
            fate = "failed"
            place = traceback.extract_tb(error.__traceback__)[-1]
            if (place.filename, place.lineno) not in self._said:
                print(
                    f"{self.name}: {place.filename}:{place.lineno}: {type(error).__name__}: {str(error)[-600:]}\n  {case!r:.2000}",
                    file=sys.stderr,
                    flush=True,
                )
            self._said.add((place.filename, place.lineno))
        self.fates[fate] += 1
        self.slowest = max(self.slowest, time.process_time() - started)

    def row(self) -> str:
        """The target's row of the table."""
        found = [f"{self.fates[fate]:,}" for fate in FATES]
        return f"| {self.name} | {self.fates.total():,} | {' | '.join(found)} | {self.slowest:.1f} s |"


def feeder(tally: Tally, number: int) -> Callable[[], None]:
    """A test of hypothesis that takes so many cases."""

    @seed(SEED)
    @settings(max_examples=number, deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
    @given(st.data())
    def feed(data: Any) -> None:
        tally.take(data.draw(tally.target.cases))

    return feed


def measure(words: list[str], share: float) -> Iterator[str]:
    """The rows of the table."""
    yield "| fed to | cases | read | with doubt | refused | failed | hung | slowest here |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    total: Counter[str] = Counter()
    for name, target in TARGETS.items():
        if not words or any(word in name for word in words):
            tally = Tally(name, target)
            feeder(tally, max(1, int(target.long * share)))()
            total += tally.fates
            yield tally.row()
    yield f"| all | {total.total():,} | {' | '.join(f'{total[fate]:,}' for fate in FATES)} | |"


def functions_of(prefixes: tuple[str, ...]) -> Iterator[FunctionType]:
    """The functions and methods of all modules whose names begin so."""
    for name, module in list(sys.modules.items()):
        if name.startswith(prefixes):
            parts = [part for part in vars(module).values() if getattr(part, "__module__", None) == name]
            yield from (part for part in parts if isinstance(part, FunctionType))
            yield from (part for kind in parts if isinstance(kind, type) for part in vars(kind).values() if isinstance(part, FunctionType))


def steer(name: str, seconds: int) -> None:
    """Lets atheris choose the cases; it ends the process itself, at the first case that fails."""
    import atheris  # only this needs it

    tally = Tally(name, TARGETS[name])

    @settings(deadline=None, database=None)
    @given(st.data())
    def feed(data: Any) -> None:
        attempt(tally.target, data.draw(tally.target.cases))

    for function in functions_of(("pipeline.read.", "pipeline.rulebook.", "pipeline.ingest.sidecar", "yaml.")):
        atheris.instrument_func(function)  # in place
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", f"-seed={SEED}", "-max_len=4096", "-len_control=0"], feed.hypothesis.fuzz_one_input
    )  # type: ignore[attr-defined]
    atheris.Fuzz()


def main() -> None:
    """Measures, and writes or prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--atheris", metavar="NAME", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=300)
    asked = parser.parse_args()
    if asked.atheris:
        steer(asked.atheris, asked.seconds)
        return
    lines = [f"{datetime.now(UTC):%d %B %Y}", ""]
    for line in measure(asked.words, asked.share):
        print(line, flush=True)
        lines.append(line)
    if asked.words or asked.share != 1:
        return
    write_section("fuzz", "\n".join(lines))


if __name__ == "__main__":
    main()

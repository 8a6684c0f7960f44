"""What says the same among very many promises: how fast it is found, with how much memory, and how well, by ours and by two peers.

    python benchmarks/duplicates.py            10,000 to 1,000,000 texts; the table into README.md, the growth into duplicates.svg
    python benchmarks/duplicates.py --short    our own on 3,000 texts, the figures as JSON

The texts are those of `duplicates_texts.py`. Each tool has each number of texts in a process of its own, a peer as many as it does in five
minutes on two free cores. Judged are groups, for which every pair of texts of one group counts: precision is the part of the found pairs
that were planted, recall the part of the planted ones that were found.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from duplicates_plot import plot
from duplicates_texts import Texts, make, sentences
from peers import peers_python
from report import headed, write_section

HERE = Path(__file__).resolve().parent
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
PEERS = {"datasketch": "datasketch MinHash LSH and rapidfuzz", "rapidfuzz": "rapidfuzz, all with all"}
MOST = {"ours": 1_000_000, "datasketch": 300_000, "rapidfuzz": 30_000}
"""Texts that a tool is given at most: with the next number a peer takes more than five minutes."""
CUTS = (80.0, 85.0, 90.0, 95.0)
"""Likenesses from which on a peer's pairs may count; it is given the best for the smallest number of texts."""
WANTED = {100_000: 20.0, 1_000_000: 480.0}
"""Seconds by the clock that ours may take on two cores."""

Pairs = list[tuple[int, int, float]]
Figures = dict[str, Any]
Result = tuple[str, int, Figures]


class Score(NamedTuple):
    """How well the groups fit what was planted, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Both in one."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(made: Texts, pairs: Iterable[tuple[int, int, float]], cut: float = 0.0, end: int | None = None) -> Score:
    """Judges what was found with a likeness of at least `cut`, among the texts before the place `end`."""
    end = len(made.texts) if end is None else end
    home = groups(end, [(one, other) for one, other, likeness in pairs if likeness >= cut and one < end and other < end])
    found, wanted = _pairs(home), _pairs(made.origins[:end])
    right = _pairs(zip(home, made.origins, strict=False))
    return Score(right / found if found else 1.0, right / wanted)


def groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each of `count` places the first place of its group."""
    home = list(range(count))

    def first(place: int) -> int:
        while home[place] != place:
            home[place] = place = home[home[place]]
        return place

    for one, other in pairs:
        low, high = sorted((first(one), first(other)))
        home[high] = low
    return [first(place) for place in range(count)]


def _pairs(names: Iterable[object]) -> int:
    """How many pairs have one name."""
    return sum(many * (many - 1) // 2 for many in Counter(names).values())


def measure(tool: str, made: Texts) -> tuple[Figures, Pairs]:
    """What a tool needs for these texts, and the pairs that it finds."""
    python, script = (Path(sys.executable), "ours") if tool == "ours" else (peers_python(HERE / "duplicates_peers.txt"), "peers")
    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder) / "texts", Path(folder) / "pairs"
        source.write_text("\n".join(made.texts), encoding="utf-8")
        command = [python, HERE / f"duplicates_{script}.py", source, result, tool]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        lines = result.read_text(encoding="ascii").splitlines()
    return json.loads(done.stdout), [(int(one), int(other), float(likeness)) for one, other, likeness in map(str.split, lines)]


def judged(made: Texts, figures: Figures, pairs: Pairs, cut: float) -> Figures:
    """The figures with the scores, of all texts and without the near misses."""
    precision, recall = score(made, pairs, cut)
    return figures | {"precision": precision, "recall": recall, "plain": score(made, pairs, cut, made.near_misses).precision}


def measure_all(tools: Sequence[str]) -> Iterator[Result]:
    """Every tool with every number of texts that it can do."""
    known = sentences()
    cuts = {"ours": 0.0}
    for size in SIZES:
        made = make(size, known)
        for tool in tools:
            if size <= MOST[tool]:
                figures, pairs = measure(tool, made)
                if tool not in cuts:
                    cuts[tool] = max(CUTS, key=lambda cut, pairs=pairs: score(made, pairs, cut).f1)
                yield tool, size, judged(made, figures, pairs, cuts[tool]) | {"cut": cuts[tool]}


def table(results: Iterable[Result]) -> Iterator[str]:
    """The figures as Markdown."""
    yield "| texts | tool | seconds | of processor time | load before | MB | recall | precision | without near misses |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for tool, size, figures in results:
        name = f"{PEERS[tool]}, from a likeness of {figures['cut']:.0f}" if tool in PEERS else tool
        cells = [f"{figures['clock']:.1f}", f"{figures['processor']:.1f}", f"{figures['load']:.1f}", f"{figures['megabytes']:,.0f}"]
        cells += [f"{figures[score]:.3f}" for score in ("recall", "precision", "plain")]
        yield f"| {size:,} | {name} | {' | '.join(cells)} |"


def write(results: Sequence[Result]) -> None:
    """The table into the README, the plot beside it."""
    lines: dict[str, list[tuple[int, float]]] = {}
    for tool, size, figures in results:
        lines.setdefault(PEERS.get(tool, tool), []).append((size, figures["processor"]))
    (HERE / "duplicates.svg").write_text(plot(lines, list(WANTED.items())), encoding="utf-8")
    write_section("duplicates", headed(table(results)))


def main() -> None:
    """Measures, and writes or prints."""
    if "--short" in sys.argv:
        made = make(3_000, sentences(with_pdfs=False))
        print(json.dumps(judged(made, *measure("ours", made), 0.0)))
    else:
        write(list(measure_all(list(MOST))))


if __name__ == "__main__":
    main()

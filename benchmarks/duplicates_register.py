"""One paper of 100 promises comes into a register of very many: what it costs to write it, and to bring all up to date that it touches.

    python benchmarks/duplicates_register.py            a register of 1,000,000, and the figures into benchmarks/README.md
    python benchmarks/duplicates_register.py --short    one of 3,000, and the figures as JSON

The register is that of `duplicates_papers.py`. What says the same in it is not grouped yet; the texts held back, of which some are copies
and near misses, come as the next papers of seven councils through the register's own door, each in a run of its own.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

from duplicates_papers import COUNCILS, NOW, PROMISES, TODAY, build, fill, made_paper
from duplicates_texts import make, sentences
from report import headed, write_section

from pipeline.model.paper import Paper
from pipeline.register import Register, RunRow

PAPERS = 7
RUN = RunRow(started=NOW, finished=NOW, version="0", rules="")
Figures = dict[str, float]


def add(path: Path, new: Paper) -> Figures:
    """Seconds to write a paper, and to bring up to date what is made from all papers together."""
    load, clock, spent = os.getloadavg()[0], time.perf_counter(), time.process_time()
    with Register(path) as register:
        register.write(new, "fingerprint", NOW)
        written = time.process_time() - spent
        register.finish(TODAY, RUN)
    return {"clock": time.perf_counter() - clock, "processor": time.process_time() - spent, "written": written, "load": load}


def measure(count: int, known: Sequence[str]) -> Figures:
    """The middle of what the papers take that come into a register of `count` promises."""
    texts = make(count + PAPERS * PROMISES, known).texts
    Random(7).shuffle(texts)
    first = count // PROMISES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        councils = [f"Council {number % COUNCILS}" for number in range(first, first + PAPERS)]
        build(path, lambda db: fill(db, texts[:count]), councils)
        new = (texts[count + number * PROMISES :][:PROMISES] for number in range(PAPERS))
        taken = [add(path, made_paper(f"new-{number}", some, first + number)) for number, some in enumerate(new)]
        size = path.stat().st_size / 1e9
    return {"promises": count, "gigabytes": size} | {name: median(one[name] for one in taken) for name in taken[0]}


def main() -> None:
    """Measures, and writes or prints."""
    if "--short" in sys.argv:
        print(json.dumps(measure(3_000, sentences(with_pdfs=False))))
    else:
        write(measure(1_000_000, sentences()))


def write(figures: Figures) -> None:
    """The figures into the README."""
    told = f"{figures['clock']:.2f} s by the clock, {figures['processor']:.2f} s of processor"
    told += f" time, of which {figures['written']:.2f} s to write it: the middle of {PAPERS} papers, into a register of"
    told += f" {figures['promises']:,} promises ({figures['gigabytes']:.1f} GB), load {figures['load']:.1f}."
    write_section("duplicates-register", headed([told]))


if __name__ == "__main__":
    main()

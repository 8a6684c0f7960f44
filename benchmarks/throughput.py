"""How fast papers become records: one command, one table.

    python benchmarks/throughput.py            measures, and writes the table into benchmarks/README.md
    python benchmarks/throughput.py --short    measures little, and prints the figures as JSON

The papers are the text exports in corpus/ and tests/papers/, repeated under fresh names, each with a fresh first line, so that
nothing can be cached.
The peer is spaCy's own tokeniser on the same texts: the least that any pipeline on spaCy must do.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from report import ROOT, headed, write_section

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Figures = dict[str, float]


def papers(number: int, run: str) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of `number` papers that no other `run` has."""
    sources = sorted([*(ROOT / "corpus").glob("*.txt"), *(ROOT / "tests" / "papers").glob("*.txt")], key=lambda path: path.name)
    for at in range(number):
        source = sources[at % len(sources)]
        yield f"{source.stem}-{run}-{at}.txt", f"Copy {run} {at}\n\n".encode() + source.read_bytes()


def measure(number: int, run: str, rulebook: "Rulebook") -> Figures:
    """Seconds a paper, and characters a second, from bytes to JSON text; by processor time, which other work does not lengthen."""
    from pipeline.extract import Extractor
    from pipeline.ingest import derive_paper, paper_json, slug_of
    from pipeline.model.paper import Sidecar

    extractor = Extractor(rulebook)
    derive_paper(b"1. We will warm up by May 2030.\n", "warm-up.txt", "warm-up", Sidecar(), extractor)
    batch = list(papers(number, run))
    started = time.process_time()
    for name, data in batch:
        paper_json(derive_paper(data, name, slug_of(name), Sidecar(), extractor))
    seconds = time.process_time() - started
    return {"per_paper": seconds / number, "rate": sum(len(data.decode()) for _, data in batch) / seconds}


def measure_peer(number: int) -> float:
    """Characters a second of spaCy's English tokeniser alone."""
    import spacy

    tokenise = spacy.blank("en").tokenizer
    texts = [data.decode() for _, data in papers(number, "peer")]
    tokenise(texts[0][:100])
    started = time.process_time()
    for text in texts:
        tokenise(text)
    return sum(map(len, texts)) / (time.process_time() - started)


def measure_cold(runs: int) -> Figures:
    """Median seconds, mean seconds of processor time and peak megabytes of `pledgebook ingest` of the corpus into an empty folder.

    Must be called before this process has grown: a child's peak counts from what its parent holds when it starts it.
    """
    command: list[str | Path] = [Path(sys.executable).parent / "pledgebook", "ingest"]
    command += ["--corpus", ROOT / "corpus", "--rules", ROOT / "rules", "--out"]
    seconds = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            subprocess.run([*command, folder], check=True, capture_output=True)
            seconds.append(time.perf_counter() - started)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = (spent.ru_utime + spent.ru_stime) / runs
    return {"cold_seconds": median(seconds), "cold_processor": processor, "cold_megabytes": spent.ru_maxrss / 1024}


def measure_all(few: int, many: int, runs: int) -> Figures:
    """All figures: `growth` is the time a paper takes among `many`, over that among `few`."""
    from pipeline.rulebook import load_rulebook

    figures = measure_cold(runs)
    rulebook = load_rulebook(ROOT / "rules")
    small = min((measure(few, f"few{at}", rulebook) for at in range(3)), key=lambda found: found["per_paper"])
    large = measure(many, "many", rulebook)
    peer = measure_peer(few * 10)
    growth = large["per_paper"] / small["per_paper"]
    return figures | {"rate": large["rate"], "growth": growth, "peer": peer, "share_of_peer": large["rate"] / peer}


def table(figures: Figures, few: int, many: int) -> str:
    """The figures as Markdown, with what they should be."""
    rows = [
        ("bytes to JSON, one core", f"{figures['rate']:,.0f} characters a second", "≥ 200,000"),
        (f"time a paper among {many:,}, over that among {few:,}", f"{figures['growth']:.2f}", "about 1"),
        ("spaCy's tokeniser alone, same texts", f"{figures['peer']:,.0f} characters a second", ""),
        ("our speed over the tokeniser's", f"{figures['share_of_peer']:.2f}", ""),
        ("cold `pledgebook ingest` of the corpus", f"{figures['cold_seconds']:.2f} s", "≤ 3 s"),
        ("its peak memory", f"{figures['cold_megabytes']:.0f} MB", "≤ 300 MB"),
    ]
    lines = ["| measured | result | wanted |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    return headed(lines)


def main() -> None:
    """Measures, and writes or prints."""
    if "--short" in sys.argv:
        print(json.dumps(measure_all(few=4, many=16, runs=1)))
        return
    found = table(measure_all(few=10, many=1000, runs=5), few=10, many=1000)
    write_section("throughput", found)
    print(found)


if __name__ == "__main__":
    main()

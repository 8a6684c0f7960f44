"""How fast the site answers, and Datasette's own pages beside it: one command, a table.

    python benchmarks/site.py                       10,000, 100,000 and 1,000,000 commitments, into benchmarks/README.md (half an hour)
    python benchmarks/site.py --sizes 10000,100000  these sizes, printed alone
    python benchmarks/site.py --keep FOLDER ...     leaves the registers in this folder, and goes on with what is there
    python benchmarks/site.py --short               1,000 commitments, printed as JSON

The registers are those of `site_register.py`, the pages those of `site_pages.py`. Milliseconds are of processor time of the serving process
for each request, without any cache between; `clients` are four at once, who ask for all kinds of pages. Last, three papers of a hundred
promises come into the register, each in a run of its own.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from statistics import median
from typing import Any

from duplicates_texts import make, sentences
from report import headed, options, write_section
from site_load import REQUESTS, Site, ours, stock
from site_pages import Asked, pages, stock_pages
from site_register import NOW, RUN, TODAY, made_paper, make_register

from pipeline.register import Register

SIZES = (10_000, 100_000, 1_000_000)
WAIT, WRITE = 250, 1_000
"""Milliseconds that one request in a hundred may take with four clients, and that a paper may take to come in, by the clock."""
LONG = 20
"""Seconds that a page of Datasette itself is waited for."""
NEW, FEW = 3, 2
"""Papers that come in, and requests of a short measurement."""

Figures = dict[str, Any]


def measure(folder: Path, size: int, requests: int = REQUESTS) -> Figures:
    """All that is measured of a register of so many commitments, which is made in the folder if it is not there; by so many requests of
    each kind of page, and as many of each client."""
    out = folder / f"site-{size}"
    words, started = made(out, size), time.perf_counter()
    register, corpus = out / "register.db", out / "corpus"
    figures: Figures = {"commitments": size, "load": os.getloadavg()[0], "megabytes": register.stat().st_size / 1e6}
    asked = pages(register, words)
    with ours(out, corpus) as site:
        figures["pages"] = costs(site, asked, requests)
        figures["clients"] = site.crowd([each.addresses[0] for each in asked.values() if each.wanted], 2 * requests)
    figures["stock"] = stock_costs(register, words, max(2, requests // 3))  # each takes long
    figures |= {"new": new_papers(register), "seconds": time.perf_counter() - started}
    return figures


def made(out: Path, size: int) -> tuple[str, str]:
    """The register in a folder, made if it is not there; two words that are common in it."""
    known = out / "words.json"
    if not known.exists():
        (out / "corpus").mkdir(parents=True)
        known.write_text(json.dumps(make_register(out / "register.db", size)), encoding="utf-8")
    one, other = json.loads(known.read_text(encoding="utf-8"))
    return one, other


def costs(site: Site, asked: dict[str, Asked], requests: int) -> dict[str, Figures]:
    """What each kind of page takes."""
    return {name: {**site.cost(each.addresses, requests), "wanted": each.wanted} for name, each in asked.items()}


def stock_costs(register: Path, words: tuple[str, str], requests: int) -> dict[str, Figures]:
    """The same of the pages of Datasette itself: each by a process of its own, since one that was not waited for goes on."""
    found = {}
    for name, each in stock_pages(register, words).items():
        with stock(register) as site:
            found[name] = site.cost(each.addresses, requests, LONG)
    return found


def new_papers(register: Path) -> Figures:
    """What a paper of a hundred promises takes to come in, and to have all brought up to date; it is taken out again."""
    clock, spent = [], []
    said = make(NEW * 100, sentences(with_pdfs=False), seed=8).texts
    for number in range(NEW):
        texts = said[number * 100 :][:100]
        paper = made_paper(f"new-{number}", texts, 7_000_000 + number, 4)
        started, used = time.perf_counter(), time.process_time()
        with Register(register) as db:
            db.write(paper, "fingerprint", NOW)
            db.finish(TODAY, RUN)
        clock.append(1000 * (time.perf_counter() - started))
        spent.append(1000 * (time.process_time() - used))
        with Register(register) as db:
            db.remove(paper.paper.slug, NOW)
            db.finish(TODAY, RUN)
    return {"clock": median(clock), "processor": median(spent)}


def table(results: Sequence[Figures]) -> Iterator[str]:
    """The figures as Markdown: milliseconds of processor time, what takes longer than wanted in bold."""
    heads = [f"{found['commitments']:,}" for found in results]
    yield f"| milliseconds of processor time | wanted | {' | '.join(heads)} |"
    yield f"| --- | ---: |{' ---: |' * len(heads)}"
    for name, first in results[0]["pages"].items():
        yield row(name, first["wanted"], [found["pages"][name] for found in results])
    for name in results[0]["stock"]:
        yield row(f"Datasette 0.65.5: {name}", None, [found["stock"][name] for found in results])
    yield ""
    yield f"| by the clock | wanted | {' | '.join(heads)} |"
    yield f"| --- | ---: |{' ---: |' * len(heads)}"
    lines = {
        f"four clients at once: one request in a hundred takes longer, ms (the middle one) | {WAIT}": [
            f"{told(found['clients']['p99'], WAIT)} ({found['clients']['p50']:,.0f})" for found in results
        ],
        "four clients at once: requests a second |": [f"{found['clients']['a_second']:,.0f}" for found in results],
        f"a paper of 100 commitments comes in, ms (of processor time) | {WRITE:,}": [
            f"{told(found['new']['clock'], WRITE)} ({found['new']['processor']:,.0f})" for found in results
        ],
        "the register, MB |": [f"{found['megabytes']:,.0f}" for found in results],
        "other work beside, as load |": [f"{found['load']:.1f}" for found in results],
    }
    for name, cells in lines.items():
        yield f"| {name} | {' | '.join(cells)} |"


def row(name: str, wanted: int | None, found: Sequence[Figures]) -> str:
    """One kind of page; an answer other than 200 is told, and one that did not come."""
    cells = [
        f"over {each['over']:.0f} s by the clock"
        if "over" in each
        else told(each["processor"], wanted) + ("" if each["status"] < 300 else f" ({each['status']})")
        for each in found
    ]
    return f"| {name} | {f'≤ {wanted}' if wanted else ''} | {' | '.join(cells)} |"


def told(milliseconds: float, wanted: int | None) -> str:
    """A figure, bold where it is more than wanted."""
    shown = f"{milliseconds:,.1f}" if milliseconds < 100 else f"{milliseconds:,.0f}"
    return f"**{shown}**" if wanted and milliseconds > wanted else shown


def write(results: Sequence[Figures]) -> None:
    """The table into the README."""
    write_section("site", headed(table(results)))


def main() -> None:
    """Measures, and writes or prints."""
    chosen = options("How fast the site answers.")
    sizes = (1_000,) if chosen.short else chosen.sizes or SIZES
    with nullcontext(chosen.keep) if chosen.keep else tempfile.TemporaryDirectory() as folder:
        results = []
        for size in sizes:
            results.append(measure(Path(folder), size, FEW if chosen.short else REQUESTS))
            print(json.dumps(results[-1]), file=sys.stderr, flush=True)
    if chosen.short:
        print(json.dumps(results))
    elif chosen.sizes:
        print("\n".join(table(results)))
    else:
        write(results)


if __name__ == "__main__":
    main()

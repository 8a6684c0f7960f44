"""How fast PDFs are read, and whether their ruled tables have the rows that pdfplumber reads: all engines side by side, in one run.

    python benchmarks/pdf.py ../shared/pdfs/kent                  everything, and the tables into benchmarks/README.md
    python benchmarks/pdf.py ../shared/pdfs/kent --quick          every tenth paper, small packs, one run; prints the tables
    python benchmarks/pdf.py ../shared/pdfs/kent --every 5        every fifth paper; prints the tables
    python benchmarks/pdf.py ../shared/pdfs/kent --differences    prints also every row that differs

Ours are words, lines and tables, as the product reads them; pdfplumber does the same; raw pdfium gives text without any place. Speed is
by processor time, on one core; papers with scanned pages, which ours reads by OCR, are left out of it on every side, and whether a page
needs OCR is timed apart. A row is a ruled table's, of two columns at least; cells are compared without white space.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from pdf_engines import Rows, Run, ours, plumber, raw, timed
from pdf_whole import ingest_seconds, make_warm_extractor, measure, packs
from report import headed, write_section

ENGINES = {"raw pdfium: text alone": raw, "ours: words, lines, tables": ours, "pdfplumber: words, lines, tables": plumber}
SIZES = (50, 100, 250, 500)
FEWER = 4  # of so many papers, one is ingested by the clock
MIB = 2**20
ASIDE = "aside"


class Race:
    """Seconds and rows of all engines, paper by paper."""

    def __init__(self, differences: bool) -> None:
        self._prints = differences
        self._pages = self._theirs = self._equal = self._filled = self._parted = 0
        self._spent: dict[str, float] = dict.fromkeys([ASIDE, *ENGINES], 0.0)

    def add(self, path: Path) -> None:
        """Reads a paper with every engine in turn."""
        found = {title: timed(partial(engine, path)) for title, engine in ENGINES.items()}
        (base, _), (mine, _), (theirs, _) = found.values()
        self._compare(path.name, mine, theirs)
        if not mine.has_scans:
            self._pages += base.pages
            self._spent[ASIDE] += mine.aside
            for title, (run, seconds) in found.items():
                self._spent[title] += seconds - run.aside

    def _compare(self, name: str, mine: Run, theirs: Run) -> None:
        for number, printed in theirs.rows.items():
            rows, own = Counter({row: count for row, count in printed.items() if any(row)}), mine.rows[number]
            torn, others = rows - own, own - rows
            self._theirs += rows.total()
            self._equal += (rows & own).total()
            self._filled += (filled(torn) & filled(others)).total()
            self._parted += parted(torn, others)
            if self._prints and torn:
                print(f"{name} page {number}", *(f"- {row}" for row in torn), *(f"+ {row}" for row in others), sep="\n")

    def table(self) -> Iterator[str]:
        """The figures as Markdown."""
        yield f"| engine, {self._pages:,} pages | pages a CPU-second | times pdfplumber | times raw pdfium's time |"
        yield "| --- | --- | --- | --- |"
        base, _, theirs = (self._spent[title] for title in ENGINES)
        for title in ENGINES:
            spent = self._spent[title]
            yield f"| {title} | {self._pages / spent:.1f} | {theirs / spent:.1f} | {spent / base:.2f} |"
        yield ""
        yield f"Whether a page needs OCR is asked besides, in {self._spent[ASIDE] / base:.2f} times raw pdfium's time."
        shares = [f"{count:,} ({count / (self._theirs or 1):.1%})" for count in (self._equal, self._filled, self._parted)]
        yield f"Of {self._theirs:,} rows of ruled tables that pdfplumber reads, ours has {shares[0]} equal cell by cell; {shares[1]} equal"
        yield f"but for cells without words; and {shares[2]} with the same words parted into more cells."


def filled(rows: Rows) -> Rows:
    """The rows without their empty cells, where there is any other."""
    found: Rows = Counter()
    for row, count in rows.items():
        found[tuple(cell for cell in row if cell)] += count
    return found


def parted(rows: Rows, others: Rows) -> int:
    """How many of the rows have the letters of one of the others, which has more cells with words."""
    cells = {"".join(sorted("".join(row))): sum(map(bool, row)) for row in others}
    return sum(count for row, count in rows.items() if cells.get("".join(sorted("".join(row))), 0) > sum(map(bool, row)))


def whole_way(paths: Sequence[Path], sizes: Sequence[int], runs: int) -> Iterator[str]:
    """The figures of the whole way, bytes to JSON, as Markdown."""
    extractor = make_warm_extractor(paths[0])
    yield "| bytes to JSON | pages | pages a CPU-second | of it reading | peak of a child |"
    yield "| --- | --- | --- | --- | --- |"
    for title, papers in [
        ("the papers", [(path.name, path.read_bytes()) for path in paths]),
        *((name, [(name, data)]) for name, data in packs(paths, sizes)),
    ]:
        cost = measure(papers, extractor)
        share = cost.reading / cost.seconds
        yield f"| {title} | {cost.pages:,} | {cost.pages / cost.seconds:.1f} | {share:.0%} | {cost.peak / MIB:.0f} MiB |"
    some = paths[::FEWER]
    one, two = (min(ingest_seconds(some, jobs) for _ in range(runs)) for jobs in (1, 2))
    yield ""
    yield f"`pledgebook ingest` of {len(some)} of the papers by the clock, best of {runs}: {one:.1f} s with one job, {two:.1f} s with two,"
    yield f"{one / two:.2f} times as fast."


def main() -> None:
    """Measures, and writes or prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="only every Nth paper")
    parser.add_argument("--differences", action="store_true")
    chosen = parser.parse_args()
    paths = sorted(chosen.folder.glob("*.pdf"))[:: 10 if chosen.quick else chosen.every]
    race = Race(chosen.differences)
    for path in paths:
        race.add(path)
    whole = whole_way(paths, SIZES[:2] if chosen.quick else SIZES, runs=1 if chosen.quick else 3)
    found = headed([*race.table(), "", *whole])
    print(found)
    if not chosen.quick and chosen.every == 1:
        write_section("pdf", found)


if __name__ == "__main__":
    main()

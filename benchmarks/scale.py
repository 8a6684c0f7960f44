"""How ingestion grows with the number of papers: one command, a table and two plots.

    python benchmarks/scale.py                     10, 100, 1,000 and 10,000 papers; the result goes into benchmarks/README.md (an hour)
    python benchmarks/scale.py --sizes 10,100      these sizes, printed alone
    python benchmarks/scale.py --short             5 papers, printed as JSON
    python benchmarks/scale.py --keep FOLDER ...   leaves papers and registers in this folder, and goes on with what is there

Of each size: all papers at once into an empty folder, once with one job and once with two; a run in which nothing has changed; a run with
one new paper. The papers are made by scale_papers.py.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from duplicates_plot import plot
from report import ROOT, headed, options, write_section
from scale_run import Cost, load, run

HERE = Path(__file__).resolve().parent
SIZES = (10, 100, 1_000, 10_000)
TWO_JOBS = (100, 1_000)
"""Sizes at which two jobs are measured beside one: a smaller run is over before the second has started."""
CHARACTERS_A_PAGE = 3_000
"""What counts as a page of a paper without pages."""
COLUMNS = ("papers", "pages", "first run, s", "papers a second", "pages a second", "two jobs, times as fast", "memory, MB")
COLUMNS += ("register, MB", "JSON, MB", "unchanged, s", "one new, s")
WANTED = (5.0, 2.0)
"""Seconds at 10,000 papers: of a run in which nothing has changed, and of one with a new paper."""

Figures = dict[str, float]


def measure(folder: Path, size: int, with_two_jobs: bool) -> Figures:
    """All that is measured of `size` papers, which are made in the folder."""
    corpus, out = folder / f"corpus-{size}", folder / f"extracted-{size}"
    make(corpus, 0, size)
    figures: Figures = {"papers": size, "load": load(), "pages": pages(corpus)}
    known = folder / f"first-{size}.json"
    if not known.exists():
        known.write_text(json.dumps(named("first", ingest(corpus, out))), encoding="utf-8")
    figures |= json.loads(known.read_text(encoding="utf-8"))
    if with_two_jobs:
        with tempfile.TemporaryDirectory(dir=folder) as other:
            figures |= named("two_jobs", ingest(corpus, Path(other), "--jobs", "2"))
    figures |= {"register": megabytes([out / "register.db"]), "json": megabytes(out.glob("*.json"))}
    figures |= named("unchanged", ingest(corpus, out))
    make(corpus, size, size + 1)
    figures |= named("one_new", ingest(corpus, out))
    for path in corpus.glob(f"paper-{size:06}.*"):
        path.unlink()
    return figures


def make(corpus: Path, first: int, last: int) -> None:
    """Makes papers in a process of its own: a child's memory is counted from what its parent holds when it starts it."""
    if not list(corpus.glob(f"paper-{last - 1:06}.*.yaml")):
        subprocess.run([sys.executable, HERE / "scale_papers.py", corpus, str(first), str(last)], check=True)


def ingest(corpus: Path, out: Path, *more: str) -> Cost:
    """What `pledgebook ingest` costs; 3 says that some paper could not be read, which is no failure of the run."""
    program = Path(sys.executable).parent / "pledgebook"
    cost = run([program, "ingest", "--corpus", corpus, "--out", out, "--rules", ROOT / "rules", *more])
    if cost.code not in (0, 3):
        raise SystemExit(f"ingest of {corpus} ended with {cost.code}")
    return cost


def named(name: str, cost: Cost) -> Figures:
    """The cost, each figure with a name."""
    return {f"{name}_{figure}": value for figure, value in cost._asdict().items() if figure != "code"}


def pages(corpus: Path) -> float:
    """The pages of all papers; so many characters are one, where a paper has none."""
    import pypdfium2

    count = 0.0
    for path in corpus.iterdir():
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as paper:
                count += len(paper)
        elif path.suffix == ".txt":
            count += path.stat().st_size / CHARACTERS_A_PAGE
    return count


def megabytes(paths: Iterable[Path]) -> float:
    """The size of these files."""
    return sum(path.stat().st_size for path in paths) / 1e6


def table(results: Sequence[Figures]) -> Iterator[str]:
    """The figures as Markdown; seconds by the clock, and of processor time in brackets."""
    yield f"| {' | '.join(COLUMNS)} |"
    yield "| ---: " * len(COLUMNS) + "|"
    for found in results:
        seconds = found["first_processor"]
        twice = f"{found['first_clock'] / found['two_jobs_clock']:.2f}" if "two_jobs_clock" in found else ""
        cells = [f"{found['papers']:,.0f}", f"{found['pages']:,.0f}", told(found, "first"), f"{found['papers'] / seconds:.1f}"]
        cells += [f"{found['pages'] / seconds:.1f}", twice, f"{found['first_peak']:,.0f}", f"{found['register']:,.1f}"]
        cells += [f"{found['json']:,.1f}", told(found, "unchanged"), told(found, "one_new")]
        yield f"| {' | '.join(cells)} |"


def told(found: Figures, name: str) -> str:
    """What a run took."""
    return f"{found[f'{name}_clock']:,.1f} ({found[f'{name}_processor']:,.1f})"


def plots(results: Sequence[Figures]) -> None:
    """Draws time and space by the number of papers, beside this file."""

    def line(name: str) -> list[tuple[int, float]]:
        return [(int(found["papers"]), found[name]) for found in results]

    times = {"first run": line("first_processor"), "unchanged": line("unchanged_processor"), "one new": line("one_new_processor")}
    space = {"register, MB": line("register"), "JSON, MB": line("json"), "memory, MB": line("first_peak")}
    (HERE / "scale-time.svg").write_text(
        plot(times, [(10_000, seconds) for seconds in WANTED], ("papers", "seconds of processor time")), encoding="utf-8"
    )
    (HERE / "scale-space.svg").write_text(plot(space, [], ("papers", "megabytes")), encoding="utf-8")


def write(results: Sequence[Figures]) -> None:
    """The table into the README, the plots beside it."""
    plots(results)
    write_section("scale", headed(table(results)))


def main() -> None:
    """Measures, and writes or prints."""
    chosen = options("How ingestion grows with the number of papers.")
    sizes = (5,) if chosen.short else chosen.sizes or SIZES
    with tempfile.TemporaryDirectory() as folder:
        place = chosen.keep or Path(folder)
        results = []
        for size in sizes:
            results.append(measure(place, size, size in TWO_JOBS))
            print(json.dumps(results[-1]), file=sys.stderr, flush=True)
    if chosen.short:
        print(json.dumps(results))
    elif chosen.sizes:
        print("\n".join(table(results)))
    else:
        write(results)


if __name__ == "__main__":
    main()

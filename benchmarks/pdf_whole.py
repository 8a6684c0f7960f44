"""The whole way of a PDF, from its bytes to its JSON: processor time, memory, two processes, and packs of up to 500 pages."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pikepdf

from pipeline.errors import ReadError
from pipeline.extract import Extractor
from pipeline.ingest import derive_paper, paper_json, slug_of
from pipeline.ingest.derive import make_extractor
from pipeline.model.paper import Sidecar
from pipeline.read.sandbox import Server
from pipeline.read.sandbox.messages import Reaped
from pipeline.rulebook import load_rulebook

ROOT = Path(__file__).resolve().parent.parent


class Whole(NamedTuple):
    """What the way of some papers cost: processor time in seconds, by the children that read them and in all; `peak` in bytes."""

    pages: int
    reading: float
    seconds: float
    peak: int


def measure(papers: Iterable[tuple[str, bytes]], extractor: Extractor) -> Whole:
    """What papers cost, each given by its name and bytes; those that cannot be read are left out."""
    pages, reading, seconds, peak = 0, 0.0, 0.0, 0
    for name, data in papers:
        with _reaped() as children:
            started = time.process_time()
            try:
                paper = derive_paper(data, name, slug_of(name), Sidecar(), extractor)
                paper_json(paper)
            except ReadError:
                continue
            here = time.process_time() - started
        pages += paper.paper.pages or 0
        reading += sum(child.seconds for child in children)
        seconds += here + sum(child.seconds for child in children)
        peak = max(peak, *(child.peak for child in children))
    return Whole(pages, reading, seconds, peak)


@contextmanager
def _reaped() -> Iterator[list[Reaped]]:
    """What becomes known of each child that ends meanwhile."""
    children: list[Reaped] = []
    end = Server.end

    def heard(server: Server, pid: int) -> Reaped:
        children.append(end(server, pid))
        return children[-1]

    with patch.object(Server, "end", heard):
        yield children


def make_warm_extractor(path: Path) -> Extractor:
    """The extractor by the project's rules; it has read one paper, so that nothing is imported or compiled any more."""
    extractor = make_extractor(load_rulebook(ROOT / "rules"))  # as `ingest` makes it, with its settings of the garbage collector
    measure([(path.name, path.read_bytes())], extractor)
    return extractor


def packs(paths: Sequence[Path], sizes: Iterable[int]) -> Iterator[tuple[str, bytes]]:
    """Papers joined into one, for each size the first so many pages; none of which there are too few."""
    with pikepdf.new() as pack:
        for path in paths:
            with pikepdf.open(path) as paper:
                pack.pages.extend(paper.pages)
        for size in sizes:
            if size <= len(pack.pages):
                with pikepdf.new() as part:
                    part.pages.extend(pack.pages[:size])
                    buffer = BytesIO()
                    part.save(buffer)
                yield f"pack of {size}.pdf", buffer.getvalue()


def ingest_seconds(paths: Sequence[Path], jobs: int) -> float:
    """How long `pledgebook ingest` takes by the clock to read the papers into an empty folder, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        command: list[str | Path] = [Path(sys.executable).parent / "pledgebook", "ingest", *paths]
        started = time.perf_counter()
        subprocess.run([*command, "--out", folder, "--rules", ROOT / "rules", "--jobs", str(jobs)], capture_output=True)
        return time.perf_counter() - started

"""What lies in the folder as a run begins: each paper with its digest, what a clerk states of it, and its fingerprint."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import ReadError
from pipeline.ingest.boundary import guarded
from pipeline.ingest.fingerprint import fingerprint
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import Found, paper_digest
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes
from pipeline.model.paper import Sidecar
from pipeline.reasons import Reason

_NOTHING_STATED = Sidecar()  # one for all papers: a corpus has many, and few sidecars


class Listed(NamedTuple):
    """A paper that lies there and can be opened. `size` is in bytes."""

    path: Path
    file: str
    size: int
    sha256: str
    sidecar: Sidecar
    fingerprint: str


def list_papers(papers: Iterable[Found], rules_digest: str) -> Iterator[Listed | Outcome]:
    """Each paper, or why it cannot be opened, in their order."""
    seen: set[str] = set()
    for path, file in papers:
        yield guarded(file, partial(_list, path, file, rules_digest, is_second=file in seen))
        seen.add(file)


def _list(path: Path, file: str, rules_digest: str, *, is_second: bool) -> Listed:
    """The paper at the path. Raises ReadError or OSError when it cannot be opened, or its sidecar is wrong."""
    if is_second:
        raise ReadError(Reason.SAME_NAME.told())
    size, sha256, beside = path.stat().st_size, paper_digest(path), sidecar_bytes(path)
    sidecar = parse_sidecar(beside) if beside else _NOTHING_STATED
    return Listed(path, file, size, sha256, sidecar, fingerprint(file, sha256, beside, rules_digest))

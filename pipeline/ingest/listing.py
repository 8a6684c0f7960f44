"""What lies in the folder as a run begins: each paper with its digest and its fingerprint."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import ReadError
from pipeline.ingest.boundary import guarded
from pipeline.ingest.digests import Digests
from pipeline.ingest.fingerprint import fingerprint
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import SIDECAR, Found, paper_digest, paper_status
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes, sidecar_status
from pipeline.model.paper import Sidecar
from pipeline.reasons import Reason

NOTHING = hashlib.sha256(b"").hexdigest()
"""The digest of a sidecar that is not there."""


class Listed(NamedTuple):
    """A paper that lies there and can be opened. `size` is in bytes."""

    path: Path
    file: str
    size: int
    sha256: str
    fingerprint: str


class Listing:
    """Looks at papers. `is_known` tells by name and fingerprint whether a run has dealt with a paper and its sidecar as they are."""

    def __init__(self, rules_digest: str, digests: Digests, is_known: Callable[[str, str], bool]) -> None:
        self._rules, self._digests, self._is_known = rules_digest, digests, is_known

    def papers(self, found: Iterable[Found]) -> Iterator[Listed | Outcome]:
        """Each paper, or why it cannot be opened, in their order."""
        seen: set[str] = set()
        for path, file in found:
            yield guarded(file, partial(self._list, path, file, is_second=file in seen))
            seen.add(file)

    def end(self, *, others: bool) -> None:
        """Keeps the digests, with `others` also those of papers that were not looked at."""
        self._digests.keep(others=others)

    def stated(self, item: Listed) -> Sidecar:
        """What a clerk states of the paper. Raises ReadError or OSError, also when that is no longer what was listed."""
        beside = sidecar_bytes(item.path)
        if fingerprint(item.file, item.sha256, _sha256(beside), self._rules) != item.fingerprint:
            raise ReadError(Reason.CHANGED.told())
        return parse_sidecar(beside)

    def _list(self, path: Path, file: str, *, is_second: bool) -> Listed:
        """The paper at the path. Raises ReadError or OSError when it cannot be opened, or its sidecar is wrong."""
        if is_second:
            raise ReadError(Reason.SAME_NAME.told())
        status = paper_status(path)
        sha256 = self._digests.digest(file, status, partial(paper_digest, path))
        beside = sidecar_status(path)
        sidecar_sha256 = self._digests.digest(f"{file}{SIDECAR}", beside, lambda: _sha256(sidecar_bytes(path))) if beside else NOTHING
        item = Listed(path, file, status.st_size, sha256, fingerprint(file, sha256, sidecar_sha256, self._rules))
        if beside and not self._is_known(file, item.fingerprint):
            self.stated(item)  # what is stated wrongly is told now: another paper of the same bytes may be read instead
        return item


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

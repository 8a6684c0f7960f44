"""The folder of papers, as clerks see it. A paper is found by its recorded name among those that are there, never by a path."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pipeline.ingest.papers import SIDECAR, papers_in
from pipeline.ingest.whole import HALF
from pipeline.site.intake.arriving import FIRST


class InFolder(NamedTuple):
    """A paper that lies in the folder; `changed` is when it or what is stated of it changed last, in seconds since 1970."""

    path: Path
    changed: float


class Folder:
    """A folder of papers; what cannot be looked into holds none."""

    def __init__(self, corpus: Path) -> None:
        self.path = corpus.resolve()

    def papers(self) -> dict[str, InFolder]:
        """All papers by recorded name."""
        try:
            return {file: InFolder(path, _changed(path)) for path, file in papers_in(self.path)}
        except OSError:
            return {}

    def find(self, file: str) -> InFolder | None:
        """The paper of that recorded name; None where there is none."""
        try:
            path = next((found.path for found in papers_in(self.path) if found.file == file), None)
        except OSError:
            return None
        return InFolder(path, _changed(path)) if path else None

    def clear(self) -> None:
        """Deletes what a site that was killed had only half received; before anything is received."""
        for half in self.path.glob(f"{FIRST}*{HALF}"):
            with suppress(OSError):
                half.unlink()

    @property
    def is_writable(self) -> bool:
        """Whether papers can be put into it."""
        return self.path.is_dir() and os.access(self.path, os.W_OK | os.X_OK)


def _changed(path: Path) -> float:
    return max(_time(str(path)), _time(f"{path}{SIDECAR}"))


def _time(path: str) -> float:
    try:
        return os.stat(path).st_mtime  # noqa: PTH116 - half as long as by a Path, and there may be many
    except OSError:
        return 0.0

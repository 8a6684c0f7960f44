"""The watched folder as it is now, or why it is away."""

from collections.abc import Callable
from pathlib import Path

from pipeline.ingest.papers import SIDECAR, papers_in
from pipeline.watch.mounts import Mount, mount_of, mounts_below, read_mounts
from pipeline.watch.settling import State


class AwayError(Exception):
    """The folder cannot be looked at now, so that nothing may be concluded from what is not in it; the message says why."""


class Folder:
    """A folder of papers, with what is mounted on it, in it or above it.

    Where a file system is no longer mounted, the papers on it seem to be gone, but are not: the folder is then away.
    """

    def __init__(self, corpus: Path, mounts: Callable[[], list[Mount]] = read_mounts) -> None:
        self.corpus = corpus
        self._mounts = mounts
        self._mounted = self._concerned(mounts())

    def papers(self) -> dict[str, State]:
        """The state of each paper together with its sidecar, by recorded name. Raises AwayError."""
        papers: dict[str, State] = {}
        try:
            for path, file in papers_in(self.corpus):
                papers[file] = papers.get(file, ()) + _state(path) + _state(path.with_name(path.name + SIDECAR))
        except OSError as error:
            raise AwayError(f"{self.corpus} cannot be looked into: {error.strerror or error}") from None
        self._demand_mounts()  # last, as looking is what has some systems mount a folder again
        return papers

    def identity(self) -> State:
        """What tells that another folder now bears the name; empty where there is none."""
        try:
            status = self.corpus.stat()
        except OSError:
            return ()
        return status.st_dev, status.st_ino

    @property
    def is_remote(self) -> bool:
        """Whether changes may come from other machines, of which no events tell."""
        return any(mount.is_remote for mount in self._mounted.values())

    def _demand_mounts(self) -> None:
        mounts = self._mounts()
        here = {mount.folder for mount in mounts}
        if lost := [str(folder) for folder in self._mounted if folder not in here]:
            raise AwayError(f"{' and '.join(lost)} is no longer mounted")
        self._mounted = self._concerned(mounts)

    def _concerned(self, mounts: list[Mount]) -> dict[Path, Mount]:
        """The mounts that papers lie on."""
        corpus = self.corpus.resolve()
        return {mount.folder: mount for mount in (mount_of(corpus, mounts), *mounts_below(corpus, mounts)) if mount}


def rules_state(rules: Path) -> State:
    """The state of all rule files together."""
    return tuple(number for path in sorted(rules.rglob("*.yaml")) for number in _state(path))


def _state(path: Path) -> State:
    """Size, times in nanoseconds and number of a file; empty where the system does not tell.

    Its file system's number is left out: a network share gets another whenever it is mounted.
    """
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino

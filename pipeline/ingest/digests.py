"""Digests of files, remembered with how the files looked, so that nobody has to read a file to know that it is unchanged: as git does it.

Only a help: what is not remembered is read. `--force` reads all, and so does the doctor, who finds what changed and looks the same.
"""

import os
import struct
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

import msgspec

from pipeline.ingest.whole import write_whole

LOOKS = struct.Struct("<QqqQ")
"""Size, time of writing and time of any change in nanoseconds, and number. That of the file system is left out: a network share gets
another whenever it is mounted."""
TICK = 2.0
"""Seconds; no file system tells times more coarsely. What was written so lately may be written once more and look the same (git: racy)."""


class Digests:
    """The digests kept in the file `path`, as of `now`, in seconds since 1970; remembered, but not believed, unless they are `trusted`."""

    def __init__(self, path: Path, now: float, *, trusted: bool = True) -> None:
        self._path, self._lately = path, int((now - TICK) * 1e9)
        self._kept = load(path)
        self._trusted = self._kept if trusted else {}
        self._seen: dict[str, bytes] = {}

    def digest(self, name: str, status: os.stat_result, read: Callable[[], str]) -> str:
        """The SHA-256 of the file of this name, which `read` gives where it is not remembered; the status is older than what it reads."""
        looks = looks_of(status)
        known = self._trusted.get(name)
        if known and known.startswith(looks):
            self._seen[name] = known
            return known[LOOKS.size :].hex()
        digest = read()
        if max(status.st_mtime_ns, status.st_ctime_ns) < self._lately:
            self._seen[name] = looks + bytes.fromhex(digest)
        return digest

    def keep(self, *, others: bool) -> None:
        """Keeps what was asked for, with `others` also what was not, where it can be kept; then nothing is held in memory any more."""
        seen = {**self._kept, **self._seen} if others else self._seen
        if seen != self._kept:
            _write(self._path, seen)
        self._kept = self._trusted = self._seen = {}


def load(path: Path) -> dict[str, bytes]:
    """What is remembered, by name: the looks of the file and its digest; nothing where the file cannot be used."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, bytes])
    except (OSError, msgspec.MsgspecError):
        return {}


def looks_of(status: os.stat_result) -> bytes:
    """How a file looks from outside."""
    return LOOKS.pack(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def forget(path: Path, names: Collection[str]) -> None:
    """Forgets files that turned out to be other than they looked."""
    if names:
        _write(path, {name: known for name, known in load(path).items() if name not in names})


def _write(path: Path, seen: dict[str, bytes]) -> None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, msgspec.msgpack.encode(seen), lasting=False)

"""One part of a form as it comes in: a field, or a file, which is kept under a hidden name until all of it has come."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from pipeline.errors import ReadError
from pipeline.ingest.papers import plain_reason
from pipeline.reasons import Reason, reason_of
from pipeline.site.intake.names import clean_name

LONGEST_FIELD = 1000  # bytes
FIRST = ".sent-"
"""How the hidden name begins; it ends in `HALF`."""
_TELL = "Tell whoever looks after this machine, and send it again then."


class Receipt(NamedTuple):
    """What became of one file that was sent in, for its sender; `file` is the paper that is now to be read, empty where there is none."""

    name: str
    words: str
    cure: str = ""
    file: str = ""


class Arrived(NamedTuple):
    """A file that has come: its name as it is to be, and where it is kept for now; or why it is not taken."""

    name: str
    half: Path
    sha256: str
    refusal: Receipt | None


class Field:
    """A field that is no file; what is too long of it is left out."""

    def __init__(self, name: str) -> None:
        self.name, self._data = name, b""

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._data.decode("utf-8", "replace")

    def write(self, data: bytes) -> None:
        """More of it."""
        self._data += data[: LONGEST_FIELD - len(self._data)]


class File:
    """A file, by the name that its sender gives it, kept at `half`. `limit` is in bytes; `is_full` tells whether the disk is."""

    def __init__(self, name: str, half: Path, limit: int, is_full: Callable[[], bool]) -> None:
        self._name, self._half, self._limit, self._is_full = name, half, limit, is_full
        self._digest, self._size = hashlib.sha256(), 0
        self._stream: IO[bytes] | None = None
        self._refusal: Receipt | None = None

    def open(self) -> None:
        """Begins to keep it, unless its name is no paper's."""
        try:
            self._name = clean_name(self._name)
            handle = os.open(self._half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
            self._stream = os.fdopen(handle, "wb")
        except ReadError as error:
            self.refuse(error.why.text, cure_of(error))
        except OSError as error:
            self.refuse(plain_reason(error).text, _TELL)

    def write(self, data: bytes) -> None:
        """More of it; nothing, once it is refused."""
        if self._stream is None:
            return
        self._size += len(data)
        if self._size > self._limit:
            why = Reason.TOO_LARGE.told(limit=f"{self._limit // 1_000_000} MB")
            self.refuse(why.text, Reason.TOO_LARGE.value.cure)
        elif self._is_full():
            self.refuse(Reason.DISK_FULL.told().text, _TELL)
        else:
            self._digest.update(data)
            self._put(data)

    def arrived(self) -> Arrived:
        """The whole file, on the disk, or the reason why not."""
        self._put(b"", is_last=True)
        return Arrived(self._name, self._half, self._digest.hexdigest(), self._refusal)

    def refuse(self, words: str, cure: str) -> None:
        """Takes no more of it, and keeps nothing."""
        self._refusal = Receipt(self._name, f"not taken: {words}.", cure)
        if self._stream:
            with suppress(OSError):  # what it still holds finds no room
                self._stream.close()
            self._half.unlink(missing_ok=True)
        self._stream = None

    def _put(self, data: bytes, *, is_last: bool = False) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(data)
            if is_last:
                self._stream.flush()
                os.fsync(self._stream.fileno())
                self._stream.close()
        except OSError as error:
            self.refuse(plain_reason(error).text, _TELL)


def cure_of(error: ReadError) -> str:
    """What to do about a paper that is refused."""
    return reason_of(error.why.code).value.cure

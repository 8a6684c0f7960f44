"""Papers on their way into the folder: each is kept beside the others under a hidden name until all of it has come and been looked at."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self

from pipeline.errors import ReadError
from pipeline.ingest.papers import LIMIT, plain_reason
from pipeline.ingest.whole import HALF
from pipeline.reasons import Reason, reason_of
from pipeline.site.intake.names import clean_name

_TELL = "Tell whoever looks after this machine, and send it again then."

MOST_FILES = 50  # at once
MOST = 1_000_000_000  # bytes of them together
SPARE = 200_000_000  # bytes that must stay free on the disk, for what is made from the papers
LONGEST_FIELD = 1000  # bytes


class Receipt(NamedTuple):
    """What became of one file that was sent in, for its sender; `file` is the paper that is now to be read, empty where there is none."""

    name: str
    words: str
    cure: str = ""
    file: str = ""


class StrangerError(Exception):
    """The form does not come from a page of ours that its sender has seen."""


class Arrived(NamedTuple):
    """A file that has come: its name as it is to be, and where it is kept for now; or why it is not taken."""

    name: str
    half: Path
    sha256: str
    refusal: Receipt | None


class Delivery:
    """Takes the parts of one form, as `pour` gives them. Used in a `with` block, at whose end nothing half is left.

    `token` must come before any file, in the field `csrftoken`. `limit` is in bytes, `free` tells how many are left on a folder's disk.
    """

    def __init__(
        self, folder: Path, token: str, limit: int = LIMIT, free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free
    ) -> None:
        self._folder, self._token, self._limit, self._free = folder, token, limit, free
        self.files: list[Arrived] = []
        self.fields: dict[str, str] = {}
        self._part: _File | _Field | None = None

    def begin(self, field: str, file: str | None) -> None:
        """A field, or a file that the sender calls so; browsers send one without a name where nobody has chosen any.

        Raises StrangerError for a file without the token before it.
        """
        if file is None:
            self._part = _Field(field)
        elif not secrets.compare_digest(self.fields.get("csrftoken", "").encode(), self._token.encode()):
            raise StrangerError
        elif file:
            half = self._folder / f".{secrets.token_hex(8)}{HALF}"
            self._part = _File(file, half, self._limit, lambda: self._free(self._folder) < SPARE)
            if len(self.files) >= MOST_FILES:
                self._part.refuse(f"{MOST_FILES} papers at once are enough", "Send it again, after the others.")
            else:
                self._part.open()

    def write(self, data: bytes) -> None:
        """More of it. A file that is refused is heard to its end all the same, so that the others come."""
        if self._part:
            self._part.write(data)

    def end(self) -> None:
        """All of it has come."""
        if isinstance(self._part, _File):
            self.files.append(self._part.arrived())
        elif self._part:
            self.fields[self._part.name] = self._part.text
        self._part = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(self._part, _File):
            self._part.refuse("it did not come whole", "")
        for file in self.files:
            file.half.unlink(missing_ok=True)


class _Field:
    """A field that is no file; what is too long of it is left out."""

    def __init__(self, name: str) -> None:
        self.name, self._data = name, b""

    @property
    def text(self) -> str:
        return self._data.decode("utf-8", "replace")

    def write(self, data: bytes) -> None:
        self._data += data[: LONGEST_FIELD - len(self._data)]


class _File:
    """A file as it comes in."""

    def __init__(self, name: str, half: Path, limit: int, is_full: Callable[[], bool]) -> None:
        self._name, self._half, self._limit, self._is_full = name, half, limit, is_full
        self._digest, self._size = hashlib.sha256(), 0
        self._stream: IO[bytes] | None = None
        self._refusal: Receipt | None = None

    def open(self) -> None:
        try:
            self._name = clean_name(self._name)
            handle = os.open(self._half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
            self._stream = os.fdopen(handle, "wb")
        except ReadError as error:
            self.refuse(error.why.text, cure_of(error))
        except OSError as error:
            self.refuse(plain_reason(error).text, _TELL)

    def write(self, data: bytes) -> None:
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

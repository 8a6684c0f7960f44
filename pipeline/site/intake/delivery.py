"""Papers on their way into the folder, as many as one form brings."""

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.ingest.papers import LIMIT
from pipeline.ingest.whole import HALF
from pipeline.site.intake.arriving import FIRST, Arrived, Field, File

MOST_FILES = 50  # at once
MOST = 1_000_000_000  # bytes of them together
SPARE = 200_000_000  # bytes that must stay free on the disk, for what is made from the papers


class StrangerError(Exception):
    """The form does not come from a page of ours that its sender has seen."""


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
        self._part: File | Field | None = None

    def begin(self, field: str, file: str | None) -> None:
        """A field, or a file that the sender calls so; browsers send one without a name where nobody has chosen any.

        Raises StrangerError for a file without the token before it.
        """
        if file is None:
            self._part = Field(field)
        elif not secrets.compare_digest(self.fields.get("csrftoken", "").encode(), self._token.encode()):
            raise StrangerError
        elif file:
            half = self._folder / f"{FIRST}{secrets.token_hex(8)}{HALF}"
            self._part = File(file, half, self._limit, lambda: self._free(self._folder) < SPARE)
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
        if isinstance(self._part, File):
            self.files.append(self._part.arrived())
        elif self._part:
            self.fields[self._part.name] = self._part.text
        self._part = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(self._part, File):
            self._part.refuse("it did not come whole", "")
        for file in self.files:
            file.half.unlink(missing_ok=True)

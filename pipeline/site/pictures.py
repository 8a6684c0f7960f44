"""Pictures of pages, each drawn once and kept in a folder."""

import io
import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from PIL import Image

from pipeline.errors import ReadError
from pipeline.read import render_page

COLOURS = 128  # a third of the size of a picture in full colour, and no difference to see on print
MOST = 2**29  # bytes of all pictures that are kept: some eight thousand pages
EVERY = 64  # pictures drawn from one tidying to the next


class Pictures:
    """The folder in which pictures are kept, by the digest of their paper; None keeps none. `most` is in bytes."""

    def __init__(self, folder: Path | None, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._drawn = count()

    def kept(self, sha256: str, number: int) -> bytes | None:
        """The picture of a page, if it has been drawn."""
        path = self._path(sha256, number)
        try:
            picture = path.read_bytes() if path else None
        except OSError:
            return None
        if path:
            with suppress(OSError):  # where nothing may be written, nothing is tidied away either
                os.utime(path)
        return picture

    def draw(self, data: bytes, sha256: str, number: int) -> bytes | None:
        """The picture of a page of the PDF, as PNG, from now on kept; None for a page that cannot be drawn."""
        try:
            drawn = render_page(data, number)
        except ReadError:
            return None
        packed = io.BytesIO()
        page = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.pixels)
        page.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(packed, "PNG")
        self._keep(self._path(sha256, number), packed.getvalue())
        if next(self._drawn) % EVERY == 0:
            self.tidy()
        return packed.getvalue()

    def tidy(self) -> None:
        """Deletes the pictures that were looked at longest ago, until the others are no more than `most`."""
        if self._folder is None:
            return
        with suppress(OSError):
            files = sorted((facts.st_mtime_ns, path, facts.st_size) for path in self._folder.glob("*/*") for facts in [path.stat()])
            total = sum(size for *_, size in files)
            for _, path, size in files:
                if total <= self._most:
                    break
                path.unlink(missing_ok=True)
                total -= size

    def _path(self, sha256: str, number: int) -> Path | None:
        return self._folder / sha256[:2] / f"{sha256}-{number:04}.png" if self._folder and sha256.isalnum() else None

    def _keep(self, path: Path | None, picture: bytes) -> None:
        """Whole or not at all; a disk that is full or may only be read is no reason not to show the page."""
        if path is None:
            return
        half = path.with_suffix(f".{os.getpid()}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(picture)
            half.replace(path)
        except OSError:
            with suppress(OSError):
                half.unlink()

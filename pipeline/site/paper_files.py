"""The papers themselves, for pages that show them: their text, and pictures of their pages. Works without them, and then shows neither.

A file is opened only by the name that the register has for it, and shown only while its bytes are those that were read: what is lit would
else stand elsewhere. It is never sent to anybody as it is.
"""

import asyncio
import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pipeline.errors import ReadError
from pipeline.model.document import Document
from pipeline.read import page_sizes, read_paper
from pipeline.site.pictures import Pictures

T = TypeVar("T")

AT_ONCE = 2
"""Papers read and pages drawn at the same time; others wait."""
REMEMBERED = 16
"""Texts kept in memory."""
LARGEST = 200_000_000  # bytes, as ingest takes them


class PageSize(NamedTuple):
    """A page: `width` and `height` in PDF points, and in pixels as it is drawn."""

    number: int
    width: float
    height: float
    pixels_across: int
    pixels_down: int


class PaperFiles:
    """The folder of papers, None where there is none, and the folder in which pictures of pages are kept."""

    def __init__(self, corpus: Path | None, pictures: Path | None) -> None:
        self._corpus = corpus.resolve() if corpus and corpus.is_dir() else None
        self._pictures = Pictures(pictures)
        self._turns: asyncio.Semaphore | None = None
        self._document = lru_cache(maxsize=REMEMBERED)(self._read)
        self._measured = lru_cache(maxsize=REMEMBERED * 4)(self._measure)

    async def text(self, paper: dict[str, Any]) -> Document | None:
        """The text of a paper by its row; None where the paper is not here, or cannot be read any more."""
        return await self._in_turn(lambda: self._document(paper["file"], paper["sha256"]))

    async def sizes(self, paper: dict[str, Any]) -> tuple[PageSize, ...]:
        """Its pages in their order; none where the paper is not here, or has no pages."""
        return await self._in_turn(lambda: self._measured(paper["file"], paper["sha256"])) if paper["pages"] else ()

    async def picture(self, paper: dict[str, Any], number: int) -> bytes | None:
        """One of its pages as PNG; None where there is none to draw."""
        sha256 = paper["sha256"]
        kept = self._pictures.kept(sha256, number)
        return kept or await self._in_turn(lambda: self._draw(paper["file"], sha256, number))

    def has(self, paper: dict[str, Any]) -> bool:
        """Whether the file is here, as far as its name tells."""
        path = self._path(paper["file"])
        return path is not None and path.is_file()

    async def _in_turn(self, work: Callable[[], T]) -> T:
        self._turns = self._turns or asyncio.Semaphore(AT_ONCE)
        async with self._turns:
            return await asyncio.to_thread(work)

    def _read(self, file: str, sha256: str) -> Document | None:
        data = self._bytes(file, sha256)
        try:
            return read_paper(data, file) if data else None
        except ReadError:
            return None

    def _measure(self, file: str, sha256: str) -> tuple[PageSize, ...]:
        data = self._bytes(file, sha256)
        try:
            drawn = page_sizes(data) if data else ()
        except ReadError:
            return ()
        return tuple(PageSize(one.number, one.width / one.scale, one.height / one.scale, one.width, one.height) for one in drawn)

    def _draw(self, file: str, sha256: str, number: int) -> bytes | None:
        data = self._bytes(file, sha256)
        return self._pictures.draw(data, sha256, number) if data else None

    def _bytes(self, file: str, sha256: str) -> bytes | None:
        """The bytes of a paper, if they are those that were read."""
        path = self._path(file)
        try:
            data = path.read_bytes() if path and path.is_file() and path.stat().st_size <= LARGEST else None
        except OSError:
            return None
        return data if data and hashlib.sha256(data).hexdigest() == sha256 else None

    def _path(self, file: str) -> Path | None:
        if self._corpus is None:
            return None
        path = self._corpus / file
        return path if path.parent.resolve().is_relative_to(self._corpus) else None


_ATTRIBUTE = "pledgebook_papers"
_NOWHERE = PaperFiles(None, None)


def keep_papers(datasette: Any, files: PaperFiles) -> None:
    """Tell a Datasette where its papers are; not by its metadata, which anybody may read."""
    setattr(datasette, _ATTRIBUTE, files)


def papers_of(datasette: Any) -> PaperFiles:
    """The papers of a Datasette."""
    found: PaperFiles = getattr(datasette, _ATTRIBUTE, _NOWHERE)
    return found

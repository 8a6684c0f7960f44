"""A PDF from bytes to document, all of it where a hostile file may do no harm: putting words in order can be made to take long too."""

from collections.abc import Iterator, Sequence

import msgspec

from pipeline.model.document import Document, ReadingIssue
from pipeline.read.limits import Limits
from pipeline.read.page import Page
from pipeline.read.pdf.assembly import assemble
from pipeline.read.pdf.engine import read_pages

Parts = tuple[tuple[Page, ...], tuple[ReadingIssue, ...]]


def read_whole(data: bytes, limits: Limits) -> Iterator[Page | Document]:
    """The pages that pdfium reads, one after the other, and last the document that they make up."""
    pages = []
    for page in read_pages(data, limits):
        pages.append(page)
        yield page
    if pages:
        yield assemble(pages)


def pack(pages: Sequence[Page], issues: tuple[ReadingIssue, ...]) -> bytes:
    """Pages that were read by more than one engine, as they are handed to `read_packed`."""
    return msgspec.msgpack.encode((pages, issues))


def read_packed(data: bytes, limits: Limits) -> Document:
    """The document that packed pages make up."""
    pages, issues = msgspec.msgpack.decode(data, type=Parts)
    return assemble(pages, issues)

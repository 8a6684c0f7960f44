"""Reads a damaged PDF after qpdf has written it anew: what it can still make out of it, with a whole table of contents."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from pipeline.errors import LockedError, ReadError
from pipeline.read.limits import Limits
from pipeline.read.page import Page
from pipeline.read.pdf.engine import read_pages as read_sound_pages
from pipeline.reasons import Reason

OBJECT = re.compile(rb"\b(\d{1,7}) 0 obj\b")
# An object of that type, as long as no other begins before its type is told.
PAGE = re.compile(rb"\b(\d{1,7}) 0 obj\b(?:(?!\bobj\b).){0,2000}?/Type\s*/Page\b", re.DOTALL)
CATALOGUE = re.compile(rb"\b(\d{1,7}) 0 obj\b(?:(?!\bobj\b).){0,2000}?/Type\s*/Catalog\b", re.DOTALL)


def read_pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """The pages of the repaired file. Raises ReadError where nothing can be repaired."""
    for page in read_sound_pages(repaired(data), limits):
        yield page._replace(engine=f"{page.engine}, repaired by qpdf")


def repaired(data: bytes) -> bytes:
    """The same paper as a sound PDF. Raises LockedError, and ReadError where nothing can be repaired."""
    for tail in (b"", _old_tail(data), _new_tail(data)):
        try:
            with pikepdf.open(BytesIO(data + tail)) as pdf:
                sound = BytesIO()
                pdf.save(sound)
                return sound.getvalue()
        except pikepdf.PasswordError:
            raise LockedError(Reason.LOCKED.told()) from None
        except (pikepdf.PdfError, ValueError, RuntimeError) as error:
            reason = type(error).__name__
    raise ReadError(Reason.PDF_STRUCTURE.told(error=reason))


def _old_tail(data: bytes) -> bytes:
    """A trailer for a file that has lost its own, but not its catalogue."""
    catalogues = CATALOGUE.findall(data)
    return b"\ntrailer << /Root %s 0 R >>\n" % catalogues[-1] if catalogues else b""


def _new_tail(data: bytes) -> bytes:
    """A catalogue of the pages that are left, for a file that was cut off before its own."""
    kids = b" ".join(b"%s 0 R" % number for number in PAGE.findall(data))
    free = max((int(number) for number in OBJECT.findall(data)), default=0) + 1
    tree = b"\n%d 0 obj << /Type /Pages /Count %d /Kids [%s] >> endobj\n" % (free, kids.count(b"R"), kids)
    return tree + b"%d 0 obj << /Type /Catalog /Pages %d 0 R >> endobj\ntrailer << /Root %d 0 R >>\n" % (free + 1, free, free + 1)

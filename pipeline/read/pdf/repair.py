"""Reads a damaged PDF after qpdf has written it anew: what it can still make out of it, with a whole table of contents."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from pipeline.errors import LockedError, ReadError
from pipeline.read.limits import Limits
from pipeline.read.page import Page
from pipeline.read.pdf.engine import read_pages as read_sound_pages

LOCKED = "it is locked with a password; save it without one"


def read_pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """The pages of the repaired file. Raises ReadError where nothing can be repaired."""
    for page in read_sound_pages(repaired(data), limits):
        yield page._replace(engine=f"{page.engine}, repaired by qpdf")


def repaired(data: bytes) -> bytes:
    """The same paper as a sound PDF. Raises LockedError, and ReadError where nothing can be repaired."""
    sound = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(sound)
    except pikepdf.PasswordError:
        raise LockedError(LOCKED) from None
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise ReadError(f"its structure is broken ({type(error).__name__})") from None
    return sound.getvalue()

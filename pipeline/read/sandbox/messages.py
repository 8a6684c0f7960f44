"""What passes between this process, the fork server and the children, as msgpack: decoding it can build nothing but these."""

from typing import Literal

from msgspec import Raw, Struct

from pipeline.model.document import Document
from pipeline.read.limits import Limits
from pipeline.read.picture import Picture

How = Literal["finished", "refused", "locked", "memory", "error"]


class Fork(Struct, frozen=True, tag=True):
    """To the server: fork a child that runs `reader` (`module:function`) on what comes over the socket sent along."""

    reader: str
    limits: Limits


class Reap(Struct, frozen=True, tag=True):
    """To the server: wait for a child that has ended or is about to."""

    pid: int


class Reaped(Struct, frozen=True):
    """From the server: a child's status as of `os.wait4`, its processor time in seconds, and its largest resident size in bytes."""

    status: int
    seconds: float
    peak: int


class PageRead(Struct, frozen=True, tag=True):
    """From a child: one more page, packed, as nobody may want to look at it; whether it is a scan must be known at once."""

    page: Raw
    is_scan: bool


class PageDrawn(Struct, frozen=True, tag=True):
    """From a child: the picture of a page."""

    picture: Picture


class DocumentRead(Struct, frozen=True, tag=True):
    """From a child: the whole paper, of a format without pages."""

    document: Document


class Ended(Struct, frozen=True, tag=True):
    """From a child, as its last words: `code` and `reason` say why it was refused; `reason` may be the traceback of an error."""

    how: How
    code: str = ""
    reason: str = ""


Request = Fork | Reap
Message = PageRead | PageDrawn | DocumentRead | Ended

"""Reads one paper in a child process, and says in plain words what became of it."""

import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from pipeline.model.document import Document
from pipeline.read.limits import Allowance, Limits
from pipeline.read.page import Page
from pipeline.read.picture import Picture
from pipeline.read.sandbox.endings import Outcome, told, too_slow, untold
from pipeline.read.sandbox.messages import DocumentRead, Ended, Message, PageDrawn, PageRead, Reaped
from pipeline.read.sandbox.server import Server, restart, warm_up
from pipeline.read.sandbox.wire import receive, unpack_page
from pipeline.reasons import Reason, Why


class Reading(NamedTuple):
    """What a child gave. `pages` are those that came before its end, none where the `document` has them all; that is None where the
    reader gives none.

    `how` is `finished`, or `refused` or `locked` by the reader's own word, `stopped` by a limit, or `crashed`; `told` says why in
    plain words, and `trace` where in the program, if anybody knows. `seconds` are of processor time, `peak` is the most memory held,
    in bytes. `pictures` are of a reader that draws pages.
    """

    pages: tuple[Page, ...]
    document: Document | None
    how: Outcome
    told: Why
    trace: str
    seconds: float
    peak: int
    pictures: tuple[Picture, ...] = ()

    @property
    def reason(self) -> str:
        """Why it ended as it did, in plain words."""
        return self.told.text


def run(reader: str, data: bytes, limits: Limits | None = None, server: Server | None = None) -> Reading:
    """What `reader` (`module:function`) makes of the bytes, in a child of its own, within the limits.

    The reader takes the bytes and the limits, and gives pages one after the other, or a Document, or both.
    """
    limits = limits or Limits()
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            server, pid = _fork(server or warm_up(), theirs, reader, limits)
        child = _Child(limits)
        try:
            child.listen(ours, data)
        finally:
            reaped = _reap(server, pid)
    return child.reading(reaped)


@dataclass
class _Child:
    """What has been heard of a child; `cut` says why it was not heard out."""

    limits: Limits
    pages: list[Page] = field(default_factory=list)
    packed: list[msgspec.Raw] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    document: Document | None = None
    ended: Ended | None = None
    cut: tuple[Outcome, Why] | None = None

    def __post_init__(self) -> None:
        self.allowance = Allowance(self.limits)
        self._started = time.monotonic()

    def listen(self, channel: socket.socket, data: bytes) -> None:
        """Hands the paper over and hears the child out, or as long as it may take."""
        try:
            with suppress(BrokenPipeError, ConnectionResetError):
                channel.settimeout(self.allowance.clock)
                channel.sendall(data)
                channel.shutdown(socket.SHUT_WR)
            for message in receive(channel, self._seconds_left):
                self._hear(message)
        except TimeoutError:
            self.cut = too_slow(self.allowance)
        except ConnectionResetError:
            pass  # it died with some of the paper unread
        except OverflowError:
            self.cut = "stopped", Reason.TOO_MANY_WORDS.told()
        except msgspec.MsgspecError:
            self.cut = "crashed", Reason.GARBLED_REPLY.told()
        self._unpack()

    def _unpack(self) -> None:
        """Makes the pages, which takes longer than all else that is done here, unless the document has them all."""
        if self._is_whole():
            return
        try:
            for packed in self.packed:
                self.pages.append(unpack_page(packed))
        except msgspec.MsgspecError:
            self.cut = "crashed", Reason.GARBLED_REPLY.told()

    def _is_whole(self) -> bool:
        """Whether the document has all pages of the paper, and words, and no page that could not be opened."""
        if self.cut or self.limits.first > 1 or not (self.ended and self.ended.how == "finished"):
            return False
        document = self.document
        return bool(document and document.text and document.layout and all(page.width for page in document.layout.pages))

    def reading(self, reaped: Reaped | None) -> Reading:
        """All that is known once the child has ended."""
        by_itself = told(self.ended, self.limits) if self.ended else None
        how, reason = self.cut or by_itself or untold(reaped, self.limits, self.allowance)
        trace = self.ended.reason if self.ended and self.ended.how == "error" else ""
        seconds, peak = (reaped.seconds, reaped.peak) if reaped else (0.0, 0)
        return Reading(tuple(self.pages), self.document, how, reason, trace, seconds, peak, tuple(self.pictures))

    def _hear(self, message: Message) -> None:
        if isinstance(message, PageRead):
            self.packed.append(message.page)
            self.allowance.add(message.is_scan)
        elif isinstance(message, PageDrawn):
            self.pictures.append(message.picture)
        elif isinstance(message, DocumentRead):
            self.document = message.document
        else:
            self.ended = message

    def _seconds_left(self) -> float:
        return self._started + self.allowance.clock - time.monotonic()


def _fork(server: Server, channel: socket.socket, reader: str, limits: Limits) -> tuple[Server, int]:
    """A child, and the server it has, which is a new one where the old has died."""
    try:
        return server, server.fork(channel, reader, limits)
    except ConnectionError:
        server = restart(server)
        return server, server.fork(channel, reader, limits)


def _reap(server: Server, pid: int) -> Reaped | None:
    """How the child ended; None where the server has died, and the child with it."""
    try:
        return server.end(pid)
    except ConnectionError:
        return None

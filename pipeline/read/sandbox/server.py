"""The fork server as seen from outside: asks it for children, and how they ended.

Unlike multiprocessing's fork server it never imports the program's main module into a child, which costs more than reading a
paper does, and never unpickles what a child sends.
"""

import os
import signal
import socket
from contextlib import suppress
from typing import TypeVar

import msgspec

from pipeline.read.limits import Limits
from pipeline.read.sandbox.messages import Fork, Reap, Reaped, Request
from pipeline.standby import Attendant, Standby

T = TypeVar("T")
READERS = ["pipeline.read.pdf.whole:read_whole"]
START = "import sys; sys.path[:] = {path!r}; from pipeline.read.sandbox.serve import main; main({door}, {readers!r})"


class Server(Attendant):
    """A running fork server; it ends its children when it is closed. Raises ConnectionError once it has died."""

    def __init__(self, readers: list[str]) -> None:
        super().__init__(START, readers=readers)

    def fork(self, channel: socket.socket, reader: str, limits: Limits) -> int:
        """The id of a new child that reads what comes over the channel; it stays taken until the child is reaped."""
        return self._request(Fork(reader, limits), int, [channel.fileno()])

    def end(self, pid: int) -> Reaped:
        """How a child ended; it is killed if it has not, together with all that it started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        return self._request(Reap(pid), Reaped, [])

    def _request(self, request: Request, kind: type[T], files: list[int]) -> T:
        return msgspec.msgpack.decode(self.ask(msgspec.msgpack.encode(request), files), type=kind)


_standby = Standby(Server)


def warm_up() -> Server:
    """The server of this process. Starting it takes it half a second, which this call does not wait for."""
    return _standby.take(READERS)


def restart(dead: Server) -> Server:
    """A new server instead of one that has died."""
    _standby.end(dead)
    return warm_up()

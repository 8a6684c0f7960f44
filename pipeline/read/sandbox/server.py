"""The fork server as seen from outside: starts it, asks it for children, and ends it.

Unlike multiprocessing's fork server it never imports the program's main module into a child, which costs more than reading a
paper does, and never unpickles what a child sends.
"""

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TypeVar

import msgspec

from pipeline.read.limits import Limits
from pipeline.read.sandbox.messages import Fork, Reap, Reaped, Request

T = TypeVar("T")
READERS = ["pipeline.read.pdf.whole:read_whole"]
START = "import sys; sys.path[:] = {path!r}; from pipeline.read.sandbox.serve import main; main({door}, {readers!r})"


class Server:
    """A running fork server; it is usable from several threads. Raises ConnectionError once it has died."""

    def __init__(self, readers: list[str]) -> None:
        self._lock = threading.Lock()
        self._door, theirs = socket.socketpair()
        with theirs:
            code = START.format(path=sys.path, door=theirs.fileno(), readers=readers)
            # In a session of its own, so that Ctrl-C reaches this process alone, which then ends the children.
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", code], pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, start_new_session=True
            )

    def fork(self, channel: socket.socket, reader: str, limits: Limits) -> int:
        """The id of a new child that reads what comes over the channel; it stays taken until the child is reaped."""
        return self._ask(Fork(reader, limits), int, [channel.fileno()])

    def end(self, pid: int) -> Reaped:
        """How a child ended; it is killed if it has not, together with all that it started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        return self._ask(Reap(pid), Reaped, [])

    def close(self) -> None:
        """Ends the server, and with it any child."""
        self._door.close()
        self._process.wait()

    def forget(self) -> None:
        """Lets go of a server that belongs to the process that this one was forked from."""
        self._door.close()
        self._process.returncode = 0

    def _ask(self, request: Request, kind: type[T], fds: list[int]) -> T:
        with self._lock:
            try:
                socket.send_fds(self._door, [msgspec.msgpack.encode(request)], fds)
                if answer := self._door.recv(1024):
                    return msgspec.msgpack.decode(answer, type=kind)
            except OSError:
                pass
            except BaseException:
                self.close()  # interrupted between question and answer: no later answer could be trusted
                raise
        raise ConnectionError("the server that starts readers has ended")


_server: Server | None = None
_starting = threading.RLock()


def warm_up() -> Server:
    """The server of this process. Starting it takes it half a second, which this call does not wait for."""
    global _server
    with _starting:
        if _server is None:
            _server = Server(READERS)
        return _server


def restart(dead: Server) -> Server:
    """A new server instead of one that has died."""
    global _server
    with _starting:
        if _server is dead:
            dead.close()
            _server = None
        return warm_up()


def _close() -> None:
    if _server is not None:
        _server.close()


def _forget() -> None:
    global _server, _starting
    _starting = threading.RLock()  # some thread of the other process may have held the old one
    if _server is not None:
        _server.forget()
        _server = None


atexit.register(_close)
os.register_at_fork(after_in_child=_forget)

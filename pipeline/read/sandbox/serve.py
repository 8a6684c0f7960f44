"""The fork server: a process that has imported the readers once, and forks a child for each paper.

It imports nothing of the program that started it, runs no thread, and reads no paper itself. It ends when its door is closed.
"""

import gc
import os
import signal
import socket
import traceback
from contextlib import suppress

import msgspec

from pipeline.read.sandbox.child import find_reader, read
from pipeline.read.sandbox.messages import Fork, Reap, Reaped, Request

LONGEST = 4096  # bytes of a request
RARELY = (50_000, 20, 20)  # new objects before garbage is looked for, and how often that goes deeper: a reader leaves hardly any

_ENCODER = msgspec.msgpack.Encoder()
_DECODER: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)


def main(door_fd: int, readers: list[str]) -> None:
    """Serves requests that come in at the door, one after the other; `readers` are imported beforehand."""
    for reader in readers:
        _warm(reader)
    children: set[int] = set()
    try:
        with socket.socket(fileno=door_fd) as door:
            while _serve(door, children):
                pass
    finally:
        for pid in children:
            _kill(pid)


def _serve(door: socket.socket, children: set[int]) -> bool:
    """Answers one request; False when the door is closed."""
    data, fds, _, _ = socket.recv_fds(door, LONGEST, 1)
    if not data:
        return False
    request = _DECODER.decode(data)
    if isinstance(request, Reap):
        answer: int | Reaped = _reap(request.pid)
        children.discard(request.pid)
    else:
        _warm(request.reader)
        with socket.socket(fileno=fds[0]) as channel:
            answer = _fork(door, channel, request)
        children.add(answer)
    door.sendall(_ENCODER.encode(answer))
    return True


def _warm(reader: str) -> None:
    """Imports a reader, so that its children need not. What stands now is never garbage, so no child looks there for any."""
    with suppress(ImportError, AttributeError):  # the child says what is wrong
        find_reader(reader)
    gc.freeze()
    gc.set_threshold(*RARELY)


def _fork(door: socket.socket, channel: socket.socket, order: Fork) -> int:
    """A child at work, in a process group of its own, so that what it starts can be ended with it."""
    pid = os.fork()
    if pid:
        with suppress(ProcessLookupError, PermissionError):
            os.setpgid(pid, pid)  # here too, as nobody knows who comes first
        return pid
    try:
        os.setpgid(0, 0)
        door.close()
        read(channel, order)
    except OSError:
        pass  # nobody listens any more
    except BaseException:  # noqa: BLE001 - a child must never return into the server's loop
        traceback.print_exc()
    finally:
        os._exit(0)


def _reap(pid: int) -> Reaped:
    _, status, usage = os.wait4(pid, 0)
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return Reaped(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)

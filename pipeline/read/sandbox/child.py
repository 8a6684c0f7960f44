"""What a child does: it confines itself, reads one paper, and sends what it reads as it goes."""

import ctypes
import gc
import os
import resource
import signal
import socket
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.errors import LockedError, ReadError
from pipeline.model.document import Document
from pipeline.read.limits import Allowance, Limits
from pipeline.read.picture import Picture
from pipeline.read.sandbox.messages import DocumentRead, Ended, Fork, Message, PageDrawn, PageRead
from pipeline.read.sandbox.wire import PIECE, pack_page, send

PR_SET_PDEATHSIG = 1


def read(channel: socket.socket, order: Fork) -> None:
    """Reads the paper whose bytes come over the channel, and sends pages or a document, and last how it ended."""
    gc.disable()  # all that a paper leaves behind goes with the process
    _die_with_parent()
    _silence()
    data = b"".join(iter(lambda: channel.recv(PIECE), b""))
    _confine(order.limits)
    try:
        for message in _messages(order, data):
            send(channel, message)
        ended = Ended("finished")
    except LockedError as error:
        ended = Ended("locked", *error.why)
    except ReadError as error:
        ended = Ended("refused", *error.why)
    except MemoryError:
        ended = Ended("memory")
    except Exception:  # noqa: BLE001 - a library that stumbles over a hostile paper may raise anything; the parent tries another
        ended = Ended("error", reason=traceback.format_exc())
    send(channel, ended)


def find_reader(reader: str) -> Any:
    """The function that `module:function` names, its module imported."""
    module, _, function = reader.partition(":")
    return getattr(import_module(module), function)


def _messages(order: Fork, data: bytes) -> Iterator[Message]:
    """What the reader gives; each page allows the next ones their processor time."""
    allowance = Allowance(order.limits)
    found = find_reader(order.reader)(data, order.limits)
    for part in [found] if isinstance(found, Document) else found:
        if isinstance(part, Picture):
            yield PageDrawn(part)
        elif isinstance(part, Document):
            yield DocumentRead(part)
        else:
            is_scan = part.source == "ocr"
            yield PageRead(pack_page(part), is_scan)
            allowance.add(is_scan)
            _allow(allowance.processor)


def _confine(limits: Limits) -> None:
    """Bounds memory and processor time, for this process and each that it starts, and forbids to write any file."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _allow(limits.seconds)


def _allow(seconds: float) -> None:
    """Lets the process run on for so many seconds of processor time since its start; at the limit, a signal ends it."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (max(int(seconds), 1), most))


def _die_with_parent() -> None:
    """On Linux the child is killed when the server dies; elsewhere its next message finds nobody who listens."""
    server = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != server:
        os._exit(1)


def _silence() -> None:
    """Libraries print what they think of broken papers; nobody wants to know."""
    with Path(os.devnull).open("r+b") as nowhere:
        for stream in range(3):
            os.dup2(nowhere.fileno(), stream)

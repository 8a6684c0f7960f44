"""A server whose children run toy readers, and a pipe that tells how long somebody holds it open."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.read.limits import Limits
from pipeline.read.sandbox import Reading, Server, run

PATIENT = Limits(memory=300 * 2**20, seconds=1, page_seconds=0, patience=60)


@pytest.fixture(scope="session")
def toys() -> str:
    """The folder of the toy readers."""
    return str(Path(__file__).parent / "toys")


@pytest.fixture(scope="module")
def server(toys: str) -> Iterator[Server]:
    """A server whose children can run toy readers."""
    sys.path.insert(0, toys)
    server = Server(["toy_readers:refuse"])
    sys.path.remove(toys)
    yield server
    server.close()


@pytest.fixture
def toy(server: Server) -> Callable[..., Reading]:
    """What a toy reader makes of the bytes; it has a second of processor time, and the limits that are named."""
    return lambda reader, data=b"", **limits: run(f"toy_readers:{reader}", data, PATIENT._replace(**limits), server)


@pytest.fixture
def hurried(toy: Callable[..., Reading]) -> Callable[..., tuple[Reading, int]]:
    """What becomes of a toy reader that never ends, and how many seconds by the clock it had: more where it could not even begin, as
    on a machine that stands still for a moment."""

    def read(reader: str, data: bytes = b"") -> tuple[Reading, int]:
        readings = ((toy(reader, data, patience=seconds, scan_seconds=0), seconds) for seconds in (1, 5, 25))
        return next((reading, seconds) for reading, seconds in readings if reading.pages)

    return read


class Heard:
    """What is written into a pipe until nobody holds it open any more."""

    def __init__(self, pipe: Path) -> None:
        os.mkfifo(pipe)
        self.pipe = bytes(pipe)
        self._reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self._writer = os.open(pipe, os.O_WRONLY)  # so that the pipe does not seem closed before anybody has opened it
        os.set_blocking(self._reader, True)

    def first(self) -> bytes:
        """Waits for the first words."""
        return os.read(self._reader, 6)

    def rest(self) -> bytes:
        """All that is still written."""
        os.close(self._writer)
        return b"".join(iter(lambda: os.read(self._reader, 1000), b""))

    def close(self) -> None:
        """Lets go of the pipe."""
        os.close(self._reader)


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """A pipe that nobody has written into yet."""
    heard = Heard(tmp_path / "pipe")
    yield heard
    heard.close()

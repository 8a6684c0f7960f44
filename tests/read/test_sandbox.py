"""One child a paper: what it gives, how it may end, and that nothing of it stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest

from pipeline.model.document import Block, Document
from pipeline.model.span import Span
from pipeline.read.limits import Limits
from pipeline.read.page import Grid, Page, Rect, Word
from pipeline.read.sandbox import Reading, Server, run, warm_up
from pipeline.read.sandbox import server as servers
from pipeline.reasons import Why

READERS = """
import ctypes, os, subprocess, time
from pipeline.errors import LockedError, ReadError
from pipeline.reasons import Why
from pipeline.model.document import Block, Document
from pipeline.model.span import Span
from pipeline.read.page import Grid, Page, Rect, Word

BLANK = Page(1, 595.0, 842.0, ())

def one_page(data, limits):
    words = (Word("Mow", 1.5, 2, 3, 4, True, "\\n"), Word("ﬁx\\u0301", 1, 2, 3, float("inf")))
    yield Page(7, 595.0, 842.0, words, (Grid(((Rect(1, 2, 3, 4), None),), False),), "ocr", "toy", (Why("smudge", "smudged"),))

def document(data, limits):
    text = data.decode()
    return Document(text, (Block("item", Span(0, len(text)), 1, "(a)"),))

def wanted(data, limits):
    for number in range(limits.first, limits.last + 1):
        yield BLANK._replace(number=number)

def limits_there(data, limits):
    import resource
    found = [resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)]
    raise ReadError(Why("test", f"{found} {os.getpgrp() == os.getpid()}"))

def modules(data, limits):
    import sys
    raise ReadError(Why("test", " ".join(sys.modules)))

def refuse(data, limits):
    raise ReadError(Why("test", "it is a hedgehog"))

def lock(data, limits):
    raise LockedError(Why("locked", "it is locked"))

def fail(data, limits):
    yield BLANK
    raise ZeroDivisionError("1 / 0: no")

def spin(data, limits):
    yield BLANK
    while True:
        pass

def work_long(data, limits):
    for number in range(1, 5):
        while time.process_time() < 0.6 * number:
            pass
        yield BLANK._replace(number=number)

def wait(data, limits):
    yield BLANK
    time.sleep(1000)

def wait_for_another(data, limits):
    yield BLANK
    with open(data.decode(), "wb", buffering=0) as pipe:
        subprocess.run("echo begun; sleep 60; echo survived", shell=True, stdout=pipe)

def eat(data, limits):
    yield BLANK
    held = []
    while True:
        held.append(bytes(2**20))

def crash(data, limits):
    yield BLANK
    ctypes.string_at(0)

def abort(data, limits):
    yield BLANK
    os.abort()

def leave(data, limits):
    yield BLANK
    os._exit(0)

def write(data, limits):
    with open(data.decode(), "wb") as file:
        file.write(b"x")

def flood(data, limits):
    while True:
        yield BLANK._replace(words=(Word("x" * 2**20, 0, 0, 1, 1),))

def babble(data, limits):
    yield BLANK
    for fd in range(3, 64):
        try:
            os.write(fd, b"\\x00\\x00\\x00\\x04evil")
        except OSError:
            pass

def print_much(data, limits):
    os.write(1, b"printed by a library")
    os.write(2, b"printed by a library")
    yield BLANK
"""
PATIENT = Limits(memory=300 * 2**20, seconds=1, page_seconds=0, patience=60)
HASTY = PATIENT._replace(patience=1, scan_seconds=0)


@pytest.fixture(scope="module")
def toys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose children can run the readers above."""
    folder = tmp_path_factory.mktemp("readers")
    (folder / "toy_readers.py").write_text(READERS)
    sys.path.insert(0, str(folder))
    server = Server(["toy_readers:refuse"])
    sys.path.remove(str(folder))
    yield server
    server.close()


def toy(server: Server, reader: str, data: bytes = b"", limits: Limits = PATIENT) -> Reading:
    return run(f"toy_readers:{reader}", data, limits, server)


def test_a_page_comes_whole(toys: Server) -> None:
    words = (Word("Mow", 1.5, 2, 3, 4, True, "\n"), Word("ﬁx\u0301", 1, 2, 3, float("inf")))
    page = Page(7, 595.0, 842.0, words, (Grid(((Rect(1, 2, 3, 4), None),), False),), "ocr", "toy", (Why("smudge", "smudged"),))
    assert toy(toys, "one_page").pages == (page,)


def test_a_document_comes_whole(toys: Server) -> None:
    assert toy(toys, "document", "We will mow £5 of grass 🌱".encode()).document == Document(
        "We will mow £5 of grass 🌱", (Block("item", Span(0, 25), 1, "(a)"),)
    )


def test_a_paper_of_20_megabytes_goes_through(toys: Server) -> None:
    assert len(toy(toys, "document", b"a" * 20_000_000).document.text) == 20_000_000


def test_only_the_wanted_pages_are_read(toys: Server) -> None:
    assert [page.number for page in toy(toys, "wanted", limits=Limits(first=3, last=5)).pages] == [3, 4, 5]


def test_a_child_that_has_read_all_gives_no_reason(toys: Server) -> None:
    assert toy(toys, "one_page")[2:5] == ("finished", ("", ""), "")


def test_the_limits_are_those_of_the_child(toys: Server) -> None:
    assert toy(toys, "limits_there").reason == f"[{300 * 2**20}, 0, 0] True"


@pytest.mark.parametrize(
    ("reader", "limits", "how", "reason"),
    [
        ("refuse", PATIENT, "refused", "it is a hedgehog"),
        ("lock", PATIENT, "locked", "it is locked"),
        ("fail", PATIENT, "crashed", "the program that reads it failed on it (ZeroDivisionError)"),
        ("spin", PATIENT, "stopped", "it took more than 1 s of processor time"),
        ("wait", HASTY, "stopped", "it took longer than 1 s"),
        ("eat", PATIENT, "stopped", "it needed more than 300 MiB of memory"),
        ("crash", PATIENT, "crashed", "the program that reads it crashed on it (SIGSEGV)"),
        (
            "abort",
            PATIENT,
            "crashed",
            "the program that reads it crashed on it (SIGABRT), perhaps because it needed more than 300 MiB of memory",
        ),
        ("flood", PATIENT._replace(seconds=20), "stopped", "it holds more words than a paper may have; split it"),
        ("babble", PATIENT, "crashed", "the program that reads it sent what no reader sends"),
        ("no_such_reader", PATIENT, "crashed", "the program that reads it failed on it (AttributeError)"),
    ],
)
def test_each_end_is_told_in_plain_words(toys: Server, reader: str, limits: Limits, how: str, reason: str) -> None:
    reading = toy(toys, reader, limits=limits)
    assert (reading.how, reading.reason) == (how, reason)


@pytest.mark.parametrize("reader", ["fail", "spin", "wait", "eat", "crash", "abort", "leave", "babble"])
def test_pages_before_the_end_survive(toys: Server, reader: str) -> None:
    limits = HASTY if reader == "wait" else PATIENT
    assert [page.number for page in toy(toys, reader, limits=limits).pages] == [1]


def test_the_traceback_of_a_failure_is_kept(toys: Server) -> None:
    assert "1 / 0: no" in toy(toys, "fail").trace


def test_a_child_that_leaves_without_a_word_has_not_finished(toys: Server) -> None:
    assert toy(toys, "leave").how == "stopped"


def test_each_page_allows_more_processor_time(toys: Server) -> None:
    assert len(toy(toys, "work_long", limits=PATIENT._replace(page_seconds=1.0)).pages) == 4


def test_without_more_time_a_page_the_same_paper_is_stopped(toys: Server) -> None:
    assert len(toy(toys, "work_long").pages) < 4


def test_a_child_can_write_nothing_into_a_file(toys: Server, tmp_path: Path) -> None:
    toy(toys, "write", str(tmp_path / "out").encode())
    assert not (tmp_path / "out").exists() or not (tmp_path / "out").stat().st_size


def test_what_libraries_print_is_not_seen(toys: Server, capfd: pytest.CaptureFixture[str]) -> None:
    toy(toys, "print_much")
    assert "library" not in "".join(capfd.readouterr())


def test_the_server_holds_neither_spacy_nor_numpy_nor_the_command(toys: Server) -> None:
    loaded = set(run("toy_readers:modules", b"", PATIENT, toys).reason.split())
    assert not {"spacy", "numpy", "pandas", "click", "datasette", "pytest", "pipeline.cli", "pipeline.extract"} & loaded


def test_what_a_child_started_is_ended_with_it(toys: Server, tmp_path: Path) -> None:
    with held_open(tmp_path / "pipe") as heard:
        reading = toy(toys, "wait_for_another", bytes(tmp_path / "pipe"), HASTY)
        assert heard() == b"begun\n"
    assert reading.reason == "it took longer than 1 s"


def test_nothing_is_left_open(toys: Server) -> None:
    before = sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a link that is gone by then is no matter here
    for reader in ("one_page", "fail", "crash", "wait"):
        toy(toys, reader, limits=HASTY)
    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


def test_a_server_that_was_killed_is_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "_server", None)
    first = warm_up()
    os.kill(first._process.pid, signal.SIGKILL)
    first._process.wait()
    reading = run("pipeline.read.text:read_text", b"We will mow.")
    assert warm_up() is not first
    assert reading.how == "crashed"  # as a text reader takes no limits
    warm_up().close()


def test_a_worker_process_has_a_server_of_its_own() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(run, "pipeline.read.html:read_html", b"<p>We will mow.</p>").result().how == "finished"


def test_threads_share_one_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "_server", None)
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: warm_up(), range(8)))) == 1
    warm_up().close()


def test_children_of_several_threads_do_not_mix_their_papers(toys: Server) -> None:
    with ThreadPoolExecutor(4) as pool:
        readings = pool.map(lambda number: toy(toys, "document", b"mow" * number), range(1, 9))
        assert [len(reading.document.text) for reading in readings] == [3 * number for number in range(1, 9)]


PROGRAM = """
import sys
sys.path.insert(0, {folder!r})
from pipeline.read.sandbox import run
run("toy_readers:wait_for_another", {pipe!r})
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_program_that_is_ended_leaves_no_process(tmp_path: Path, end: signal.Signals) -> None:
    (tmp_path / "toy_readers.py").write_text(READERS)
    with held_open(tmp_path / "pipe") as heard:
        code = PROGRAM.format(folder=str(tmp_path), pipe=bytes(tmp_path / "pipe"))
        program = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
        heard.first()
        program.send_signal(end)
        program.communicate()  # until nobody holds its error stream, not even the server
        assert heard() == b""


class Heard:
    """What is written into a pipe until nobody holds it open any more."""

    def __init__(self, pipe: Path) -> None:
        os.mkfifo(pipe)
        self._reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self._writer = os.open(pipe, os.O_WRONLY)  # so that the pipe does not seem closed before anybody has opened it
        os.set_blocking(self._reader, True)

    def first(self) -> bytes:
        """Waits for the first words."""
        return os.read(self._reader, 6)

    def __call__(self) -> bytes:
        """All that is still written."""
        os.close(self._writer)
        return b"".join(iter(lambda: os.read(self._reader, 1000), b""))

    def close(self) -> None:
        """Lets go of the pipe."""
        os.close(self._reader)


@contextmanager
def held_open(pipe: Path) -> Iterator[Heard]:
    """A named pipe, and what is written into it."""
    heard = Heard(pipe)
    yield heard
    heard.close()

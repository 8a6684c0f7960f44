"""The server that forks children: one for all threads, started anew where it has died, gone with its program."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from pipeline.read.sandbox import Server, run, warm_up
from pipeline.read.sandbox import server as servers
from pipeline.standby import Standby


@pytest.fixture
def none_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No server stands by, as at the start of a program."""
    monkeypatch.setattr(servers, "_standby", Standby(Server))


def test_it_holds_neither_spacy_nor_numpy_nor_the_command(toy) -> None:
    loaded = set(toy("modules").reason.split())
    assert not {"spacy", "numpy", "pandas", "click", "datasette", "pytest", "pipeline.cli", "pipeline.extract"} & loaded


@pytest.mark.usefixtures("none_yet")
def test_a_server_that_was_killed_is_started_anew() -> None:
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


@pytest.mark.usefixtures("none_yet")
def test_threads_share_one_server() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: warm_up(), range(8)))) == 1
    warm_up().close()


def test_children_of_several_threads_do_not_mix_their_papers(toy) -> None:
    with ThreadPoolExecutor(4) as pool:
        readings = pool.map(lambda number: toy("document", b"mow" * number), range(1, 9))
        assert [len(reading.document.text) for reading in readings] == [3 * number for number in range(1, 9)]


PROGRAM = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # which is not so where a shell runs the tests in the background
sys.path.insert(0, {folder!r})
from pipeline.read.sandbox import run
run("toy_readers:wait_for_another", {pipe!r})
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_program_that_is_ended_leaves_no_process(toys: str, heard, end: signal.Signals) -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM.format(folder=toys, pipe=heard.pipe)], stderr=subprocess.PIPE)
    heard.first()
    program.send_signal(end)
    program.communicate()  # until nobody holds its error stream, not even the server
    assert heard.rest() == b""

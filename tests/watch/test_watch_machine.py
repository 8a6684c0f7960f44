"""What a watch has to do with the machine: files that are open, its lock, its status, systemd and signals."""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path

import pytest

from pipeline.errors import RegisterError
from pipeline.watch.lock import only_watch
from pipeline.watch.status import MANY, Run, Status
from pipeline.watch.stopping import StoppedError, Stopping
from pipeline.watch.systemd import SILENT, Heartbeat, Systemd
from pipeline.watch.writing import is_being_written

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="only Linux tells")
def test_a_file_is_being_written_just_as_long_as_it_is_open_for_that(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    with path.open("w"):
        assert is_being_written(path)
    with path.open():
        assert not is_being_written(path)


@pytest.mark.parametrize("name", ["none.txt", "pipe"])
def test_what_cannot_be_asked_about_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not is_being_written(tmp_path / name)


def test_a_second_watch_is_kept_out_and_told_of_the_first(tmp_path: Path) -> None:
    with only_watch(tmp_path), pytest.raises(RegisterError, match=f"process {os.getpid()}"), only_watch(tmp_path):
        pass


def test_a_lock_whose_process_was_killed_does_no_harm(tmp_path: Path) -> None:
    code = "import os, sys, pathlib\nfrom pipeline.watch.lock import only_watch\nwith only_watch(pathlib.Path(sys.argv[1])): os.abort()"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, capture_output=True)
    assert (tmp_path / "watch.lock").read_text()
    with only_watch(tmp_path):
        assert (tmp_path / "watch.lock").read_text() == str(os.getpid())


def test_the_status_is_one_file_of_json(tmp_path: Path) -> None:
    status = Status("corpus", 7, last_run=Run("2030", "2031", "1 paper: 1 read.", 0))
    status.turn("watching", NOW)
    status.write(tmp_path / "watch.status", NOW)
    written = json.loads((tmp_path / "watch.status").read_text())
    assert (written["doing"], written["since"], written["last_run"]["summary"]) == (
        "watching",
        "2030-01-01T00:00:00+00:00",
        "1 paper: 1 read.",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["watch.status"]


def test_on_a_full_disk_the_old_status_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status = Status("corpus", 7)
    status.write(tmp_path / "watch.status", NOW)

    def refuse(path: Path, data: bytes) -> int:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    status.problems = ["the disk is full"]
    status.write(tmp_path / "watch.status", NOW)
    assert json.loads((tmp_path / "watch.status").read_text())["problems"] == ["the disk is full"]


def test_of_many_waiting_files_some_are_named_and_all_counted() -> None:
    status = Status("corpus", 7)
    status.wait_for({str(number): "still changes" for number in range(1000)})
    assert (len(status.waiting), status.waiting_count) == (MANY, 1000)


def test_what_is_done_is_told_since_when() -> None:
    status = Status("corpus", 7)
    status.turn("watching", NOW)
    status.turn("watching", NOW.replace(year=2031))
    assert status.since == "2030-01-01T00:00:00+00:00"


@pytest.fixture
def listener(tmp_path: Path):
    """A socket as systemd's."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(str(tmp_path / "notify"))
        channel.setblocking(False)
        yield channel


def test_systemd_is_told_in_lines(tmp_path: Path, listener: socket.socket) -> None:
    Systemd(str(tmp_path / "notify")).tell("READY=1", "STATUS=watching")
    assert listener.recv(100) == b"READY=1\nSTATUS=watching"


def test_where_systemd_does_not_listen_nothing_happens(tmp_path: Path) -> None:
    Systemd("").tell("READY=1")
    Systemd(str(tmp_path / "none")).tell("READY=1")


def test_systemd_that_has_no_time_to_listen_is_not_waited_for(tmp_path: Path, listener: socket.socket) -> None:
    for number in range(2000):
        Systemd(str(tmp_path / "notify")).tell(str(number))
    assert listener.recv(100) == b"0"


def test_the_heart_beats_while_steps_are_taken_and_no_longer(tmp_path: Path, listener: socket.socket) -> None:
    clock = [0.0]
    heart = Heartbeat(Systemd(str(tmp_path / "notify")), 1, lambda: clock[0])
    clock[0] = SILENT - 1
    heart.beat()
    assert listener.recv(100) == b"WATCHDOG=1"
    clock[0] = SILENT + 1
    heart.beat()
    with pytest.raises(BlockingIOError):
        listener.recv(100)
    heart.step()
    heart.beat()
    assert listener.recv(100) == b"WATCHDOG=1"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_a_wish_that_wakes_and_is_heard_at_the_next_check(number: int) -> None:
    woken = []
    with Stopping() as stopping:
        stopping.wake = lambda: woken.append(1)
        stopping.check()
        signal.raise_signal(number)
        assert woken
        with pytest.raises(StoppedError):
            stopping.check()


def test_the_second_signal_is_an_order() -> None:
    with Stopping():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(StoppedError):
            signal.raise_signal(signal.SIGINT)


def test_time_running_out_is_an_order_too() -> None:
    with Stopping():
        signal.raise_signal(signal.SIGTERM)
        with pytest.raises(StoppedError):
            signal.raise_signal(signal.SIGALRM)


def test_afterwards_signals_mean_what_they_did() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM)]
    with Stopping():
        pass
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM)] == before

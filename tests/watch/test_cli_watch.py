"""The command as a clerk and systemd meet it."""

import io
import json
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from pipeline.cli import main
from pipeline.cli.watch import Voice
from pipeline.ingest import Outcome
from pipeline.watch import Status
from pipeline.watch.lock import only_watch
from pipeline.watch.status import Run


def arguments(office, *more: str) -> list[str]:
    return ["watch", *office.arguments()[1:], *more]


def test_it_reads_what_lies_there_tells_systemd_and_ends_at_a_signal(office, tmp_path: Path) -> None:
    office.put("plan.txt")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(str(tmp_path / "notify"))
        channel.settimeout(120)
        watch = subprocess.Popen(
            [sys.executable, "-c", "from pipeline.cli import main; main()", *arguments(office, "--settle", "0.1")],
            stdout=subprocess.PIPE,
            text=True,
            env={"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1000000", "PYTHONUNBUFFERED": "1"},
        )
        told = [channel.recv(1000)]
        while b"WATCHDOG=1" not in told or not any(one.startswith(b"STATUS=watching; 1 paper: 1 read.") for one in told):
            told.append(channel.recv(1000))
        watch.send_signal(signal.SIGTERM)
        while told[-1] != b"STOPPING=1":
            told.append(channel.recv(1000))
        said = watch.communicate(timeout=60)[0].splitlines()
    assert (told[0], watch.returncode) == (b"READY=1", 0)
    assert said[1].startswith("plan.txt: read (2 commitments")
    assert said[2].startswith("1 paper: 1 read.")
    assert said[-1] == "Stopped. The register is whole; the next watch or ingest goes on from here."
    assert json.loads((office.out / "watch.status").read_text())["doing"] == "stopped"


def test_a_second_watch_says_so_and_ends(office) -> None:
    office.out.mkdir()
    with only_watch(office.out):
        result = CliRunner().invoke(main, arguments(office))
    assert result.exit_code == 2
    assert "Another watch is at work on it, process" in result.output


def test_a_file_is_no_folder_of_papers(office) -> None:
    office.corpus.rmdir()
    office.corpus.write_text("x")
    result = CliRunner().invoke(main, arguments(office))
    assert (result.exit_code, "is no folder" in result.output) == (2, True)


@pytest.fixture
def voice() -> Voice:
    return Voice(Console(file=io.StringIO(), highlight=False))


def said(voice: Voice) -> list[str]:
    return voice._console.file.getvalue().splitlines()  # type: ignore[attr-defined]


def test_unchanged_papers_and_the_same_refusal_again_are_not_said(voice: Voice) -> None:
    for _ in range(3):
        voice.paper(Outcome("a.txt", "unchanged", "unchanged"))
        voice.paper(Outcome("b.txt", "not_read", "not read: it is empty"))
    assert said(voice) == ["b.txt: not read: it is empty"]


def test_a_paper_read_again_is_said_again(voice: Voice) -> None:
    for _ in range(2):
        voice.paper(Outcome("a.txt", "read", "read (1 commitment, 0 flags)"))
    assert len(said(voice)) == 2


def test_a_run_that_did_nothing_is_not_summed_up(voice: Voice) -> None:
    status = Status("corpus", 1, last_run=Run("", "", "1 paper: all unchanged, nothing to do.", 0))
    status.turn("watching", datetime(2030, 1, 1, tzinfo=UTC))
    voice.status(status)
    assert said(voice) == []


def test_trouble_is_said_once_and_so_is_its_end(voice: Voice) -> None:
    status = Status("corpus", 1, problems=["the disk is full"])
    status.turn("retrying", datetime(2030, 1, 1, tzinfo=UTC))
    voice.status(status)
    voice.status(status)
    status.problems = []
    voice.status(status)
    voice.status(status)
    assert said(voice) == ["Waiting: the disk is full.", "All is well again."]


def test_a_name_that_commands_the_terminal_is_shown_as_text(voice: Voice) -> None:
    voice.paper(Outcome("a\x1b[31m[red].txt", "read", "read"))
    assert said(voice) == ["a\ufffd[31m[red].txt: read"]

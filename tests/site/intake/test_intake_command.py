"""The run that reads what clerks put in, as it is: a process of its own."""

from pathlib import Path

import pytest

from pipeline.errors import RegisterError
from pipeline.ingest.alone import alone_in
from pipeline.register import RunLog
from pipeline.site.intake.command import Command
from pipeline.site.intake.folder import Folder
from pipeline.site.intake.reader import BusyError, FailedError, Reader

RULES = Path(__file__).parent.parent.parent.parent / "rules"


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """A folder with a paper in it, whose name begins as an option does."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "corpus" / "-force.txt").write_text("We will mow the lawn by May 2031.")
    return Command(Folder(tmp_path / "corpus"), tmp_path / "out", RULES)


async def test_a_paper_is_read_into_the_register(command: Command) -> None:
    reader = Reader(command.read)
    reader.ask(["-force.txt", "gone.txt"])
    await reader.finished()
    assert (reader.progress.done, reader.progress.trouble) == (1, "")
    (run,) = RunLog(command.out / "register.db").runs(9)
    assert run["read"] == 1


async def complaint(command: Command, monkeypatch: pytest.MonkeyPatch, words: str, code: int) -> None:
    """A run that only complains."""
    monkeypatch.setattr("pipeline.site.intake.command._PROGRAM", f"import sys; print({words!r}, file=sys.stderr); sys.exit({code})")
    assert [event async for event in command.read(["-force.txt"], retry=False)] == []


async def test_what_keeps_it_from_reading_is_told_without_where_things_lie(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FailedError) as error:
        await complaint(command, monkeypatch, f"Error: {command.out}/register.db: The disk is full", 2)
    assert str(error.value) == "The papers could not be read: the folder of outputs/register.db: The disk is full"


async def test_another_run_at_work_is_told_from_other_trouble(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with alone_in(command.out), pytest.raises(RegisterError) as error, alone_in(command.out):
        pass
    with pytest.raises(BusyError):
        await complaint(command, monkeypatch, f"Error: {error.value}", 2)


async def test_a_run_that_ends_without_a_word_is_trouble(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FailedError, match="ended with 9"):
        await complaint(command, monkeypatch, "", 9)


async def test_papers_that_could_not_be_read_are_no_trouble(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    await complaint(command, monkeypatch, "", 3)


async def test_what_is_no_event_is_trouble(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.site.intake.command._PROGRAM", "print('hello')")
    with pytest.raises(FailedError, match="nobody understands"):
        [event async for event in command.read(["-force.txt"], retry=False)]


async def test_papers_that_are_gone_need_no_run(command: Command) -> None:
    assert [event async for event in command.read(["gone.txt"], retry=False)] == []

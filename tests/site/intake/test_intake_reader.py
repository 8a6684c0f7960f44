"""How papers that clerks put in are read: one run at a time, and how far it is."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from pipeline.site.intake.reader import BusyError, FailedError, Reader


class Run:
    """A run whose events come when the test says so."""

    def __init__(self, *errors: Exception) -> None:
        self.asked: list[tuple[list[str], bool]] = []
        self.events: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._errors = list(errors)

    async def read(self, files: Sequence[str], retry: bool) -> AsyncIterator[dict[str, Any]]:
        self.asked.append((list(files), retry))
        if self._errors:
            raise self._errors.pop(0)
        while event := await self.events.get():
            yield event

    async def tell(self, event: str | None, file: str = "") -> None:
        """Lets an event come, and be heard."""
        await self.events.put({"event": event, "file": file} if event else None)
        for _ in range(5):
            await asyncio.sleep(0)


async def test_a_paper_waits_is_read_and_is_done() -> None:
    run = Run()
    reader = Reader(run.read)
    reader.ask(["a.txt", "b.txt"])
    assert reader.progress.waiting == {"a.txt", "b.txt"} and reader.progress.is_busy
    await run.tell("reading", "a.txt")
    assert (reader.progress.reading, reader.progress.waiting) == ({"a.txt"}, {"b.txt"})
    await run.tell("paper", "a.txt")
    assert (reader.progress.done, reader.progress.of, reader.progress.reading) == (1, 2, frozenset())
    await run.tell("paper", "b.txt")
    assert reader.progress.is_busy and not reader.progress.waiting
    await run.tell("joining")
    assert reader.progress.joining
    await run.tell(None)
    await reader.finished()
    assert not reader.progress.is_busy and reader.progress.done == 2


async def test_what_is_asked_meanwhile_is_read_in_the_next_run() -> None:
    run = Run()
    reader = Reader(run.read)
    reader.ask(["a.txt"])
    await run.tell("reading", "a.txt")
    reader.ask(["a.txt", "b.txt"])
    assert run.asked == [(["a.txt"], False)]
    await run.tell(None)
    assert run.asked == [(["a.txt"], False), (["a.txt", "b.txt"], False)]
    await run.tell(None)
    await reader.finished()


async def test_papers_that_are_tried_again_have_a_run_of_their_own() -> None:
    run = Run()
    reader = Reader(run.read)
    reader.ask(["a.txt"])
    reader.ask(["b.txt"], retry=True)
    await run.tell(None)
    await run.tell(None)
    await reader.finished()
    assert run.asked == [(["a.txt"], False), (["b.txt"], True)]


async def test_while_another_run_is_at_work_it_waits_and_says_so() -> None:
    pauses: list[tuple[float, str, frozenset[str]]] = []

    async def pause(seconds: float) -> None:
        pauses.append((seconds, reader.progress.trouble, reader.progress.waiting))

    run = Run(BusyError("busy"))
    reader = Reader(run.read, pause)
    reader.ask(["a.txt"])
    await run.tell(None)
    await reader.finished()
    ((seconds, trouble, waiting),) = pauses
    assert seconds and "Another run" in trouble and waiting == {"a.txt"}
    assert len(run.asked) == 2


async def test_what_was_in_the_way_is_forgotten_as_soon_as_it_goes_on() -> None:
    async def pause(_: float) -> None:
        pass

    run = Run(BusyError("busy"))
    reader = Reader(run.read, pause)
    reader.ask(["a.txt"])
    await run.tell("reading", "a.txt")
    assert not reader.progress.trouble
    await run.tell(None)
    await reader.finished()


async def test_a_run_that_cannot_be_done_is_told_and_ends() -> None:
    reader = Reader(Run(FailedError("The rules are wrong.")).read)
    reader.ask(["a.txt"])
    await reader.finished()
    assert reader.progress.trouble == "The rules are wrong." and not reader.progress.is_busy


async def test_after_trouble_the_next_is_read_all_the_same() -> None:
    run = Run(FailedError("The rules are wrong."))
    reader = Reader(run.read)
    reader.ask(["a.txt"])
    await reader.finished()
    reader.ask(["b.txt"])
    assert not reader.progress.trouble
    await run.tell(None)
    await reader.finished()
    assert run.asked[-1] == (["b.txt"], False) and reader.progress.of == 1


@pytest.mark.parametrize("event", ["reading", "paper", "joining"])
async def test_whatever_happens_changes_the_stamp(event: str) -> None:
    run = Run()
    reader = Reader(run.read)
    reader.ask(["a.txt"])
    before = reader.progress.stamp
    await run.tell(event, "a.txt")
    assert reader.progress.stamp != before
    await run.tell(None)
    await reader.finished()


async def test_to_ask_for_nothing_does_nothing() -> None:
    run = Run()
    reader = Reader(run.read)
    reader.ask([])
    await reader.finished()
    assert run.asked == []

"""`pledgebook ingest` as a process beside the site."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.site.intake.folder import Folder
from pipeline.site.intake.reader import BusyError, Event, FailedError

_PROGRAM = "import sys; from pipeline.cli import main; main(sys.argv[1:], prog_name='pledgebook')"
_BUSY = "Another ingest is at work"
_WELL = (0, 3)  # as docs/developers.md has them: all is done, though some papers could not be read
_LONGEST = 2**20  # bytes of an event


class Command(NamedTuple):
    """The folders that an ingestion is about."""

    folder: Folder
    out: Path
    rules: Path

    async def read(self, files: Sequence[str], retry: bool) -> AsyncIterator[Event]:
        """The events of a run over papers of the folder, by recorded name. Raises BusyError or FailedError."""
        here = await asyncio.to_thread(self.folder.papers)
        paths = [str(here[file].path) for file in files if file in here]
        if not paths:
            return
        folders = ("--corpus", self.folder.path, "--out", self.out, "--rules", self.rules)
        process = await _start("ingest", "--json", *(["--retry"] if retry else []), *map(str, folders), "--", *paths)
        assert process.stdout and process.stderr
        complaint = asyncio.ensure_future(process.stderr.read())
        try:
            async for line in process.stdout:
                yield json.loads(line)
            self._judge(await process.wait(), (await complaint).decode("utf-8", "replace"))
        except ValueError as error:
            raise FailedError(f"The program that reads papers told what nobody understands: {error}") from error
        finally:
            complaint.cancel()
            if process.returncode is None:
                process.terminate()
                await process.wait()

    def _judge(self, code: int, complaint: str) -> None:
        if _BUSY in complaint:
            raise BusyError(complaint)
        if code not in _WELL:
            raise FailedError(f"The papers could not be read: {self._plain(complaint) or f'the program ended with {code}'}")

    def _plain(self, complaint: str) -> str:
        """The last line of a complaint, without where on the disk things lie."""
        words = (complaint.strip().splitlines() or [""])[-1].removeprefix("Error: ")
        places = {self.out: "the folder of outputs", self.folder.path: "the folder of papers", self.rules: "the folder of rules"}
        for path, name in places.items():
            words = words.replace(str(path), name)
        return words


async def _start(*words: str) -> asyncio.subprocess.Process:
    """The command, begun. Raises FailedError."""
    pipe = asyncio.subprocess.PIPE
    try:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-c", _PROGRAM, *words, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe, limit=_LONGEST
        )
    except OSError as error:
        raise FailedError(f"The program that reads papers cannot be started: {error.strerror}.") from error

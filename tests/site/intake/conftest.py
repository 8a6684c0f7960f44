"""A site with a folder of papers, and what clerks send to it."""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from pipeline.site.intake.folder import Folder
from pipeline.site.intake.keeping import Intake, keep_intake
from pipeline.site.intake.reader import Reader
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
CAT = {"id": "cat", "roles": ["clerk"]}
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC).timestamp()

collect_ignore = ["conftest.py"]


class Asked:
    """Stands for the run that reads papers; says what it was asked, and gives the events of a run over as soon as it may end."""

    def __init__(self) -> None:
        self.runs: list[tuple[tuple[str, ...], bool]] = []
        self.may_end = asyncio.Event()
        self.may_end.set()

    async def read(self, files: Sequence[str], retry: bool) -> AsyncIterator[dict[str, Any]]:
        self.runs.append((tuple(files), retry))
        for file in files:
            yield {"event": "reading", "file": file}
            await self.may_end.wait()
            yield {"event": "paper", "file": file}


class Clerk:
    """Somebody at the browser: keeps the cookies, and sends forms with the token of the page."""

    def __init__(self, datasette: Any, actor: dict[str, Any] | None) -> None:
        self.site, self._client = datasette, datasette.client
        self.cookies = {"ds_actor": datasette.sign({"a": actor}, "actor")} if actor else {}

    async def get(self, address: str) -> Any:
        answer = await self._client.get(address, cookies=self.cookies)
        self.cookies |= {name: value for name, value in answer.cookies.items() if name == "ds_csrftoken"}
        self.token = next(iter(re.findall(r'name="csrftoken" value="([^"]*)"', answer.text)), "")
        return answer

    async def send(self, *files: tuple[str, bytes], **fields: str) -> Any:
        """Sends papers, and looks where the answer leads."""
        await self.get("/-/papers")
        fields = {"csrftoken": self.token, **fields}
        answer = await self._client.post("/-/papers", data=fields, files=[("papers", file) for file in files], cookies=self.cookies)
        return await self.get(answer.headers["location"]) if answer.status_code == 302 else answer

    async def post(self, address: str, **fields: str) -> Any:
        """Sends a form without files."""
        await self.get("/-/papers")
        return await self._client.post(address, data={"csrftoken": self.token, **fields}, cookies=self.cookies)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with two papers that the register has read, one that could not be read, and one that nobody has looked at."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("streets.txt", "parks.txt", "torn.pdf"):
        (folder / name).write_text(name)
        os.utime(folder / name, (LONG_AGO, LONG_AGO))
    (folder / "new.txt").write_text("We will mow.")
    return folder


@pytest.fixture
def asked() -> Asked:
    """What was to be read."""
    return Asked()


@pytest.fixture
def site(published: Path, tmp_path: Path, corpus: Path, asked: Asked):
    """Datasette with the folder of papers, and a reader that only says what it was asked."""
    (tmp_path / "out").mkdir()
    copy(published, tmp_path / "out" / "register.db")
    datasette = datasette_app(tmp_path / "out" / "register.db", METADATA, corpus)
    keep_intake(datasette, Intake(Folder(corpus), Reader(asked.read)))
    yield datasette
    datasette.executor.shutdown()


@pytest.fixture
def clerk(site) -> Clerk:
    """A clerk at the browser."""
    return Clerk(site, CAT)


@pytest.fixture
def anybody(site) -> Clerk:
    """Somebody who is not signed in."""
    return Clerk(site, None)


@pytest.fixture
def reviewer(site) -> Clerk:
    """Somebody who decides about flags, and is no clerk."""
    return Clerk(site, {"id": "ann", "roles": ["reviewer"]})

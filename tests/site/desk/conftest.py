"""A desk with an empty log for each test, at noon, and people with browsers who come to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html
from sample_papers import RUN, commitment, flag, paper

from pipeline.register import Register
from pipeline.reviews import ReviewLog
from pipeline.site.desk import keep_desk
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
ANN = {"id": "ann", "roles": ["reviewer"]}
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


PLANT = "Plant {} trees along the lanes"


def lanes(**replaced: str) -> Any:
    """A paper with five commitments without a date, each flagged for it, two of them for saying the same; `item0` … are other words."""
    texts = [replaced.get(f"item{number}", PLANT.format(number)) for number in range(5)]
    said = [commitment("lanes", text, ref=f"L{number}") for number, text in enumerate(texts)]
    flags = [flag("no_deadline", f"{each.ref} has no date.", each) for each in said]
    return paper("lanes", *said, flags=(*flags, flag("duplicate", "L3 says the same as L4.", *said[3:])))


def ingest(path: Path, one: Any) -> None:
    """Writes a paper into the register as a run does, and ends the run."""
    with Register(path) as register:
        register.write(one, "f", "2020-11-16T09:00:00")
        register.finish("2020-11-16", RUN)


class Visitor:
    """Somebody at a browser without scripts: keeps cookies, and sends forms with all that their page has put into them."""

    def __init__(self, datasette: Any, actor: dict[str, Any] | None) -> None:
        self.client = datasette.client
        self.cookies = {"ds_actor": datasette.sign({"a": actor}, "actor")} if actor else {}
        self.answer: Any = None

    async def get(self, address: str) -> html.HtmlElement:
        """The page at an address, as a tree."""
        self.answer = await self.client.get(address, cookies=self.cookies)
        self.cookies |= dict(self.answer.cookies)
        return html.fromstring(self.answer.text)

    async def words(self, address: str) -> str:
        """What a page says."""
        return " ".join((await self.get(address)).cssselect("main")[0].text_content().split())

    async def form(self, address: str, name: str = "Verdict") -> tuple[str, dict[str, Any]]:
        """Where a form of a page is sent, and what it brings along as nobody has touched it."""
        (form,) = [each for each in (await self.get(address)).cssselect("form") if each.get("aria-label") == name]
        fields = {each.get("name"): each.get("value") for each in form.cssselect('input[type="hidden"], input[checked]')}
        fields |= {each.get("name"): each.cssselect("option")[0].get("value") for each in form.cssselect("select")}
        return form.get("action"), fields

    async def send(self, action: str, fields: dict[str, Any]) -> Any:
        """Sends a form, and gives the answer."""
        self.answer = await self.client.post(action, data=fields, cookies=self.cookies)
        return self.answer

    async def decide(self, flag: str, decision: str, query: str = "", **typed: Any) -> Any:
        """Opens a flag, and presses one of its buttons."""
        action, fields = await self.form(f"/-/review/{flag}{query}")
        return await self.send(action, fields | {"decision": decision, "note": "seen", **typed})

    async def decide_together(self, query: str, decision: str, **typed: Any) -> Any:
        """Opens the queue, and decides several flags of it as one."""
        action, fields = await self.form(f"/-/review?{query}", "Several flags")
        return await self.send(action, fields | {"decision": decision, "note": "all alike", **typed})

    async def undo(self, address: str) -> Any:
        """Follows an address, and presses the button that takes back what was recorded."""
        return await self.send(*await self.form(address, "Undo"))


@pytest.fixture
def clock() -> SimpleNamespace:
    """What the desk takes for the time; noon, until somebody sets it."""
    return SimpleNamespace(now=NOON)


@pytest.fixture(scope="session")
def shared(published: Path, tmp_path_factory: pytest.TempPathFactory):
    """Datasette on eight flags, five of them of one kind: made once, since to make it costs more than any test."""
    path = tmp_path_factory.mktemp("desk") / "register.db"
    copy(published, path)
    ingest(path, lanes())
    datasette = datasette_app(path, METADATA)
    yield SimpleNamespace(datasette=datasette, register=path)
    datasette.executor.shutdown()


@pytest.fixture
def reread(shared: SimpleNamespace):
    """Reads the paper again, with other words for some of its commitments; in the end as it was."""
    yield lambda **words: ingest(shared.register, lanes(**words))
    ingest(shared.register, lanes())


@pytest.fixture
def desk(shared: SimpleNamespace, tmp_path: Path, clock: SimpleNamespace) -> Any:
    """Datasette with a log of the test's own."""
    keep_desk(shared.datasette, tmp_path, lambda: clock.now)
    return shared.datasette


@pytest.fixture
def log(desk: Any, tmp_path: Path) -> ReviewLog:
    """What was recorded."""
    return ReviewLog(tmp_path / "reviews.db")


@pytest.fixture
def visitor(desk: Any) -> Callable[[dict[str, Any] | None], Visitor]:
    """Somebody, signed in as this actor."""
    return lambda actor: Visitor(desk, actor)


@pytest.fixture
def ann(desk: Any) -> Visitor:
    """A reviewer."""
    return Visitor(desk, ANN)


@pytest.fixture
def flags(desk: Any) -> Callable[[str], Any]:
    """The ids of the flags of a kind, all where it is empty."""

    async def ids(kind: str = "") -> list[str]:
        chosen = {"kind": kind} if kind else {}
        answer = await desk.client.get("/register/flags.json", params={"_shape": "array", "_sort": "place", **chosen})
        return [row["id"] for row in answer.json()]

    return ids

"""The site while the register is being written: no page says that a database is locked, and none shows half a paper."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sample_papers import RUN, commitment, flag, paper

from pipeline.register import Register
from pipeline.register.opening import open_register, transaction
from pipeline.reviews import ReviewLog, Seen, Verdict
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent / "datasette-metadata.json"
PAGES = [
    "/",
    "/papers",
    "/papers/plan",
    "/search?q=trees",
    "/owners",
    "/-/review",
    "/-/audit",
    "/-/timeline",
    "/-/quality",
    "/feeds/flags.atom",
]
DATA = ["/papers/plan.json", "/search.csv", "/register", "/register/commitments", "/register/flags.json", "/deadlines.ics"]


def plan(version: int, commitments: int = 30):
    """A paper whose every commitment names its version, and is flagged."""
    said = [commitment("plan", f"Plant trees in street {number}, version {version}") for number in range(commitments)]
    return paper("plan", *said, flags=tuple(flag("no_deadline", f"{each.text} has no date.", each) for each in said))


def write(path: Path, version: int, commitments: int = 30) -> None:
    """Writes a version of the paper as a run does."""
    with Register(path) as register:
        register.write(plan(version, commitments), "f", "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)


@pytest.fixture
def served(tmp_path: Path):
    """The paper's first version, served."""
    write(tmp_path / "register.db", 1)
    datasette = datasette_app(tmp_path / "register.db", METADATA, now=lambda: datetime(2020, 11, 16, tzinfo=UTC))
    yield datasette
    datasette.executor.shutdown()


async def look(served, address: str) -> str:
    """What stands at an address; whoever asks is answered."""
    answer = await served.client.get(address)
    assert answer.status_code == 200 and "locked" not in answer.text, (address, answer.status_code)
    return answer.text


async def look_at_the_paper(served) -> set[str]:
    """The versions that the commitments of the paper name, as programs are told them; all that it has are there."""
    facts = (await served.client.get("/papers/plan.json")).json()
    assert len(facts["commitments"]) == facts["paper"]["commitments"] and len(facts["flags"]) == facts["paper"]["flags"]
    return {row["text"].rpartition(" ")[2] for row in facts["commitments"]}


async def test_what_is_half_written_is_seen_on_no_page(served, tmp_path: Path) -> None:
    before = {address: await look(served, address) for address in DATA[:2]}
    db = open_register(tmp_path / "register.db")
    with pytest.raises(InterruptedError), transaction(db):
        db.execute("DELETE FROM commitments WHERE rowid % 2")
        db.execute("DELETE FROM flags")
        for address in (*PAGES, *DATA[2:]):
            await look(served, address)
        assert {address: await look(served, address) for address in DATA[:2]} == before
        raise InterruptedError  # as a run that is killed
    db.close()
    assert await look_at_the_paper(served) == {"1"}


async def test_a_verdict_can_be_given_while_the_register_is_written(served, tmp_path: Path) -> None:
    (one, *_) = plan(1).flags
    db = open_register(tmp_path / "register.db")
    with transaction(db):
        db.execute("UPDATE papers SET title = 'New'")
        seen = Seen(flag=one.id, kind=one.kind, paper="plan", message=one.message, texts=tuple(each.text for each in one.passages))
        ReviewLog(tmp_path / "reviews.db").add([Verdict(seen=seen, decision="dismiss", nonce="n")], "ann", "2020-11-16T09:00:00+00:00")
        assert "1 dismissed" in await look(served, "/papers/plan")
    db.close()


async def test_somebody_else_who_writes_verdicts_hinders_no_page(served, tmp_path: Path) -> None:
    log = ReviewLog(tmp_path / "reviews.db")
    with log._opened(write=True):
        for address in (*PAGES, *DATA):
            await look(served, address)


async def test_while_versions_come_each_page_shows_one_of_them_whole(served, tmp_path: Path) -> None:
    def versions() -> None:
        for version in range(2, 8):
            write(tmp_path / "register.db", version, 20 + version)

    written = asyncio.create_task(asyncio.to_thread(versions))
    while not written.done():
        assert len(await look_at_the_paper(served)) == 1
        for address in ("/", "/papers/plan", "/-/review", "/register/commitments"):
            await look(served, address)
    await written
    assert await look_at_the_paper(served) == {"7"}


async def test_beside_a_real_run_nothing_is_locked_and_nothing_half_there(office) -> None:
    office.put("plan.md")
    office.run()
    datasette = datasette_app(office.out / "register.db", METADATA)
    for number in range(4):
        office.put(f"late-{number}.md")
    office.put("plan.md", "# Plan\n\n" + "\n".join(f"{number}. We will plant {number} trees by June 2030." for number in range(1, 41)))
    run, seen = asyncio.create_task(asyncio.to_thread(office.run)), set()
    while not run.done():
        facts = (await datasette.client.get("/papers/plan.json")).json()
        assert len(facts["commitments"]) == facts["paper"]["commitments"]
        seen.add(len(facts["commitments"]))
        for address in ("/", "/papers", "/search?q=trees", "/-/review", "/register/papers"):
            await look(datasette, address)
    await run
    assert seen <= {2, 40} and len((await datasette.client.get("/papers/plan.json")).json()["commitments"]) == 40
    datasette.executor.shutdown()

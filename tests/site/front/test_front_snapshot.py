import sqlite3
from itertools import count
from pathlib import Path

import pytest
from sample_papers import RUN, commitment, paper

from pipeline.register import Register
from pipeline.site import snapshot
from pipeline.site.serve import datasette_app
from pipeline.site.snapshot import TooSlowError, look_up, rows

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
COUNT = "SELECT count(*) AS number FROM papers"
LONG = f"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {snapshot.STEPS // 2}) SELECT count(*) FROM c"
"""Some looks at the clock long."""


async def test_all_that_a_page_asks_is_answered_from_one_state_while_a_paper_is_written(tmp_path):
    with Register(tmp_path / "register.db"):
        pass

    def ask(connection) -> list[int]:
        before = rows(connection, COUNT)
        with Register(tmp_path / "register.db") as register:
            register.write(paper("late", commitment("late", "Come")), "f", "2020-11-15T09:00:00")
            register.finish("2020-11-15", RUN)
        return [row["number"] for row in before + rows(connection, COUNT)]

    datasette = datasette_app(tmp_path / "register.db", METADATA)
    assert await look_up(datasette, ask) == [0, 0]
    assert await look_up(datasette, lambda connection: rows(connection, COUNT)) == [{"number": 1}]
    assert "late" in (await datasette.client.get("/papers")).text
    datasette.executor.shutdown()


async def test_a_transaction_that_a_refused_statement_left_open_hinders_nobody(site):
    for _ in range(8):  # one for each thread that looks things up, at least
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await site.datasette.get_database("register").execute("DELETE FROM papers")
    for _ in range(8):
        assert await look_up(site.datasette, lambda connection: rows(connection, COUNT))


def goes(monkeypatch, clock: str, seconds: float) -> None:
    """A clock that goes on by so many seconds each time that it is looked at."""
    looks = count()
    monkeypatch.setattr(snapshot, clock, lambda: seconds * next(looks))


async def test_a_query_that_works_longer_than_the_limit_is_interrupted(site, monkeypatch):
    goes(monkeypatch, "thread_time", 2)
    with pytest.raises(TooSlowError):
        await look_up(site.datasette, lambda connection: rows(connection, LONG))


async def test_one_that_waits_longer_for_others_is_not(site, monkeypatch):
    goes(monkeypatch, "thread_time", 0)
    goes(monkeypatch, "perf_counter", 1.1)
    assert await look_up(site.datasette, lambda connection: rows(connection, LONG))


async def test_but_nobody_waits_for_ever(site, monkeypatch):
    goes(monkeypatch, "thread_time", 0)
    goes(monkeypatch, "perf_counter", 2 * snapshot.PATIENCE)
    with pytest.raises(TooSlowError):
        await look_up(site.datasette, lambda connection: rows(connection, LONG))

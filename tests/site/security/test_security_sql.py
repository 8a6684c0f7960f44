"""Those who may ask in SQL can neither hold the server up, nor write, nor look at anything but the register."""

import pytest

ROB = {"id": "rob", "roles": ["researcher"]}
LONG = [
    "length(randomblob(900000000))",
    "length(hex(zeroblob(400000000)))",
    "length(printf('%.*c', 900000000, 'x'))",
    "length(format('%.*c', 900000000, 'x'))",
    "length(replace(hex(zeroblob(1000000)), '0', 'xxxxxxxx'))",
]
ENDLESS = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"
WRITES = [
    "INSERT OR REPLACE INTO papers (slug) VALUES ('x')",
    "DELETE FROM papers",
    "WITH x AS (SELECT 1) DELETE FROM papers",
    "ATTACH DATABASE 'reviews.db' AS r",
    "VACUUM INTO 'copy.db'",
    "PRAGMA writable_schema = 1",
    "SELECT load_extension('x')",
    "SELECT readfile('people.secret')",
    "SELECT writefile('x', 'y')",
    "SELECT 1; DELETE FROM papers",
]


@pytest.fixture
def sql(datasette):
    """Asks in SQL, as a researcher; gives the answer."""

    async def ask(query: str):
        cookies = {"ds_actor": datasette.sign({"a": ROB}, "actor")}
        return await datasette.client.get("/register.json", params={"sql": query, "_shape": "array"}, cookies=cookies)

    return ask


async def test_a_researcher_asks_in_sql(sql):
    assert (await sql("SELECT count(*) AS n FROM papers")).json() == [{"n": 5}]


@pytest.mark.parametrize("call", LONG)
async def test_no_function_makes_a_huge_value(sql, call):
    answer = await sql(f"SELECT {call}")
    assert answer.status_code == 400 and ("not authorized" in answer.text or "too big" in answer.text)


async def test_a_question_without_end_is_ended(sql, datasette, monkeypatch):
    monkeypatch.setattr(datasette, "sql_time_limit_ms", 20)
    assert (await sql(ENDLESS)).status_code == 400


@pytest.mark.parametrize("statement", WRITES)
async def test_nothing_can_be_written_and_no_other_file_opened(sql, statement):
    assert (await sql(statement)).status_code in (400, 403)
    assert (await sql("SELECT count(*) AS n FROM papers")).json() == [{"n": 5}]


async def test_where_the_register_lies_is_told_no_researcher(sql):
    assert (await sql("SELECT * FROM pragma_database_list()")).json() == []


@pytest.mark.parametrize(
    "address", ["/_internal", "/_internal.json?sql=select+1", "/reviews", "/reviews.db", "/people.secret", "/people", "/_memory"]
)
async def test_nothing_else_is_served(datasette, address):
    cookies = {"ds_actor": datasette.sign({"a": ROB}, "actor")}
    assert (await datasette.client.get(address, cookies=cookies)).status_code in (403, 404)

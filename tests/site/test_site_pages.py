import csv
import io
import json
from pathlib import Path

import pytest
from datasette.utils import tilde_encode
from sample_papers import RUN, commitment, paper

from pipeline.register import Register
from pipeline.register.schema import TABLES

QUERIES = json.loads((Path(__file__).parent.parent.parent / "datasette-metadata.json").read_text())["databases"]["register"]["queries"]


async def test_the_home_page_offers_every_question(get):
    page = (await get("/")).text
    for name, query in QUERIES.items():
        assert f'href="/register/{name}">{query["title"]}</a>' in page


async def test_the_database_page_lists_every_table_and_no_inner_part_of_the_search(get):
    page = (await get("/register")).text
    for name in TABLES:
        assert f'href="/register/{name}"' in page
    assert "commitments_fts" not in page


@pytest.mark.parametrize("table", TABLES)
async def test_every_table_is_a_page_json_and_csv_of_the_same_rows(get, ask, table):
    page = await get(f"/register/{table}")
    assert page.status_code == 200
    rows = await ask(table, _size="max")
    assert rows
    assert list(rows[0]) == list(TABLES[table].columns)
    answer = await get(f"/register/{table}.csv?_size=max")
    assert answer.headers["content-type"].startswith("text/plain")
    assert [row[TABLES[table].key] for row in csv.DictReader(io.StringIO(answer.text))] == [str(row[TABLES[table].key]) for row in rows]


@pytest.mark.parametrize("table", TABLES)
async def test_every_table_has_a_page_for_each_row(get, ask, table):
    (first, *_) = await ask(table)
    page = await get(f"/register/{table}/{tilde_encode(str(first[TABLES[table].key]))}")
    assert page.status_code == 200


async def test_links_show_names_and_not_keys(get, ask):
    step = next(row for row in await ask("commitments", paper="streets") if row["ref"] == "1.1")
    for address in (f"/register/commitments/{step['id']}", "/register/commitments?paper=streets"):
        page = (await get(address)).text
        assert ">Streets</a>" in page
        assert f'<a href="/commitments/{step["parent"]}">1 Make every street green</a>' in page
    assert f'<a href="/commitments/{step["id"]}">Plant 60 trees by December 2020</a>' in (await get("/register/due_next")).text


async def test_a_row_that_has_a_page_for_reading_leads_to_it(get):
    assert '<a href="/papers/streets">Its page, for reading</a>' in (await get("/register/papers/streets")).text
    assert "for reading" not in (await get("/register/runs/1")).text


async def test_a_wrong_address_is_answered_in_our_own_frame(get):
    answer = await get("/nowhere")
    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text


async def test_pages_are_named_as_papers_name_them(get, ask):
    step = next(row for row in await ask("commitments", paper="streets") if row["ref"] == "1.1")
    assert step["page"] == 2
    for address in (f"commitments/{step['id']}", "commitments?paper=streets", "due_next", "numeric_targets", "due_in_quarter?quarter="):
        assert "p. 2</td>" in " ".join((await get(f"/register/{address}")).text.split()), address


async def test_boxes_are_counted_for_readers_and_given_to_programs(get, ask):
    (target,) = [row for row in await ask("targets", paper="streets") if row["boxes"]]
    page = (await get(f"/register/targets/{target['id']}")).text
    assert "1 line on p. 2" in page and "100.5" not in page
    assert json.loads(target["boxes"]) == [{"page": 2, "x0": 72.0, "top": 100.5, "x1": 300.0, "bottom": 112.0}]


async def pages(get, address):
    """The ids of every page from the first on."""
    while address:
        answer = (await get(address)).json()
        for row in answer["rows"]:
            yield row[answer["columns"].index("id")]
        address = answer["next_url"] and answer["next_url"].removeprefix("http://localhost")


@pytest.mark.parametrize("table, sort", [("commitments", "place"), ("commitments", "due"), ("due_next", "due"), ("commitments", "paper")])
async def test_turning_the_pages_shows_every_row_once(get, ask, table, sort):
    seen = [row async for row in pages(get, f"/register/{table}.json?_sort={sort}&_size=7")]
    assert sorted(seen) == sorted(row["id"] for row in await ask(table, _size="max"))


@pytest.mark.xfail(reason="Datasette 0.65 breaks ties on the first page as an index does, backwards here, and on the others by the key")
async def test_turning_the_pages_backwards_shows_every_row_once(get, ask):
    seen = [row async for row in pages(get, "/register/commitments.json?_sort_desc=due&_size=7")]
    assert sorted(seen) == sorted(row["id"] for row in await ask("commitments", _size="max"))


async def test_search_finds_words_by_stem_in_text_and_headings(ask):
    assert [row["text"] for row in await ask("commitments", _search="planting tree")] == ["Plant 60 trees by December 2020"]
    assert len(await ask("commitments", _search="Trees", paper="streets")) == 5


@pytest.mark.parametrize("odd", ['"', '""', "'", "\x00", "*", "AND", "NEAR(", "a:b", "^", "\\", ")", "-", " ", "👍", "%", "x" * 5000])
async def test_no_input_breaks_the_search_or_a_question(get, odd):
    assert (await get("/register/commitments.json", params={"_search": odd})).status_code == 200
    for name, query in QUERIES.items():
        answer = await get(f"/register/{name}.json", params=dict.fromkeys(query["params"], odd))
        assert answer.status_code == 200, (name, answer.text)


@pytest.mark.parametrize("name", QUERIES)
async def test_every_question_answers_without_parameters_as_page_json_and_csv(get, ask, name):
    rows = await ask(name)
    assert rows
    page = (await get(f"/register/{name}")).text
    assert f"{len(rows)} answer" in page
    assert QUERIES[name]["description"].replace("'", "&#39;") in page
    assert len(list(csv.DictReader(io.StringIO((await get(f"/register/{name}.csv")).text)))) == len(rows)


@pytest.mark.parametrize("quarter", ["2020-Q4", "2020 q4", "Q4 2020", " 2020Q4 ", "2020/21 Q3", "Q3 2020/21", "2020/21-Q3", "FY2020/21 Q3"])
async def test_a_quarter_may_be_written_in_many_ways(ask, quarter):
    assert [row["text"] for row in await ask("due_in_quarter", quarter=quarter)] == ["Plant 60 trees by December 2020"]


async def test_the_fourth_financial_quarter_lies_in_the_next_year(ask):
    assert await ask("due_in_quarter", quarter="2020/21 Q4") == await ask("due_in_quarter", quarter="2021-Q1") == []
    assert len(await ask("due_in_quarter", quarter="2021/22 Q3")) == 60


async def test_a_day_of_starting_is_not_due(ask):
    assert not [row for row in await ask("due_in_quarter") if row["text"].startswith("Grit roads")]


async def test_an_unknown_quarter_has_no_answer(ask):
    assert await ask("due_in_quarter", quarter="soon") == []


async def test_what_has_no_owner_or_date_can_be_asked_of_one_paper(ask):
    assert [row["text"] for row in await ask("no_owner", paper="STREETS")] == ["Sweep “leaves” every year", "Grit roads from October 2021"]
    assert [row["says"] for row in await ask("no_date", paper="parks")] == ["in due course", None]
    assert await ask("no_date", paper="atlantis") == []


async def test_targets_are_found_by_any_part_of_a_heading(ask):
    assert [(row["target"], row["value"]) for row in await ask("targets_by_theme", theme="tree")] == [("60 trees", 60.0)]
    assert await ask("targets_by_theme", theme="housing") == []


async def test_what_a_paper_promised_on_a_subject(ask):
    assert [row["text"] for row in await ask("promised_on", paper="streets", words="planted trees")] == ["Plant 60 trees by December 2020"]
    assert await ask("promised_on", paper="parks", words="planted trees") == []
    assert len(await ask("promised_on", paper="anytown", words='"item 7"')) == 1


async def test_everything_by_one_owner(ask):
    assert [(row["owner"], row["text"]) for row in await ask("by_owner", owner="head of")] == [
        ("Head of Highways", "Make every street green")
    ]
    assert [row["role"] for row in await ask("by_owner", owner="friends")] == ["partner"]


async def test_answers_link_to_the_commitment(get, ask):
    (row,) = await ask("by_owner", owner="head of")
    page = (await get("/register/by_owner?owner=head+of")).text
    assert f'<a href="/commitments/{row["commitment"]}">Make every street green</a>' in page


async def test_what_ingest_writes_meanwhile_is_seen_at_the_next_look(tmp_path):
    from pipeline.site.serve import datasette_app

    path = tmp_path / "register.db"
    with Register(path) as register:
        client = datasette_app(path, Path(__file__).parent.parent.parent / "datasette-metadata.json").client
        assert (await client.get("/register/papers.json?_shape=array")).json() == []
        register.write(paper("late", commitment("late", "Come")), "f", "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)
        assert [row["slug"] for row in (await client.get("/register/papers.json?_shape=array")).json()] == ["late"]

from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from lxml import html

from pipeline.register import Register
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"


def words(element) -> str:
    return " ".join(element.text_content().split())


async def test_it_says_what_the_register_holds(see):
    page = await see("/")
    assert "11 commitments from 5 council papers" in words(page)
    assert "15 November 2020" in words(page.cssselect("footer")[0])


@pytest.mark.parametrize(
    "state, name",
    [
        ("overdue", "Date has passed"),
        ("due_soon", "Due in 90 days"),
        ("without_date", "Without a date"),
        ("without_owner", "Without an owner"),
    ],
)
async def test_each_tile_counts_what_its_link_finds(see, state, name):
    page = await see("/")
    (tile,) = [tile for tile in page.cssselect(".tile") if name in words(tile)]
    address = tile.cssselect("a")[0].get("href")
    assert parse_qs(urlparse(address).query) == {"state": [state]}
    found = words((await see(address)).cssselect(".take b")[0])
    assert found.split()[0] == words(tile.cssselect(".figure")[0])


async def test_the_other_tiles_lead_to_flags_and_papers(see, fetch):
    links = [tile.get("href") for tile in (await see("/")).cssselect(".tile a")]
    for address in links[-2:]:
        assert (await fetch(address)).status_code == 200


async def test_every_question_is_offered_in_plain_words(see):
    questions = (await see("/")).cssselect(".questions a")
    assert len(questions) == 8
    assert all(words(question).endswith("?") for question in questions)


async def test_papers_and_publishers_are_listed_with_their_counts(see):
    page = words(await see("/"))
    assert "Streets Anytown Council · June 2020 · 6 commitments · 2 flags" in page
    assert "Othertown Council 2 papers · 2 commitments" in page


async def test_the_large_search_leads_to_the_search(see):
    (form,) = (await see("/")).cssselect("form[role=search]")
    assert form.get("action") == "/search"
    assert form.get("method") == "get"


async def test_an_empty_register_says_what_to_do(tmp_path):
    with Register(tmp_path / "register.db"):
        pass
    datasette = datasette_app(tmp_path / "register.db", METADATA)
    for address in ("/", "/search", "/papers", "/owners"):
        answer = await datasette.client.get(address)
        assert answer.status_code == 200, answer.text
    assert "No paper has been read yet" in words(html.fromstring((await datasette.client.get("/")).text))


async def test_a_register_of_another_version_says_what_to_do(tmp_path):
    with Register(tmp_path / "register.db") as register:
        register._db.table("publishers").drop()
    answer = await datasette_app(tmp_path / "register.db", METADATA).client.get("/")
    assert answer.status_code == 503
    assert "run pledgebook ingest" in words(html.fromstring(answer.text))

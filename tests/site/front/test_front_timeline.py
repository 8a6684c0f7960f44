from urllib.parse import urlencode

import pytest
from lxml import etree

PICTURE = "svg.timeline"


def words(element) -> str:
    return " ".join(element.text_content().split())


def titles(page) -> list[str]:
    return [title.text for title in page.cssselect(f"{PICTURE} a title")]


async def test_it_says_in_words_what_it_draws(see):
    told = "5 commitments with a date: 2 still to come, 2 whose date has passed, 1 said to be done; as of 15 November 2020."
    page = await see("/-/timeline")
    assert words(page.cssselect(".lead")[0]) == told
    assert told in words(page.cssselect(f"{PICTURE} desc")[0])


async def test_each_mark_leads_to_just_what_it_stands_for(see):
    for link in (await see("/-/timeline")).cssselect(f"{PICTURE} a"):
        said = link.cssselect("title")[0].text
        found = words((await see(link.get("href"))).cssselect(".take b")[0])
        assert said.startswith(found), said


async def test_of_a_publisher_it_tells_the_same_as_of_all_that_is_found(see):
    """What is counted by months has states by days: the run is for the 15th."""
    kept, found = [await see(f"/-/timeline?publisher=Anytown+Council&lanes=none{more}") for more in ("", "&due_from=0001-01-01")]
    assert words(kept.cssselect(".counts")[0]) == words(found.cssselect(".counts")[0])


async def test_states_are_told_apart_by_shape(see):
    page = await see("/-/timeline?lanes=none")
    shapes = {mark.tag for link in page.cssselect(f"{PICTURE} a") for mark in link if mark.tag not in ("title", "text")}
    assert shapes == {"circle", "polygon", "rect"}


async def test_lanes_are_of_owners_where_there_is_one_publisher(see):
    assert any("Parks Team" in title for title in titles(await see("/-/timeline?paper=swings")))


async def test_today_is_the_day_that_the_register_knows(see):
    page = await see("/-/timeline?by=month&due_from=2020-05-01&due_to=2021-01-01")
    (line,) = page.cssselect("line.today")
    assert line.get("x1") == line.get("x2")
    assert "today" in [text.text for text in page.cssselect(f"{PICTURE} text")]


async def test_the_table_tells_the_same_and_leads_to_the_same(see):
    page = await see("/-/timeline?by=quarter&due_from=2020-01-01&due_to=2020-12-31")
    rows = [[words(cell) for cell in row] for row in page.cssselect(".counts tbody tr")]
    assert rows == [["Apr to Jun 2020", "–", "1", "1", "2"], ["Oct to Dec 2020", "1", "–", "–", "1"]]
    addresses = {link.get("href") for link in page.cssselect(f"{PICTURE} a")}
    assert {link.get("href") for link in page.cssselect(".counts a")} <= addresses


@pytest.mark.parametrize(
    "asked, number",
    [
        ("paper=swings", 1),
        ("publisher=Othertown Council", 0),
        ("owner=Parks", 1),
        ("q=60 trees", 1),
        ("state=overdue", 2),
        ("theme=play", 1),
    ],
)
async def test_it_is_narrowed_as_the_search_is(see, asked, number):
    page = await see(f"/-/timeline?{asked}")
    assert words(page.cssselect(".lead")[0]).startswith(f"{number} commitment")


async def test_an_address_with_empty_fields_is_made_a_short_one(fetch):
    answer = await fetch("/-/timeline?q=&paper=swings&by=year&lanes=")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/-/timeline?paper=swings&by=year"


async def test_the_form_of_filters_leads_back_to_it(see):
    (form,) = (await see("/-/timeline?q=trees")).cssselect("form.filters")
    assert (form.get("action"), form.get("method")) == ("/-/timeline", "get")


async def test_the_picture_is_well_formed(see):
    (picture,) = (await see("/-/timeline")).cssselect(PICTURE)
    assert etree.fromstring(etree.tostring(picture)) is not None
    assert picture.get("aria-labelledby").split() == [part.get("id") for part in picture if part.tag in ("title", "desc")]


async def test_what_papers_print_is_text_in_a_picture(see, site):
    facts = site.papers["nasty"].paper
    page = await see(f"/-/timeline?{urlencode({'paper': 'nasty', 'lanes': 'publisher'})}")
    assert facts.publisher in "".join(page.cssselect(PICTURE)[0].itertext())
    assert not page.cssselect("script, img, [onerror], [onfocus]")


@pytest.mark.parametrize("typed", ["' OR 1=1 --", '"><script>', "\x00", "x" * 5000, "NEAR(", "-1", "owner"])
async def test_nothing_typed_reaches_the_sql_of_a_picture(fetch, typed):
    for field in ("q", "owner", "paper", "publisher", "theme", "due_from", "due_to", "by", "lanes", "state"):
        answer = await fetch("/-/timeline", params={field: typed})
        assert answer.status_code in (200, 302), (field, answer.text)
        assert "<script" not in answer.text

from pathlib import Path
from urllib.parse import urlencode

import pytest

from pipeline.register import Register
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"


def words(element) -> str:
    return " ".join(element.text_content().split())


def tables(page) -> dict[str, list[list[str]]]:
    """The rows of each chart's table, by its heading."""
    return {
        words(chart.cssselect("h2")[0]): [[words(cell) for cell in row] for row in chart.cssselect("tbody tr")]
        for chart in page.cssselect(".chart")
    }


async def test_each_chart_has_a_picture_with_words_and_a_table(see):
    charts = (await see("/-/charts")).cssselect(".chart")
    assert len(charts) == 4
    for chart in charts:
        assert chart.cssselect("svg.picture > title")[0].text and chart.cssselect("svg.picture > desc")[0].text
        assert chart.cssselect("tbody tr")


async def test_what_is_due_is_counted_by_quarter(see):
    page = await see("/-/charts?paper=streets")
    assert tables(page)["Due by quarter"] == [["Apr to Jun 2020", "0", "1", "1"], ["Oct to Dec 2020", "1", "0", "0"]]


async def test_what_became_of_promises_is_counted(see):
    rows = {row[0]: row[1:] for row in tables(await see("/-/charts?paper=streets"))["Promised, done and slipped"]}
    assert rows["Promised"] == ["6", "100%"]
    assert rows["Said to be done"] == ["1", "17%"]
    assert rows["Date has passed, not said to be done"] == ["1", "17%"]


@pytest.mark.parametrize("asked, number", [("", "11"), ("publisher=Othertown Council", "2"), ("paper=swings", "2"), ("paper=nowhere", "0")])
async def test_they_are_of_the_register_a_publisher_or_a_paper(see, asked, number):
    page = await see(f"/-/charts?{asked}")
    assert words(page.cssselect(".lead")[0]).startswith(f"{number} commitment")


async def test_owners_are_those_of_the_paper(see):
    assert tables(await see("/-/charts?paper=swings"))["Who has most to do"] == [["Parks Team", "1"]]


async def test_every_bar_leads_to_just_what_it_counts(see):
    for link in (await see("/-/charts?paper=streets")).cssselect(".chart svg a"):
        said = link.cssselect("title")[0].text
        found = words((await see(link.get("href"))).cssselect(".take b")[0])
        assert f": {found.split()[0]}" in said, said


async def test_a_date_that_has_passed_is_hatched(see):
    page = await see("/-/charts?paper=streets")
    assert all(bar.getparent().cssselect("path.hatch") for bar in page.cssselect("svg .passed"))


async def test_what_papers_print_is_text_in_charts(see, site):
    page = await see(f"/-/charts?{urlencode({'publisher': site.papers['nasty'].paper.publisher})}")
    assert "<script>" in words(page.cssselect("h1")[0])
    assert not page.cssselect("script, img, [onerror], [onfocus], [style]")


@pytest.mark.parametrize("typed", ["' OR 1=1 --", '"><script>', "\x00", "x" * 5000])
async def test_nothing_typed_reaches_the_sql_of_charts(fetch, typed):
    for field in ("publisher", "paper"):
        answer = await fetch("/-/charts", params={field: typed})
        assert answer.status_code == 200
        assert "<script" not in answer.text


@pytest.mark.parametrize(
    "address", ["/-/charts", "/-/timeline", "/-/quality", "/deadlines.ics", "/feeds/commitments.atom", "/feeds/flags.atom"]
)
async def test_an_empty_register_is_drawn_too(tmp_path, address):
    with Register(tmp_path / "register.db"):
        pass
    answer = await datasette_app(tmp_path / "register.db", METADATA).client.get(address)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("address", ["/-/charts", "/-/timeline", "/-/quality"])
async def test_pages_with_pictures_hold_no_script_and_no_style(see, fetch, address):
    page = await see(address)
    assert not page.cssselect("script, style, [style], [onclick]")
    for link in page.xpath("//link/@href"):
        assert (await fetch(link)).status_code == 200, link

"""Datasette's own pages name their language and their fields."""

from lxml import html


async def test_pages_of_the_data_name_their_language(get):
    for address in ("/register", "/register/commitments", "/register/without_owner"):
        assert html.fromstring((await get(address)).text).get("lang") == "en-GB"


async def test_every_field_of_a_table_has_a_name(get):
    page = html.fromstring((await get("/register/commitments?_sort=due&kind=action")).text)
    fields = page.cssselect("form.filters select, form.filters input[type=text]")
    assert len(fields) > 5
    assert all(field.get("aria-label") for field in fields)

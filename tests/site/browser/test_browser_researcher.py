"""The journey of a researcher: search, narrow, read, see it lit on its page, take it along."""

import csv
import io
import re

import pytest
from playwright.async_api import Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

LIT = """() => {
    const on = (page, mark) => mark.left >= page.left && mark.right <= page.right && mark.top >= page.top && mark.bottom <= page.bottom;
    const page = document.querySelector(".sheet img").getBoundingClientRect();
    const marks = [...document.querySelectorAll(".sheet .lit")].map((mark) => mark.getBoundingClientRect());
    return marks.map((mark) => mark.width > 5 && mark.height > 2 && on(page, mark));
}"""
"""Of each lit line, whether it can be seen and lies on the picture of its page."""


async def search(page: Page) -> None:
    """From the front page to what Lincolnshire's plan says of poverty, with a date."""
    await page.goto("/")
    await page.get_by_label("Search all commitments").fill("poverty")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Commitments with “poverty”")
    await page.get_by_label("Paper", exact=True).select_option(label="Lincolnshire's Child Poverty – Draft Action Plan April 2012")
    await page.get_by_role("search", name="Commitments").get_by_role("button", name="Search").click()
    await expect(page).to_have_url(re.compile(r"[?&]paper=lincolnshire"))


@pytest.mark.parametrize("width", [1280, 390])
async def test_what_is_searched_and_narrowed_can_be_seen_lit_on_its_page(open_page, width):
    page = await open_page(width)
    await search(page)
    await expect(page.get_by_role("list", name="Filters").get_by_role("link")).to_have_count(1)
    await page.get_by_label("Found").locator(".card .says a").first.click()
    await expect(page.locator("blockquote.quote")).to_contain_text("overty")
    picture = page.locator(".sheet img").first
    await picture.scroll_into_view_if_needed()
    assert await picture.evaluate("async (picture) => { await picture.decode(); return picture.naturalWidth; }") > 600
    on_page = await page.evaluate(LIT)
    assert on_page and all(on_page)


@pytest.mark.parametrize("width", [1280, 390])
async def test_what_is_taken_along_is_what_was_found(open_page, width):
    page = await open_page(width)
    await search(page)
    found = int((await page.locator(".take b").first.inner_text()).split()[0])
    async with page.expect_download() as started:
        await page.get_by_role("link", name="CSV", exact=True).click()
    path = await (await started.value).path()
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) == found > 0
    shown = await page.locator(".card .facts a").first.inner_text()
    assert {row["paper"] for row in rows} == {shown}


async def test_a_lit_passage_in_the_paper_leads_to_its_entry_and_back(open_page):
    page = await open_page()
    await page.goto("/papers/lincolnshire-child-poverty-action-plan-2012")
    mark = page.locator(".sheet a[id^='m-']").nth(1)
    name = (await mark.get_attribute("id")).removeprefix("m-")
    await mark.locator("rect").first.click()
    entry = page.locator(f"#c-{name}")
    await expect(entry).to_be_in_viewport()
    await entry.get_by_role("link", name="show on p.").click()
    await expect(mark).to_be_in_viewport()


async def test_a_filter_can_be_taken_away_again(open_page):
    page = await open_page()
    await search(page)
    await page.get_by_role("link", name="take this filter away").click()
    await expect(page).to_have_url(re.compile(r"/search\?q=poverty$"))

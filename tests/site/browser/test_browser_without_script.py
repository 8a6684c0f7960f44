"""All that the pages do they do without JavaScript too."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_search_and_reading_need_no_script(open_page):
    page = await open_page(script=False)
    await page.goto("/")
    await page.get_by_label("Search all commitments").fill("school")
    await page.get_by_role("button", name="Search").click()
    await page.locator(".card .says a").first.click()
    await expect(page.locator("blockquote.quote")).to_be_visible()


async def test_pages_of_a_paper_are_loaded_without_script(open_page):
    page = await open_page(script=False)
    async with page.expect_response(lambda response: response.url.split("?")[0].endswith("/pages/2.png")) as answer:
        await page.goto("/papers/lincolnshire-child-poverty-action-plan-2012")
    assert (await answer.value).ok


async def test_the_timeline_is_drawn_and_leads_on_without_script(open_page):
    page = await open_page(script=False)
    await page.goto("/-/timeline")
    await expect(page.locator("svg.picture")).to_be_visible()
    await page.locator("svg.picture a").first.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Commitments")


async def test_a_flag_is_decided_and_taken_back_without_script(open_page):
    page = await open_page(who="ann", script=False)
    await page.goto("/-/review")
    await page.locator(".card a").first.click()
    await page.get_by_role("button", name="Dismiss").click()
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator(".badge", has_text="To review")).to_be_visible()

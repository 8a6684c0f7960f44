"""The journey of an auditor: sign in, decide ten flags by keyboard, undo, decide many as one, find it all when papers were read again."""

import re

import pytest
from playwright.async_api import Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

NAME, PASSWORD = "ann", "four words do well"
FLAG = re.compile(r"/-/review/(\w+)(\?|$)")
PAPER = "milton-keynes-childrens-trust-report-2011.txt"


async def waiting(page: Page, query: str = "") -> int:
    """How many flags are to be reviewed, by the queue."""
    await page.goto(f"/-/review{query}")
    return int((await page.locator(".lead b").inner_text()).split()[0].replace(",", ""))


async def open_first(page: Page) -> None:
    """Opens the first flag of the queue."""
    await page.locator(".card a").first.click()
    await page.wait_for_url(FLAG)


async def decide(page: Page, key: str) -> str:
    """Presses a key, and waits for the next flag; which one was decided."""
    flag = FLAG.search(page.url)[1]
    await page.keyboard.press(key)
    await page.wait_for_url(lambda url: FLAG.search(url)[1] != flag)
    return flag


async def test_whoever_decides_signs_in_with_name_and_password(open_page):
    page = await open_page()
    await page.goto("/-/review")
    await page.get_by_role("main").get_by_role("link", name="sign in").click()
    await page.get_by_label("Name").fill(NAME)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_text("Signed in as ann")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
async def test_ten_flags_are_decided_by_keyboard_and_the_last_is_undone(open_page, width):
    page = await open_page(width, "ann")
    before = await waiting(page)
    await open_first(page)
    decided = [await decide(page, "cd"[number % 2]) for number in range(10)]
    assert len(set(decided)) == 10
    await expect(page.get_by_role("status")).to_contain_text("Recorded. 1 flag: dismissed")
    await page.keyboard.press("u")
    await page.wait_for_url(re.compile(decided[-1]))
    await expect(page.locator(".badge", has_text="To review")).to_be_visible()
    assert await waiting(page) == before - 9


async def test_a_flag_is_left_for_now_by_a_key(open_page):
    page = await open_page(who="ann")
    before = await waiting(page)
    await open_first(page)
    await decide(page, "n")
    assert await waiting(page) == before


async def test_a_note_that_is_typed_presses_no_button(open_page):
    page = await open_page(who="ann")
    before = await waiting(page)
    await open_first(page)
    await page.get_by_label("Note").press_sequentially("mind")
    await expect(page.get_by_label("Note")).to_have_value("mind")
    assert await waiting(page) == before


@pytest.mark.parametrize("width", [1280, 390])
async def test_flags_of_one_kind_are_decided_as_one_and_undone_as_one(open_page, width):
    page = await open_page(width, "ann")
    found = await waiting(page, "?kind=name_variant")
    assert found > 2
    await page.get_by_label(f"all {found} of this list").check()
    await page.get_by_label("Note").fill("One name is as good as the other")
    await page.get_by_role("button", name="Dismiss them").click()
    await expect(page.get_by_role("status")).to_contain_text(f"{found} flags: dismissed")
    await page.get_by_role("button", name=f"Undo all {found}").click()
    await expect(page.get_by_text("All of it was taken back")).to_be_visible()
    assert await waiting(page, "?kind=name_variant") == found


async def test_verdicts_are_there_after_papers_were_read_again(open_page, site):
    page = await open_page(who="ann")
    await waiting(page)
    await open_first(page)
    flag = await decide(page, "c")
    paper = site.corpus / PAPER
    paper.write_text(paper.read_text(encoding="utf-8") + "\n\nWe will open a library by May 2030.\n", encoding="utf-8")
    assert f"{PAPER}: read" in site.ingest()
    await page.goto(f"/-/review/{flag}")
    await expect(page.locator(".badge", has_text="Confirmed")).to_be_visible()
    await page.goto("/-/audit")
    await expect(page.get_by_text("Log intact.")).to_be_visible()
    await expect(page.locator(f'td a[href="/-/review/{flag}"]').first).to_be_visible()

"""The journey of a clerk: put papers in, see them being read, see what became of them, correct a title."""

from pathlib import Path

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

READ = 120_000  # milliseconds that a paper may take to be read, by a process that is started for it


def files(folder: Path, name: str) -> list[Path]:
    """A plan that can be read, and a picture that calls itself a paper."""
    plan, picture = folder / f"{name}.txt", folder / f"{name}-scan.pdf"
    plan.write_text(f"Plan for {name}\n\n1. We will plant 100 trees in {name} by June 2030.\n", encoding="utf-8")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return [plan, picture]


@pytest.mark.parametrize("width, name", [(1280, "northtown"), (390, "southtown")])
async def test_a_paper_that_is_put_in_is_read_and_its_title_corrected(open_page, tmp_path, width, name):
    page = await open_page(width, "ann")
    await page.goto("/-/papers")
    await page.set_input_files("#papers", files(tmp_path, name))
    await page.get_by_role("button", name="Put in").click()
    await expect(page.locator(".receipts .recorded")).to_contain_text(f"{name}.txt: taken in")
    await expect(page.locator(".receipts .wrong")).to_contain_text(f"{name}-scan.pdf: not taken: it is a picture")
    row = page.locator("tr", has_text=f"{name}.txt")
    await expect(row.locator(".badge.good")).to_be_visible(timeout=READ)
    await row.get_by_role("link", name="Correct").click()
    await page.get_by_label("Title").fill(f"The plan of {name}")
    await page.get_by_role("button", name="Save, and read it again").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"The plan of {name}", timeout=READ)
    await page.goto(f"/papers/{name}")
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"The plan of {name}")


async def test_the_same_paper_twice_is_said_to_be_here_already(open_page, site):
    page = await open_page(who="ann")
    await page.goto("/-/papers")
    await page.set_input_files("#papers", site.corpus / "milton-keynes-child-poverty-recommendations.txt")
    await page.get_by_role("button", name="Put in").click()
    await expect(page.locator(".receipts")).to_contain_text("it was here already, the same to the last byte")


async def test_papers_are_put_in_without_script_too(open_page, site):
    page = await open_page(who="ann", script=False)
    await page.goto("/-/papers")
    await page.set_input_files("#papers", site.corpus / "milton-keynes-child-poverty-recommendations.txt")
    await page.get_by_role("button", name="Put in").click()
    await expect(page.locator(".receipts")).to_contain_text("it was here already")

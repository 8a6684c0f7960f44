"""The register as `pledgebook serve` shows it, and people who look at it in a real browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Response, async_playwright, expect

ROOT = Path(__file__).parent.parent.parent.parent
COMMAND = Path(sys.executable).with_name("pledgebook")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PASSWORD = "four words do well"
PATIENCE = 30_000  # milliseconds until something that was to happen counts as failed; a busy machine is slow
WIDE, NARROW = 1280, 390  # pixels across: a desk, a telephone
STRANGER, ANN = "", "ann"

expect.set_options(timeout=PATIENCE)

OpenPage = Callable[..., Awaitable[Page]]


def run(*arguments: str | Path) -> str:
    """What a command of ours prints; it must end well."""
    done = subprocess.run([COMMAND, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Site:
    """The papers, the register made of them, and the address at which it is served."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.out, self.address = folder / "corpus", folder / "extracted", ""

    def ingest(self) -> str:
        """Reads what is new."""
        return run("ingest", "--corpus", self.corpus, "--out", self.out)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Our own papers read, and served by the command itself until all is over. Ann may do everything."""
    site = Site(tmp_path_factory.mktemp("site"))
    shutil.copytree(ROOT / "corpus", site.corpus)
    site.ingest()
    run("people", "add", ANN, "--role", "reviewer", "--role", "clerk", "--password", PASSWORD, "--out", site.out)
    command = [COMMAND, "serve", "--out", site.out, "--corpus", site.corpus, "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        site.address = server.stdout.readline().split()[4].rstrip("/")
        yield site
        server.terminate()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium; where it is missing the test is skipped, but checks that decide must not skip. It can reach no other machine."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("Chromium is not installed: apt-get install chromium")
    arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def cookies(browser: Browser, site: Site) -> list[Any]:
    """What Ann's browser holds once she has signed in."""
    page = await browser.new_page()
    await page.goto(f"{site.address}/-/login")
    await page.get_by_label("Name").fill(ANN)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    held = await page.context.cookies()
    await page.context.close()
    return held


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, site: Site, cookies: list[Any]) -> AsyncIterator[OpenPage]:
    """Opens the browser for somebody. Whatever the test is about, nothing may be asked of another host, nor be missing, nor break."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    async def opened(width: int = WIDE, who: str = STRANGER, script: bool = True) -> Page:
        context = await browser.new_context(
            base_url=site.address, viewport={"width": width, "height": 900}, java_script_enabled=script, locale="en-GB"
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if who:
            await context.add_cookies(cookies)
        page = await context.new_page()
        _watch(page, site.address, wrong)
        return page

    yield opened
    for context in contexts:
        await context.close()
    assert wrong == []


def _watch(page: Page, address: str, wrong: list[str]) -> None:
    """Notes what a page asks of others, what it lacks, and what it complains of: a script that fails, or a policy that stops something."""

    def complained(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            wrong.append(message.text)

    def answered(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            wrong.append(f"{response.status} {response.url}")

    def asked(url: str) -> None:
        if not url.startswith((f"{address}/", "data:")):
            wrong.append(f"asked of another host: {url}")

    page.context.on("request", lambda request: asked(request.url))
    page.on("response", answered)
    page.on("console", complained)
    page.on("pageerror", lambda error: wrong.append(str(error)))

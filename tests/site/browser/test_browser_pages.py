"""Every kind of page, in a real browser: no barrier for anybody, nothing asked of another host, no wider than a telephone."""

import sqlite3
from pathlib import Path

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
BARRIERS = """async () => (await axe.run({resultTypes: ["violations"]})).violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ")}`)"""
"""Serious and critical faults by axe's own measure, with the elements that have them."""
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

PLAN = "lincolnshire-child-poverty-action-plan-2012"
TEXT = "milton-keynes-child-poverty-recommendations"
FIRST = {
    "commitment": f"SELECT id FROM commitments WHERE paper = '{PLAN}' AND due IS NOT NULL ORDER BY place LIMIT 1",
    "step": f"SELECT id FROM commitments WHERE paper = '{TEXT}' ORDER BY place LIMIT 1",
    "owner": "SELECT id FROM bodies ORDER BY commitments DESC, id LIMIT 1",
    "flag": "SELECT id FROM flags WHERE kind = 'duplicate' ORDER BY place LIMIT 1",
    "other_flag": f"SELECT id FROM flags WHERE paper = '{PLAN}' ORDER BY place LIMIT 1",
}
"""Which row of the register each kind of page is looked at with."""

PAGES = {
    "home": "/",
    "search": "/search?q=child",
    "search, narrowed": "/search?state=without_date&kind=action&figure=1",
    "nothing found": "/search?q=zeppelin",
    "commitment of a PDF": "/commitments/{commitment}",
    "commitment of a text": "/commitments/{step}",
    "paper that is a PDF": f"/papers/{PLAN}",
    "paper that is a text": f"/papers/{TEXT}",
    "papers": "/papers",
    "owners": "/owners",
    "owner": "/owners/{owner}",
    "timeline": "/-/timeline",
    "charts": "/-/charts",
    "quality": "/-/quality",
    "flags": "/-/review",
    "duplicate": "/-/review/{flag}",
    "flag of a PDF": "/-/review/{other_flag}",
    "audit": "/-/audit",
    "sign-in": "/-/login",
    "clerk's papers": "/-/papers",
    "paper to correct": f"/-/papers/file?name={PLAN}.pdf",
    "nowhere": "/nowhere",
    "no such paper": "/papers/atlantis",
    "tables": "/register",
    "table": "/register/commitments",
    "question": "/register/due_in_quarter?quarter=2013-Q1",
}


SIGNED_IN = {"flags", "duplicate", "flag of a PDF", "clerk's papers", "paper to correct"}
"""Kinds that are looked at as those see them who work with them."""


@pytest.fixture(scope="session")
def ids(site) -> dict[str, str]:
    """The ids that the addresses name."""
    with sqlite3.connect(f"file:{site.out / 'register.db'}?mode=ro", uri=True) as register:
        return {name: register.execute(query).fetchone()[0] for name, query in FIRST.items()}


@pytest.mark.parametrize("kind", PAGES)
async def test_no_page_keeps_anybody_out_or_is_wider_than_a_telephone(open_page, ids, kind):
    page = await open_page(who="ann" if kind in SIGNED_IN else "")
    await page.goto(PAGES[kind].format(**ids))
    await page.evaluate(AXE)
    assert await page.evaluate(BARRIERS) == []
    await page.set_viewport_size({"width": 390, "height": 844})
    assert await page.evaluate(OVERHANG) == 0

import json
from pathlib import Path

import pytest
from lxml import html
from sample_papers import RUN, register_of, streets

from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
FIGURES = {"precision": 0.9, "recall": 0.75, "f1": 0.818, "tp": 9, "fp": 1, "fn": 3}
MEASURED = {"measured": "2020-11-16", "version": RUN.version, "rules": RUN.rules, "gold": "9" * 64, "papers": ["a", "b"]} | {
    "fields": {"deadlines": FIGURES, "flags: duplicate": FIGURES},
    "known_failures": [{"rule": "TM07", "text": "by <b>Whitsun</b>"}],
}


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def told(tmp_path):
    """The page of a register, with what lies beside it."""

    async def page(measured: str | None):
        register_of(tmp_path / "register.db", streets())
        if measured is not None:
            (tmp_path / "measured").mkdir()
            (tmp_path / "measured" / "quality.json").write_text(measured)
        client = datasette_app(tmp_path / "register.db", METADATA).client
        return html.fromstring((await client.get("/-/quality")).text), (await client.get("/-/quality.json")).json()

    return page


async def test_figures_are_shown_by_field_with_what_they_were_measured_with(told):
    page, _ = await told(json.dumps(MEASURED))
    rows = [[words(cell) for cell in row] for row in page.cssselect("tbody tr")]
    assert ["Deadlines", "90.0", "75.0", "81.8", "9", "1", "3"] in rows
    assert ["Says the same as another", "90.0", "75.0", "81.8", "9", "1", "3"] in rows
    assert "Measured on 16 November 2020 with version 0.1.0 and rules abc123, against 2 papers read by hand" in words(page)


async def test_it_says_whether_the_figures_are_of_this_register(told):
    page, data = await told(json.dumps(MEASURED))
    assert "read by the same version and rules" in words(page)
    assert data["measured_with_the_rules_of_this_register"]


@pytest.mark.parametrize("other", [{"version": "0.0.9"}, {"rules": "def456"}])
async def test_it_says_plainly_when_they_are_of_others(told, other):
    page, data = await told(json.dumps(MEASURED | other))
    assert "else: the figures are not theirs" in words(page)
    assert not data["measured_with_the_rules_of_this_register"]


@pytest.mark.parametrize("measured", [None, "{", "{}", "[]"])
async def test_without_a_measurement_it_claims_none(told, measured):
    page, data = await told(measured)
    assert "Nobody has measured it for this register" in words(page)
    assert data["measured"] is None


async def test_how_much_of_each_paper_was_read_is_shown(told):
    page, _ = await told(None)
    assert "75.0% of the characters, 66.7% of the numbered items, 75.0% of the rows" in words(page)


async def test_what_is_known_to_fail_is_shown_as_it_is_written(told):
    page, _ = await told(json.dumps(MEASURED))
    assert "by <b>Whitsun</b>" in words(page)
    assert "A promise put in other words is not seen" in words(page)


async def test_every_check_says_what_it_does_not_see(told):
    page, _ = await told(None)
    assert all(words(limit) for limit in page.cssselect("dl.told dd"))


async def test_without_verdicts_it_claims_no_precision(told):
    page, data = await told(None)
    assert "No flag has been decided yet" in words(page)
    assert data["checks"] == []

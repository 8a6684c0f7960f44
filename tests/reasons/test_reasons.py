"""Every reason why a paper is not read, not wholly or with doubt: what it says, and that it is met where it should be."""

import json
import re
from pathlib import Path

import pytest
from reason_cases import CASES
from reason_cases.cases import Tools

from pipeline.ingest.catalogue import reasons_page
from pipeline.reasons import Reason, reason_of

LISTED = Path(__file__).with_name("reasons.json")


def test_the_reasons_are_those_that_are_listed() -> None:
    listed = json.loads(LISTED.read_text(encoding="utf-8"))
    assert {reason.code: reason.value.sentence for reason in Reason} == listed, "codes last: others compare them"


def test_every_reason_has_a_case() -> None:
    assert set(CASES) == set(Reason)


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.code)
def test_it_is_told_with_its_code_and_sentence(reason: Reason, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    met = list(CASES[reason](Tools(tmp_path, monkeypatch)))
    sentence = ".*".join(re.escape(part) for part in re.split(r"\{[^}]*\}", reason.value.sentence))
    assert any(why.code == reason.code and re.search(sentence, why.text) for why in met), met


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.code)
def test_its_sentence_follows_a_colon_and_its_cure_stands_alone(reason: Reason) -> None:
    row = reason.value
    assert not row.sentence.endswith(".") and (row.sentence[0].islower() or row.sentence.startswith(("{", "Libre")))
    assert row.cure.endswith(".") and not row.cure[0].islower()


def test_the_page_about_them_is_that_of_now(root: Path) -> None:
    assert (root / "docs" / "problems.md").read_text(encoding="utf-8") == reasons_page(), "stale: make docs"


def test_a_code_leads_to_its_reason() -> None:
    assert [reason_of(reason.code) for reason in Reason] == list(Reason)

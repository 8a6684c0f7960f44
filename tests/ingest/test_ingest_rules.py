"""Rules that were found usable are kept, and loaded no more until they or the program change."""

from pathlib import Path

import our_rules
import pytest

from pipeline.ingest import rules
from pipeline.ingest.rules import Usable, demand_usable, keep_usable, kept_rules

DIGEST = our_rules.rulebook().digest


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file in which our rules are kept."""
    path = tmp_path / "cache" / "rules"
    keep_usable(Usable(DIGEST, our_rules.rulebook()), path)
    return path


def demand(kept: Path) -> tuple[Usable, list[str]]:
    """What is found of our rules, and what was started meanwhile."""
    started: list[str] = []
    return demand_usable(our_rules.FOLDER, kept, started.append), started


def test_rules_that_are_not_kept_are_loaded(tmp_path: Path) -> None:
    found, started = demand(tmp_path / "none")
    assert found.rulebook is not None
    assert (found.digest, started) == (DIGEST, [DIGEST])


def test_rules_that_are_kept_are_not_loaded(kept: Path) -> None:
    assert demand(kept) == (Usable(DIGEST), [])


def test_kept_rules_are_the_rules(kept: Path) -> None:
    found = kept_rules(DIGEST, kept)
    assert found is not None
    assert [rule.source for rule in found.rules] == [rule.source for rule in our_rules.rulebook().rules]


def test_other_rules_are_not_those_that_are_kept(kept: Path) -> None:
    assert kept_rules("0" * 64, kept) is None


def test_rules_that_another_program_kept_are_loaded(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "program_digest", lambda: "another")
    assert demand(kept)[0].rulebook is not None
    assert kept_rules(DIGEST, kept) is None


def test_a_file_that_is_cut_short_keeps_nothing(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-9])
    assert kept_rules(DIGEST, kept) is None

"""The evaluation agrees with the scorer that defines it, and its floors hold."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.evaluate import score_folders

Paper = dict[str, list[dict[str, object]]]


def as_scored(gold: Path, extracted: Path, scorer: Path) -> dict[str, dict[str, float]]:
    done = subprocess.run([sys.executable, scorer, gold, extracted, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def half_the_records(paper: Paper, chance: random.Random) -> None:
    paper["commitments"] = [record for record in paper["commitments"] if chance.random() < 0.5]


def other_values(paper: Paper, chance: random.Random) -> None:
    for record in paper["commitments"]:
        record["ref"] = chance.choice([record["ref"], None, "9.9", "(1)"])
        record["kind"] = chance.choice([record["kind"], "indicator"])
        record["status"] = chance.choice([record["status"], "done", None])
        record["section"] = chance.choice([record["section"], [], ["Elsewhere"]])
        for deadline in record["deadlines"]:  # type: ignore[attr-defined]
            deadline.update(chance.choice([{}, {"end": None}, {"rrule": "FREQ=YEARLY;COUNT=5"}, {"relation": "ongoing"}]))
        for owner in record["owners"]:  # type: ignore[attr-defined]
            owner.update(chance.choice([{}, {"role": "partner"}, {"text": f"the {owner['text']}"}]))


def made_up_records(paper: Paper, chance: random.Random) -> None:
    target = {"text": "10 %", "span": [0, 4], "rule": "x", "boxes": [], "value": None, "unit": "%", "direction": "reach", "metric": "m"}
    for at, record in enumerate(paper["commitments"][::3]):
        words = " ".join(chance.sample(str(record["text"]).split(), k=1) * 5)
        targets = [{**target, "baseline": None}, {**target, "value": 10.0, "unit": "Per cent", "baseline": 5.0}]
        paper["commitments"].append({**record, "id": f"c{at}", "text": words, "targets": targets})


def other_words(paper: Paper, chance: random.Random) -> None:
    for record in paper["commitments"]:
        words = str(record["text"]).split()
        record["text"] = " ".join(word for word in words if chance.random() < 0.85)
    chance.shuffle(paper["commitments"])


def more_flags(paper: Paper, chance: random.Random) -> None:
    ids = [str(record["id"]) for record in paper["commitments"]]
    for at, kind in enumerate(
        ["duplicate", "duplicate", "duplicate_ref", "no_deadline", "no_owner", "name_variant", "conflicting_deadline"]
    ):
        members = chance.sample(ids, k=min(len(ids), 1 + at % 4))
        paper["flags"].append({"id": f"f{at}", "kind": kind, "severity": "low", "members": members, "message": "x", "evidence": ['“a"']})


def as_gold_would_have_it(paper: Paper, chance: random.Random) -> None:
    """Leaves the paper as extracted."""


@pytest.mark.parametrize(
    "mutilate", [as_gold_would_have_it, half_the_records, other_values, made_up_records, other_words, more_flags], ids=lambda f: f.__name__
)
def test_figures_equal_those_of_the_scorer(root: Path, shared: Path, tmp_path: Path, mutilate: Callable[..., None]) -> None:
    for seed, source in enumerate(sorted((root / "extracted").glob("*.json"))):
        paper = json.loads(source.read_bytes())
        mutilate(paper, random.Random(seed))
        (tmp_path / source.name).write_text(json.dumps(paper, ensure_ascii=False), encoding="utf-8")
    assert any(tmp_path.iterdir())
    figures = {field: asdict(found) for field, found in score_folders(root / "tests/gold", tmp_path).items()}
    assert figures == as_scored(root / "tests/gold", tmp_path, shared / "score.py")


def test_a_missing_extraction_scores_nothing_found(root: Path, shared: Path, tmp_path: Path) -> None:
    figures = {field: asdict(found) for field, found in score_folders(root / "tests/gold", tmp_path).items()}
    assert figures["commitments"]["recall"] == 0
    assert figures == as_scored(root / "tests/gold", tmp_path, shared / "score.py")


@pytest.fixture
def bench(root: Path, tmp_path: Path) -> Callable[..., Result]:
    """Runs `pledgebook evaluate` on copies of one gold paper and its record, with floors."""
    name = "milton-keynes-childrens-trust-report-2011.json"
    for folder, source in (("gold", root / "tests/gold"), ("extracted", root / "extracted")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes((source / name).read_bytes())
    places = ["--gold", tmp_path / "gold", "--extracted", tmp_path / "extracted", "--floor", tmp_path / "floors.json"]
    return lambda *more: CliRunner().invoke(main, ["evaluate", *map(str, places), *more])


def test_floors_pinned_are_met(bench: Callable[..., Result]) -> None:
    assert bench("--pin").exit_code == 0
    assert bench().exit_code == 0


def test_a_field_below_its_floor_fails(bench: Callable[..., Result], tmp_path: Path) -> None:
    bench("--pin")
    next((tmp_path / "extracted").iterdir()).unlink()
    result = bench()
    assert result.exit_code == 1
    assert "commitments: F1 is 0.0000, the floor is" in result.output


def test_changed_gold_demands_pinning_anew(bench: Callable[..., Result], tmp_path: Path) -> None:
    bench("--pin")
    gold = next((tmp_path / "gold").iterdir())
    gold.write_bytes(gold.read_bytes() + b"\n")
    result = bench()
    assert result.exit_code == 1
    assert "The gold papers have changed" in result.output
    bench("--pin")
    assert bench().exit_code == 0


def test_a_floor_sinks_only_when_that_is_said(bench: Callable[..., Result], tmp_path: Path) -> None:
    bench("--pin")
    next((tmp_path / "extracted").iterdir()).unlink()
    refused = bench("--pin")
    assert refused.exit_code == 2
    assert "say --lower too" in refused.output
    assert bench("--pin", "--lower").exit_code == 0
    assert bench().exit_code == 0


def test_a_record_of_another_version_is_named(bench: Callable[..., Result], tmp_path: Path) -> None:
    next((tmp_path / "extracted").iterdir()).write_text("{}")
    result = bench()
    assert result.exit_code == 2
    assert "is not as this version of Pledgebook writes it: paper: Field required" in result.output


def test_without_gold_it_says_where_to_look(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", "--gold", str(tmp_path)])
    assert result.exit_code == 2
    assert "Say where they are with --gold" in result.output

import json
from pathlib import Path

import pytest

import pipeline
from pipeline.errors import PipelineError
from pipeline.evaluate import Measured, publish
from pipeline.model.quality import Quality
from pipeline.register import Register, RunRow
from pipeline.rulebook import rules_digest

ROOT = Path(__file__).parent.parent
GOLD, RULES = ROOT / "tests" / "gold", ROOT / "rules"
FIGURES = {"deadlines": Measured(0.9, 0.75, 0.818, 9, 1, 3)}


def read_by(folder: Path, version: str, rules: str) -> None:
    """A register in the folder that was brought up to date by these."""
    with Register(folder / "register.db") as register:
        register.finish("2020-11-15", RunRow("2020-11-15T09:00:00", "2020-11-15T09:00:01", version, rules))


def test_a_measurement_says_what_it_was_made_with(tmp_path):
    digest = rules_digest(RULES)
    read_by(tmp_path, pipeline.__version__, digest)
    quality = Quality.model_validate_json(publish(GOLD, tmp_path, RULES, FIGURES, "2020-11-16").read_bytes())
    assert (quality.measured, quality.version, quality.rules) == ("2020-11-16", pipeline.__version__, digest)
    assert quality.fields["deadlines"].recall == 0.75
    assert len(quality.papers) == len(list(GOLD.glob("*.json"))) - 1


@pytest.mark.parametrize("version, rules", [("0.0.9", None), (pipeline.__version__, "other")])
def test_what_others_read_is_not_published_as_ours(tmp_path, version, rules):
    read_by(tmp_path, version, rules or rules_digest(RULES))
    with pytest.raises(PipelineError, match="read by another version or other rules"):
        publish(GOLD, tmp_path, RULES, FIGURES, "2020-11-16")
    assert not (tmp_path / "measured").exists()


def test_it_lies_apart_from_the_records_of_papers(tmp_path):
    read_by(tmp_path, pipeline.__version__, rules_digest(RULES))
    path = publish(GOLD, tmp_path, RULES, FIGURES, "2020-11-16")
    assert not list(tmp_path.glob("*.json"))
    assert json.loads(path.read_text())["gold"]

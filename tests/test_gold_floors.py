"""The gate: no field falls below the F1 it has reached."""

import json
from pathlib import Path

from click.testing import CliRunner

from pipeline.cli import main


def test_no_field_is_below_its_floor(root: Path) -> None:
    places = {"--gold": root / "tests/gold", "--extracted": root / "extracted", "--floor": root / "tests/gold/baseline.json"}
    result = CliRunner().invoke(main, ["evaluate", *(str(word) for pair in places.items() for word in pair)])
    assert result.exit_code == 0, result.output


def test_other_scorers_pass_over_the_floor_file(root: Path) -> None:
    assert json.loads((root / "tests/gold/baseline.json").read_bytes())["commitments"] == []

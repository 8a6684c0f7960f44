"""What says the same is found well and soon on a few thousand texts; benchmarks/duplicates.py measures it on a million."""

import json
import subprocess
import sys
from pathlib import Path


def short(script: Path) -> dict[str, float]:
    """The figures of a small measurement."""
    done = subprocess.run([sys.executable, script, "--short"], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def test_planted_pairs_are_found_within_loose_bounds(root: Path) -> None:
    figures = short(root / "benchmarks/duplicates.py")
    assert figures["recall"] >= 0.98
    assert figures["precision"] >= 0.98
    assert figures["processor"] < 5
    assert figures["megabytes"] < 300


def test_a_paper_comes_into_a_register_of_thousands_soon(root: Path) -> None:
    figures = short(root / "benchmarks/duplicates_register.py")
    assert figures["promises"] == 3_000
    assert figures["processor"] < 2

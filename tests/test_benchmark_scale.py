"""A few papers come and stay as benchmarks/scale.py expects; it measures 10,000 in earnest."""

import json
import subprocess
import sys
from pathlib import Path


def test_a_short_measurement_stays_within_loose_bounds(root: Path) -> None:
    done = subprocess.run([sys.executable, root / "benchmarks/scale.py", "--short"], capture_output=True, text=True, check=True)
    (figures,) = json.loads(done.stdout)
    assert figures["papers"] == 5
    assert figures["register"] < 5
    assert 10 < figures["first_peak"] < 500
    assert figures["unchanged_processor"] < figures["first_processor"]


def test_the_same_number_gives_the_same_paper_and_another_another(root: Path, tmp_path: Path) -> None:
    for folder, first in (("one", 0), ("other", 3)):
        subprocess.run([sys.executable, root / "benchmarks/scale_papers.py", tmp_path / folder, str(first), "6"], check=True)
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("one", "other"))
    assert {name: one[name] for name in other} == other
    papers = [data for name, data in one.items() if not name.endswith(".yaml")]
    assert len(set(papers)) == len(papers) == 6

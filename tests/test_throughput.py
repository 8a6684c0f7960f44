"""Speed has a floor here too, loose enough for a busy machine; benchmarks/throughput.py measures it in earnest."""

import json
import subprocess
import sys
from pathlib import Path


def test_a_short_measurement_stays_within_loose_bounds(root: Path) -> None:
    done = subprocess.run([sys.executable, root / "benchmarks/throughput.py", "--short"], capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    assert figures["rate"] > 20_000
    assert figures["growth"] < 3
    assert figures["cold_processor"] < 10
    assert figures["cold_megabytes"] < 300

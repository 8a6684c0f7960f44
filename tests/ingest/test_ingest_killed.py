"""A run that is killed leaves nothing that the next does not finish; benchmarks/faults.py kills more of them, and real processes."""

import json
import subprocess
import sys
from pathlib import Path

STEPS = Path(__file__).parent / "samples" / "disturbed" / "steps.py"


def test_whatever_step_a_run_is_killed_at_the_next_comes_to_the_same(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, STEPS, tmp_path, root / "rules", "12", "9"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["tried"] >= 8
    assert found["differences"] == []

"""Makes what fuzzing needs known to the tests here; it lies beside, as the benchmark reads it too."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hostile")]

import sys
from pathlib import Path

# The makers of successors are a package of this folder, which benchmarks use too; tests are none.
sys.path.insert(0, str(Path(__file__).parent.parent))

collect_ignore = ["conftest.py"]

import sys
from pathlib import Path

# Tests are no packages: the papers that several folders of them share are found by path, and pytest must not take this file for another's.
sys.path.insert(0, str(Path(__file__).parent.parent / "register" / "samples"))

collect_ignore = ["conftest.py"]

"""What the tests of trying rules out need: a copy of the rules to change."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def rules(tmp_path: Path, root: Path) -> Path:
    """A copy of the rules."""
    return Path(shutil.copytree(root / "rules", tmp_path / "rules"))

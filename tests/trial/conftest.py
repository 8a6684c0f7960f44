"""What the tests of trying rules out need: a copy of the rules to change."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Edit = Callable[[str, str, str], None]


@pytest.fixture
def rules(tmp_path: Path, root: Path) -> Path:
    """A copy of the rules."""
    return Path(shutil.copytree(root / "rules", tmp_path / "rules"))


@pytest.fixture
def edit(rules: Path) -> Edit:
    """Puts `new` where the copy of a file has `old` for the first time."""

    def change(file: str, old: str, new: str) -> None:
        text = (rules / file).read_text(encoding="utf-8")
        assert old in text
        (rules / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change

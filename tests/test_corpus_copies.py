"""The papers and the gold are copies; these tests say when the originals have changed."""

from pathlib import Path

import pytest


@pytest.mark.parametrize(("copies", "originals"), [("corpus", "papers"), ("tests/gold", "gold")])
def test_copies_equal_the_originals(root: Path, shared: Path, copies: str, originals: str) -> None:
    want = {path.name: path.read_bytes() for path in (shared / originals).iterdir()}
    have = {path.name: path.read_bytes() for path in (root / copies).iterdir() if path.name != "baseline.json"}
    assert sorted(have) == sorted(want)
    changed = [name for name in want if have[name] != want[name]]
    assert not changed, f"copy these from shared/{originals} to {copies} again: {changed}"

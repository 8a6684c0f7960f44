"""The papers and the gold are copies; these tests say when the originals have changed."""

from pathlib import Path

import pytest


@pytest.mark.parametrize(("copies", "originals"), [(("corpus", "tests/papers"), "papers"), (("tests/gold",), "gold")])
def test_copies_equal_the_originals(root: Path, shared: Path, copies: tuple[str, ...], originals: str) -> None:
    want = {path.name: path.read_bytes() for path in (shared / originals).iterdir()}
    files = [path for folder in copies for path in (root / folder).iterdir() if path.name != "baseline.json" and path.suffix != ".pdf"]
    have = {path.name: path.read_bytes() for path in files}
    assert sorted(have) == sorted(want)
    changed = [name for name in want if have[name] != want[name]]
    assert not changed, f"copy these from shared/{originals} to {' or '.join(copies)} again: {changed}"


def test_a_paper_lies_in_the_corpus_once(root: Path) -> None:
    names = [path.stem for path in (root / "corpus").iterdir()]
    assert sorted(names) == sorted(set(names))


def test_a_text_export_among_the_tests_has_its_paper_in_the_corpus(root: Path) -> None:
    assert {path.stem for path in (root / "tests/papers").iterdir()} <= {path.stem for path in (root / "corpus").glob("*.pdf")}

"""The committed records are what the program of now makes of the papers of now."""

from pathlib import Path

import pytest

from pipeline.ingest import paper_json, read_single, slug_of
from pipeline.model.paper import Paper
from pipeline.read import SUFFIXES

PAPERS = sorted(path for path in (Path(__file__).parent.parent / "corpus").iterdir() if path.suffix in SUFFIXES)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_record_is_fresh(root: Path, path: Path) -> None:
    paper = read_single(path, root / "rules")
    assert isinstance(paper, Paper), paper
    stored = root / "extracted" / f"{slug_of(path.name)}.json"
    assert stored.is_file(), f"{stored.name} is missing: make extracted"
    assert stored.read_bytes() == paper_json(paper).encode(), f"{stored.name} is stale: make extracted, and look at what changed"


def test_every_record_has_its_paper(root: Path) -> None:
    assert {path.stem for path in (root / "extracted").glob("*.json")} == {slug_of(path.name) for path in PAPERS}


def test_two_readings_give_the_same_bytes(root: Path) -> None:
    first, second = ([paper_json(read_single(path, root / "rules")) for path in PAPERS] for _ in range(2))  # type: ignore[arg-type]
    assert first == second

"""What the doctor finds when he reads every paper whole."""

from pathlib import Path

import pytest

from pipeline.doctor.papers import examine_papers
from pipeline.ingest.digests import Digests
from pipeline.ingest.papers import paper_digest

OLD = 4e9
"""A time at which every file of a test is old."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two papers, with what an ingestion remembers of them."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    digests = Digests(tmp_path / ".cache" / "digests", OLD)
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"We will mow {name}.")
        digests.digest(name, (folder / name).stat(), lambda path=folder / name: paper_digest(path))
    digests.keep(others=False)
    return folder


@pytest.fixture
def held(corpus: Path) -> dict[str, str]:
    return {path.name: paper_digest(path) for path in corpus.iterdir()}


def test_papers_as_they_were_read_are_well(corpus: Path, held: dict[str, str]) -> None:
    found = examine_papers(corpus, corpus.parent, held)
    assert (found.state, found.says) == ("ok", f"2 papers in {corpus}, each as it was read, byte for byte.")


def test_what_an_ingestion_will_see_is_left_to_it(corpus: Path, held: dict[str, str]) -> None:
    (corpus / "a.txt").write_text("We will sow, too.")
    (corpus / "c.txt").write_text("We will reap.")
    found = examine_papers(corpus, corpus.parent, held)
    assert found.says == "the folder is not as it was read last: 1 paper changed since, 1 paper not in the register."
    assert (found.state, found.cure) == ("warning", "Run `pledgebook ingest`.")


def test_what_changed_and_looks_the_same_is_found(corpus: Path, held: dict[str, str]) -> None:
    found = examine_papers(corpus, corpus.parent, held | {"b.txt": "0" * 64})
    assert (found.state, found.says) == ("problem", "1 paper changed, but looks as before: b.txt.")
    assert found.cure == f"Delete {corpus.parent / '.cache'}, then run `pledgebook ingest`, which then reads all papers whole."


def test_what_cannot_be_read_is_told_elsewhere(corpus: Path, held: dict[str, str]) -> None:
    (corpus / "a.txt").rename(corpus / "a.xlsx")
    assert examine_papers(corpus, corpus.parent, held | {"a.xlsx": ""}).state == "ok"
    assert examine_papers(corpus / "nowhere", corpus.parent, held).state == "ok"

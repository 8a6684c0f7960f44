"""Papers in folders below the corpus: each is known by its whole name there."""

import os
from pathlib import Path

import pytest

from pipeline.ingest.papers import find_papers


def files(office) -> set[str]:
    return {row.file for row in office.rows().values()}


def test_papers_of_one_name_in_two_folders_are_both_held(office) -> None:
    for folder in ("2020", "2021"):
        (office.corpus / folder).mkdir()
        office.put(f"{folder}/plan.txt")
    assert set(office.lines()) == {"2020/plan.txt", "2021/plan.txt"}
    assert files(office) == {"2020/plan.txt", "2021/plan.txt"}
    assert len(office.stored()) == 2


def test_a_second_ingest_finds_them_unchanged(office) -> None:
    (office.corpus / "a" / "b").mkdir(parents=True)
    office.put("a/b/plan.txt")
    office.run()
    assert office.lines() == {"a/b/plan.txt": "unchanged"}


def test_one_given_by_its_path_keeps_its_name(office) -> None:
    (office.corpus / "a").mkdir()
    paper = office.put("a/plan.txt")
    office.run()
    assert office.lines(paper) == {"a/plan.txt": "unchanged"}
    assert office.lines(paper.parent) == {"a/plan.txt": "unchanged"}


def test_a_sidecar_goes_with_the_paper_in_its_folder(office) -> None:
    (office.corpus / "a").mkdir()
    office.put("a/plan.txt")
    office.put("a/plan.txt.yaml", "title: Trees\n")
    assert set(office.lines()) == {"a/plan.txt"}
    assert b'"Trees"' in office.stored()["plan"]


def test_a_paper_moved_into_a_folder_is_renamed(office) -> None:
    paper = office.put("plan.txt")
    office.run()
    (office.corpus / "old").mkdir()
    paper.rename(office.corpus / "old" / "plan.txt")
    assert "renamed from plan.txt" in office.lines()["old/plan.txt"]
    assert files(office) == {"old/plan.txt"}


def test_a_given_folder_elsewhere_names_its_papers_from_itself(office, tmp_path) -> None:
    (tmp_path / "more" / "a").mkdir(parents=True)
    (tmp_path / "more" / "a" / "b.txt").write_text("1. We will sweep the square by June 2030.\n")
    assert set(office.lines(tmp_path / "more")) == {"a/b.txt"}


@pytest.mark.parametrize(
    "name", [".git/a.txt", "~$a.docx", "a.pdf.part", "a.txt.crdownload", ".a.txt.swp", "a.txt~", "@eaDir/a.txt", "#recycle/a.txt"]
)
def test_what_nobody_put_there_is_no_paper(office, name: str) -> None:
    (office.corpus / name).parent.mkdir(exist_ok=True)
    office.put(name)
    assert find_papers((), office.corpus) == []


def test_papers_in_a_folder_that_may_not_be_looked_into_are_kept(office, monkeypatch: pytest.MonkeyPatch) -> None:
    (office.corpus / "a").mkdir()
    office.put("a/plan.txt")
    office.run()
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert office.lines() == {"a": "not read: there is no permission to read it"}
    assert files(office) == {"a/plan.txt"}


def test_what_a_run_leaves_stays_as_it_is_known(office, root) -> None:
    from datetime import UTC, date, datetime

    from pipeline.ingest import Order, ingest

    office.put("gone.txt")
    office.run()
    (office.corpus / "gone.txt").unlink()
    office.put("half.txt")
    order = Order((), office.corpus, office.out, root / "rules", leaves=lambda file: file in ("gone.txt", "half.txt"))
    assert ingest(order, date(2030, 1, 1), lambda: datetime(2030, 1, 1, tzinfo=UTC), lambda *_: None) == []
    assert files(office) == {"gone.txt"}


def test_outputs_kept_inside_the_corpus_are_no_papers(office) -> None:
    office.put("plan.txt")
    office.out = office.corpus / "extracted"
    office.run()
    assert office.lines() == {"plan.txt": "unchanged"}

"""Papers as read are kept: a change of rules reads no paper again, and nothing is ever lost with what is kept."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from pipeline.extract import Extractor
from pipeline.ingest import derive, run
from pipeline.ingest.documents import keep_document, kept_document, tidy
from pipeline.model.document import Document, ReadingIssue
from pipeline.model.layout import Layout, PrintedPage
from pipeline.model.placed import PlacedWord, PlacedWords
from pipeline.read import pack_document, read_paper, unpack_document
from pipeline.reasons import Reason

sys.path.insert(0, str(Path(__file__).parent / "samples"))

from disturbed.steps import workers

PLAN = Document("1. We will plant 100 trees by June 2030.", ())
SHA = "0" * 64


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> list[str]:
    """The names of the papers that are read. Who then finds their commitments is no matter here, and other workers take a second."""
    monkeypatch.setattr(run, "Workers", workers(extractor))
    names: list[str] = []
    monkeypatch.setattr("pipeline.read.read_paper", lambda data, name: names.append(name) or read_paper(data, name))
    return names


def kept(office) -> list[Path]:
    return [path for path in (office.out / ".cache" / "documents").rglob("*") if path.is_file()]


def other_rules(office, root: Path) -> Path:
    rules = Path(shutil.copytree(root / "rules", office.out.parent / "rules"))
    (rules / "time" / "calendar.yaml").write_bytes((rules / "time" / "calendar.yaml").read_bytes() + b"\n# another digest\n")
    return rules


def test_other_rules_read_no_paper_again(office, root, readings) -> None:
    office.put("a.txt")
    office.run()
    assert readings == ["a.txt"]
    assert office.lines("--rules", other_rules(office, root))["a.txt"].startswith("read (")
    assert readings == ["a.txt"]


def test_other_rules_give_the_same_from_what_is_kept(office, root) -> None:
    office.put("a.txt")
    office.run()
    before = office.stored()
    office.run("--rules", other_rules(office, root))
    assert office.stored() == before


def test_force_reads_again(office, readings) -> None:
    office.put("a.txt")
    office.run()
    office.run("--force")
    assert readings == ["a.txt", "a.txt"]


@pytest.mark.parametrize("content", [b"", b"x\x9c\x00", b"no document at all"])
def test_what_is_kept_and_torn_is_read_again(office, root, readings, content: bytes) -> None:
    office.put("a.txt")
    office.run()
    (only,) = kept(office)
    only.write_bytes(content)
    assert office.lines("--rules", other_rules(office, root))["a.txt"].startswith("read (")
    assert readings == ["a.txt", "a.txt"]


def test_all_that_is_kept_may_be_deleted(office) -> None:
    office.put("a.txt")
    office.run()
    shutil.rmtree(office.out / ".cache")
    assert office.lines() == {"a.txt": "unchanged"}


def test_where_nothing_can_be_kept_papers_are_read_all_the_same(office) -> None:
    office.out.mkdir()
    (office.out / ".cache").write_text("no folder")
    office.put("a.txt")
    assert office.lines()["a.txt"].startswith("read (")


def test_what_another_attempt_might_not_meet_is_not_kept(tmp_path: Path) -> None:
    why = Reason.OCR_MISSING.told(shown="this page is a picture")
    keep_document(tmp_path, SHA, "a.pdf", PLAN._replace(issues=(ReadingIssue.of(why),)))
    assert kept_document(tmp_path, SHA, "a.pdf") is None


def test_the_same_bytes_under_another_kind_of_name_are_another_document(tmp_path: Path) -> None:
    keep_document(tmp_path, SHA, "a.txt", PLAN)
    assert kept_document(tmp_path, SHA, "b.TXT") == PLAN
    assert kept_document(tmp_path, SHA, "a.html") is None


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    for number in range(4):
        keep_document(tmp_path, str(number) * 64, "a.txt", PLAN)
        (path,) = tmp_path.rglob(f"{number}{number}*")
        os.utime(path, ns=(number, number + 1))
    tidy(tmp_path, most=2 * path.stat().st_size)
    assert [kept_document(tmp_path, str(number) * 64, "a.txt") is not None for number in range(4)] == [False, False, True, True]


def test_what_another_program_kept_and_what_is_half_written_goes(tmp_path: Path) -> None:
    keep_document(tmp_path, SHA, "a.txt", PLAN)
    (path,) = tmp_path.rglob("*.txt")
    (path.parent / ".b.txt.half").write_bytes(b"half")
    (tmp_path / "older").mkdir()
    tidy(tmp_path)
    assert sorted(tmp_path.rglob("*")) == [path.parent, path]


def test_a_document_is_unpacked_as_it_was_packed() -> None:
    words = PlacedWords.of([PlacedWord(0, 2, 1, 1, 72.0, 70.5, 80.0, 82.0)])
    layout = Layout(words, (PrintedPage(1, 595.0, 842.0, "text", "pdfium"),), ((0, 3),))
    back = unpack_document(pack_document(PLAN._replace(layout=layout)))
    assert back.text == PLAN.text
    assert list(back.layout.words) == list(words)
    assert back.layout.pages == layout.pages


def test_a_text_that_cannot_be_encoded_is_not_kept(tmp_path: Path) -> None:
    keep_document(tmp_path, SHA, "a.txt", Document("half a pair \ud83d", ()))
    assert kept_document(tmp_path, SHA, "a.txt") is None


def test_derive_reads_what_is_kept_without_opening_the_paper(tmp_path: Path) -> None:
    from pipeline.model.paper import Sidecar

    keep_document(tmp_path, SHA, "a.txt", PLAN)
    task = derive.Task(tmp_path / "nowhere.txt", "a.txt", "a", 0, SHA, Sidecar(), tmp_path)
    assert derive.read_task(task) == PLAN

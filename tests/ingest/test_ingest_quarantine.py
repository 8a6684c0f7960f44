"""Papers that cannot be read: the note beside each, and when they are tried again."""

import errno
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from pipeline.ingest import fingerprint, notes, single
from pipeline.ingest.papers import NOTE
from pipeline.read import office as libreoffice
from pipeline.register import Register

AGAIN = "(known since "


def note_of(paper: Path) -> Path:
    return paper.with_name(paper.name + NOTE)


def problems(office) -> dict[str, str]:
    with Register(office.out / "register.db") as register:
        return {file: row.code for file, row in register.runs.problems().items()}


def test_a_note_beside_the_paper_says_what_is_wrong_and_what_to_do(office) -> None:
    paper = office.put("plan.txt", b"")
    office.run()
    said = note_of(paper).read_text()
    assert said.startswith("Pledgebook could not read plan.txt\n\nWhat is wrong:  It is empty.\nWhat to do:     Put a complete copy")
    assert said.endswith("(reason: empty)\n")
    assert problems(office) == {"plan.txt": "empty"}


def test_notes_are_no_papers_even_when_they_are_named(office) -> None:
    paper = office.put("plan.txt", b"")
    office.run()
    assert list(office.lines()) == ["plan.txt"]
    assert list(office.lines(paper, note_of(paper))) == ["plan.txt"]


def test_it_is_not_tried_again_while_nothing_changes(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("plan.txt", b"")
    office.run()
    assert office.lines()["plan.txt"].startswith(f"not read: it is empty {AGAIN}")
    assert office.run().exit_code == 3


@pytest.mark.parametrize("option", ["--retry", "--force"])
def test_it_is_tried_again_when_asked_to(office, option: str) -> None:
    office.put("plan.txt", b"")
    office.run()
    assert office.lines(option)["plan.txt"] == "not read: it is empty"


def test_it_is_tried_again_when_its_sidecar_changes(office) -> None:
    office.put("plan.txt", b"")
    office.run()
    office.put("plan.txt.yaml", "title: Plan\n")
    assert AGAIN not in office.lines()["plan.txt"]


def test_it_is_tried_again_when_the_program_changes(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("plan.txt", b"")
    office.run()
    monkeypatch.setattr(fingerprint, "program_digest", lambda: "another")
    assert AGAIN not in office.lines()["plan.txt"]


def test_it_is_tried_again_when_the_rules_change(office, root: Path, tmp_path: Path) -> None:
    office.put("plan.txt", b"")
    office.run()
    shutil.copytree(root / "rules", tmp_path / "rules")
    with next((tmp_path / "rules").rglob("*.yaml")).open("a") as file:
        file.write("# another thought\n")
    assert AGAIN not in office.lines("--rules", tmp_path / "rules")["plan.txt"]


def test_the_note_goes_when_the_paper_can_be_read(office) -> None:
    paper = office.put("letter.txt", b"")
    office.run()
    office.put("letter.txt", "The weather was fine.\n")
    assert office.lines()["letter.txt"].startswith("nothing found")
    assert not note_of(paper).exists()
    assert problems(office) == {}


def test_the_note_goes_when_the_paper_is_taken_away(office) -> None:
    (office.corpus / "sub").mkdir()
    paper = office.put("sub/plan.txt", b"")
    office.run()
    paper.unlink()
    office.run()
    assert not note_of(paper).exists()
    assert problems(office) == {}


def test_a_note_that_a_deleted_register_left_goes(office) -> None:
    paper = office.put("plan.txt", b"")
    office.run()
    for file in office.out.glob("register.db*"):
        file.unlink()
    paper.unlink()
    office.run()
    assert not note_of(paper).exists()


def test_a_file_of_the_clerk_by_the_name_of_a_note_is_left_alone(office) -> None:
    paper = office.put("plan.txt", b"")
    note_of(paper).write_text("My own thoughts.\n")
    office.run()
    paper.unlink()
    office.run()
    assert note_of(paper).read_text() == "My own thoughts.\n"


def test_where_no_note_can_be_written_the_register_holds_the_reason(office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    paper = office.put("plan.txt", b"")
    monkeypatch.setattr(notes, "write_whole", refuse)
    assert office.lines() == {"plan.txt": "not read: it is empty"}
    assert not note_of(paper).exists()
    assert problems(office) == {"plan.txt": "empty"}


def test_a_name_too_long_for_a_note_does_not_matter(office) -> None:
    office.put("x" * 250 + ".txt", b"")
    assert list(office.lines().values()) == ["not read: it is empty"]


def test_papers_from_elsewhere_get_no_note(office, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    paper = tmp_path / "more" / "plan.txt"
    paper.write_bytes(b"")
    office.run(paper)
    assert list(paper.parent.iterdir()) == [paper]
    assert problems(office) == {"plan.txt": "empty"}


def test_what_the_machine_lacks_is_looked_for_at_every_run(office, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = office.put("plan.rtf", b"{\\rtf1 We will mow.}")
    monkeypatch.setattr(libreoffice.shutil, "which", lambda name: None)
    office.run()
    assert "It is tried again by the next run." in note_of(paper).read_text()
    assert AGAIN not in office.lines()["plan.rtf"]


def docx_with_picture() -> bytes:
    """A Word paper of few words and a picture, which is not read."""
    paper, made, picture = Document(), BytesIO(), BytesIO()
    paper.add_paragraph("We will plant 100 trees by June 2030.")
    Image.new("L", (9, 9)).save(picture, "png")
    paper.add_picture(picture)
    paper.save(made)
    return made.getvalue()


def test_a_paper_partly_read_is_read_again_only_when_asked_to(office) -> None:
    paper = office.put("plan.docx", docx_with_picture())
    said = "partly read (1 commitment, 0 flags); 1 picture was not read, nor any words in it"
    assert office.lines() == {"plan.docx": said}
    assert office.lines() == {"plan.docx": "unchanged"}
    assert office.lines("--retry") == {"plan.docx": said}
    assert office.run().exit_code == 0
    assert not note_of(paper).exists()


def test_showing_a_paper_leaves_no_note(office, root: Path) -> None:
    paper = office.put("plan.txt", b"")
    single.read_single(paper, root / "rules")
    assert not note_of(paper).exists()

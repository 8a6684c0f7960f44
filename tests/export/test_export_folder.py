"""There is all of an export or nothing, and nothing of anybody else's is lost."""

from pathlib import Path

import pytest

from pipeline.export import ExportError, Wish, export
from pipeline.export.folder import new_folder


def fill(place: Path, words: str, force: bool = False) -> None:
    with new_folder(place, force) as folder:
        (folder / "a.txt").write_text(words)


def test_an_older_export_is_replaced(tmp_path):
    fill(tmp_path / "ours", "old")
    fill(tmp_path / "ours", "new")
    assert (tmp_path / "ours" / "a.txt").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["ours"]


def test_an_export_that_fails_leaves_the_older_one(tmp_path):
    fill(tmp_path / "ours", "old")
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "ours", False):
        raise ZeroDivisionError
    assert (tmp_path / "ours" / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["ours"]


def test_what_a_killed_export_has_left_is_no_hindrance(tmp_path):
    (tmp_path / ".ours.half").mkdir()
    (tmp_path / ".ours.half" / "a.txt").write_text("half")
    fill(tmp_path / "ours", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["ours"]


def test_a_folder_of_somebody_else_is_refused(tmp_path):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "thesis.txt").touch()
    with pytest.raises(ExportError, match=r"theirs holds thesis.txt: choose another folder, or say --force"):
        fill(tmp_path / "theirs", "new")


def test_an_older_export_with_a_file_of_somebody_else_is_refused(tmp_path):
    fill(tmp_path / "ours", "old")
    (tmp_path / "ours" / "notes.txt").touch()
    with pytest.raises(ExportError, match=r"ours holds notes.txt"):
        fill(tmp_path / "ours", "new")


def test_force_moves_aside_and_deletes_nothing(tmp_path):
    for words in ("first", "second"):
        (tmp_path / "theirs").mkdir(exist_ok=True)
        (tmp_path / "theirs" / "thesis.txt").write_text(words)
        fill(tmp_path / "theirs", "new", force=True)
    assert (tmp_path / "theirs.before" / "thesis.txt").read_text() == "first"
    assert (tmp_path / "theirs.before-2" / "thesis.txt").read_text() == "second"
    assert (tmp_path / "theirs" / "a.txt").read_text() == "new"


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "empty").mkdir()
    fill(tmp_path / "empty", "new")
    assert (tmp_path / "empty" / "a.txt").read_text() == "new"


@pytest.mark.parametrize("place", [".", "inside", ".."])
def test_an_export_never_replaces_what_it_is_made_from(record, metadata, place):
    with pytest.raises(ExportError, match="is no folder of its own"):
        export(Wish(record.out, metadata, record.out / place, force=True))


def test_a_record_without_its_file_is_told(record, metadata, tmp_path):
    (record.out / "parks.json").unlink()
    with pytest.raises(ExportError, match="lacks the file of parks"):
        export(Wish(record.out, metadata, tmp_path / "export"))
    assert not (tmp_path / "export").exists()

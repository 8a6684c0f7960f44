"""Papers on their way into the folder, and what becomes of each."""

from pathlib import Path

import pytest

from pipeline.site.intake.arriving import LONGEST_FIELD, Receipt
from pipeline.site.intake.delivery import MOST_FILES, Delivery, StrangerError
from pipeline.site.intake.folder import Folder
from pipeline.site.intake.placing import place

PDF = b"%PDF-1.7 and so on"


def deliver(folder: Path, *files: tuple[str, bytes], replace: bool = False, limit: int = 100, same: str | None = None) -> list[Receipt]:
    """What becomes of files that are sent in."""
    with Delivery(folder, "token", limit, lambda _: 10**12) as delivery:
        send(delivery, "csrftoken", None, b"token")
        for name, data in files:
            send(delivery, "papers", name, data)
        return list(place(delivery.files, Folder(folder), lambda _: same, replace=replace))


def send(delivery: Delivery, field: str, file: str | None, data: bytes) -> None:
    delivery.begin(field, file)
    for at in range(0, len(data), 7):
        delivery.write(data[at : at + 7])
    delivery.end()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_paper_is_taken_in_whole(tmp_path: Path) -> None:
    (receipt,) = deliver(tmp_path, ("plan.pdf", PDF))
    assert receipt.file == "plan.pdf" and (tmp_path / "plan.pdf").read_bytes() == PDF and names(tmp_path) == {"plan.pdf"}


def test_a_paper_is_never_a_program(tmp_path: Path) -> None:
    deliver(tmp_path, ("plan.pdf", PDF))
    assert not (tmp_path / "plan.pdf").stat().st_mode & 0o111


def test_nothing_leaves_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    deliver(folder, ("../plan.pdf", PDF), ("/tmp/other.pdf", PDF + b"2"), ("..\\third.pdf", PDF + b"3"))
    assert names(tmp_path) == {"corpus"} and names(folder) == {"plan.pdf", "other.pdf", "third.pdf"}


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("plan.exe", b"MZ\x90\x00", "files of this kind"),
        ("plan.pdf", b"MZ\x90\x00" * 9, "a program"),
        ("plan.txt", b"\x7fELF" + bytes(range(32)) * 3, "a program"),
        ("plan.txt", bytes(range(32)) * 3, "binary data"),
        ("plan.docx", b"\x89PNG...", "a picture"),
        ("plan.pdf", b"\x01\x02\x03\x04" * 20, "not a PDF"),
        ("plan.pdf", b"", "empty"),
        ("plan.txt", b"x" * 101, "larger than"),
        ("plan.pdf.yaml", b"title: x", "files of this kind"),
    ],
)
def test_what_is_no_paper_is_refused_with_a_cure_and_leaves_nothing(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (receipt,) = deliver(tmp_path, (name, data))
    assert not receipt.file and why in receipt.words and receipt.cure and not names(tmp_path)


def test_one_bad_file_does_not_keep_the_others_out(tmp_path: Path) -> None:
    receipts = deliver(tmp_path, ("large.txt", b"x" * 200), ("plan.pdf", PDF))
    assert [bool(one.file) for one in receipts] == [False, True]


def test_the_same_bytes_again_are_told_so(tmp_path: Path) -> None:
    deliver(tmp_path, ("plan.pdf", PDF))
    (receipt,) = deliver(tmp_path, ("plan.pdf", PDF), replace=True)
    assert not receipt.file and "same to the last byte" in receipt.words


def test_the_same_bytes_under_another_name_are_told_so(tmp_path: Path) -> None:
    deliver(tmp_path, ("plan.pdf", PDF))
    (receipt,) = deliver(tmp_path, ("copy.pdf", PDF), same="plan.pdf")
    assert "as plan.pdf" in receipt.words and names(tmp_path) == {"plan.pdf"}


def test_another_paper_of_the_same_name_does_not_overwrite_the_first(tmp_path: Path) -> None:
    deliver(tmp_path, ("plan.pdf", PDF))
    (receipt,) = deliver(tmp_path, ("plan.pdf", PDF + b"2"))
    assert not receipt.file and "new versions" in receipt.cure and (tmp_path / "plan.pdf").read_bytes() == PDF


def test_a_new_version_takes_its_place_where_that_is_ticked(tmp_path: Path) -> None:
    deliver(tmp_path, ("plan.pdf", PDF))
    (receipt,) = deliver(tmp_path, ("plan.pdf", PDF + b"2"), replace=True)
    assert receipt.file == "plan.pdf" and (tmp_path / "plan.pdf").read_bytes() == PDF + b"2"


def test_two_files_of_one_name_in_one_form_do_not_overwrite_each_other(tmp_path: Path) -> None:
    receipts = deliver(tmp_path, ("plan.pdf", PDF), ("a/plan.pdf", PDF + b"2"))
    assert [bool(one.file) for one in receipts] == [True, False] and (tmp_path / "plan.pdf").read_bytes() == PDF


@pytest.mark.parametrize("replace", [False, True])
def test_nothing_is_written_through_a_link(tmp_path: Path, replace: bool) -> None:
    folder, outside = tmp_path / "corpus", tmp_path / "outside.pdf"
    folder.mkdir()
    outside.write_bytes(b"secret")
    (folder / "plan.pdf").symlink_to(outside)
    (folder / "lost.pdf").symlink_to(tmp_path / "nowhere.pdf")
    receipts = deliver(folder, ("plan.pdf", PDF), ("lost.pdf", PDF), replace=replace)
    assert not any(one.file for one in receipts) and outside.read_bytes() == b"secret" and not (tmp_path / "nowhere.pdf").exists()


def test_a_folder_of_the_same_name_stays(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    (receipt,) = deliver(tmp_path, ("plan.pdf", PDF), replace=True)
    assert not receipt.file and (tmp_path / "plan.pdf").is_dir()


def test_half_a_file_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), Delivery(tmp_path, "", 100, lambda _: 10**12) as delivery:
        delivery.begin("papers", "plan.pdf")
        delivery.write(PDF)
        assert len(names(tmp_path)) == 1
        raise RuntimeError
    assert not names(tmp_path)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with Delivery(tmp_path, "", 100, lambda _: 0) as delivery:
        send(delivery, "papers", "plan.pdf", PDF)
        (receipt,) = place(delivery.files, Folder(tmp_path), lambda _: None, replace=False)
    assert "disk is full" in receipt.words and not names(tmp_path)


def test_more_files_than_are_taken_at_once_are_told_so(tmp_path: Path) -> None:
    receipts = deliver(tmp_path, *((f"{n}.txt", f"We will mow {n}.".encode()) for n in range(MOST_FILES + 1)))
    assert [bool(one.file) for one in receipts] == [True] * MOST_FILES + [False] and "at once" in receipts[-1].words


def test_no_file_is_heard_before_the_token(tmp_path: Path) -> None:
    with pytest.raises(StrangerError), Delivery(tmp_path, "token") as delivery:
        send(delivery, "papers", "plan.pdf", PDF)


def test_a_field_without_a_file_is_nothing(tmp_path: Path) -> None:
    assert deliver(tmp_path, ("", b"")) == []


def test_a_long_field_is_cut(tmp_path: Path) -> None:
    with Delivery(tmp_path, "") as delivery:
        send(delivery, "replace", None, b"x" * 5000)
    assert len(delivery.fields["replace"]) == LONGEST_FIELD

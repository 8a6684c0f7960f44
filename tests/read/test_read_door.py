"""The one door: a paper is read as what it is, whatever its name says."""

import zipfile
from io import BytesIO

import pytest

from pipeline.errors import ReadError
from pipeline.model.document import Document, ReadingIssue
from pipeline.read import SUFFIXES, paper, read_paper
from pipeline.read.sniff import sniff

WEB = b"<!DOCTYPE html>\n<html><body><p>We will mow.</p></body></html>"


def archive(*names: str, first: str = "") -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as opened:
        if first:
            opened.writestr("mimetype", first)
        for name in names:
            opened.writestr(name, "x")
    return target.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\r\n" * 400 + b"%PDF-1.4\n", "pdf"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("[Content_Types].xml", "word/document2.xml"), "docx"),
        (archive("content.xml", first="application/vnd.oasis.opendocument.text"), "odt"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (b"{\\rtf1\\ansi We will mow.}", "rtf"),
        (WEB, "html"),
        (b"\xef\xbb\xbf  <HTML lang='en'>", "html"),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        ("<html><body>".encode("utf-16"), "html"),
    ],
)
def test_each_kind_is_known_by_its_first_bytes(data: bytes, kind: str) -> None:
    assert sniff(data).kind == kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (archive("xl/workbook.xml"), "an Excel workbook"),
        (archive("ppt/presentation.xml"), "a PowerPoint presentation"),
        (archive("plan.txt"), "a zip file"),
        (archive("content.xml", first="application/vnd.oasis.opendocument.spreadsheet"), "a spreadsheet, drawing or book"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a paper locked with a password"),
        (OLE, "an old Excel, PowerPoint or mail file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, name: str) -> None:
    with pytest.raises(ReadError, match=f"^it is {name}, which cannot be read; save it as a PDF, a Word paper or text$"):
        read_paper(data, "plan.pdf")


@pytest.mark.parametrize("data", [b"We will mow.", b"", b"<b>Plan</b>", b"PK", b"# %PDF"])
def test_most_text_shows_no_kind(data: bytes) -> None:
    assert sniff(data) is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_file_of_any_kind_is_empty(suffix: str) -> None:
    with pytest.raises(ReadError, match=r"^it is empty$"):
        read_paper(b"", "plan" + suffix)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".doc", ".odt"])
def test_text_under_another_name_is_read_as_text(suffix: str) -> None:
    document = read_paper(b"We will mow.", "plan" + suffix)
    assert document.text == "We will mow."
    assert document.issues == (ReadingIssue(f"its name ends in {suffix}, but it is plain text, and was read as that", code="other_ending"),)


def test_bytes_that_are_nothing_are_said_not_to_be_what_the_name_says() -> None:
    with pytest.raises(ReadError, match=r"^it is not a PDF, as its name says, nor anything else that can be read$"):
        read_paper(bytes(range(256)) * 9, "plan.pdf")


def test_part_of_a_web_page_is_read_as_one() -> None:
    assert read_paper(b"<p>We will <b>mow</b>.</p>", "plan.html").text == "We will mow."


def test_text_that_speaks_of_a_pdf_stays_text() -> None:
    assert read_paper(b"Its first line is %PDF-1.7, we are told.", "plan.txt").issues == ()


def test_a_picture_named_as_text_is_refused_as_text_is() -> None:
    with pytest.raises(ReadError, match=r"^it is a picture, not text"):
        read_paper(b"\x89PNG\r\n\x1a\n", "plan.txt")


@pytest.mark.parametrize("name", ["plan.txt", "plan.pdf", "plan.docx"])
def test_a_web_page_under_another_name_is_read_as_one(name: str) -> None:
    document = read_paper(WEB, name)
    assert document.text == "We will mow."
    assert "it is a web page" in document.issues[0].message


def test_a_paper_without_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(paper.READERS, "html", lambda data, limits: Document(" \n", ()))
    with pytest.raises(ReadError, match=r"^it prints no words$"):
        read_paper(WEB, "plan.html")


def test_a_paper_of_more_than_ten_million_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(paper.READERS, "html", lambda data, limits: Document("mow " * 2_500_001, ()))
    with pytest.raises(ReadError, match="it holds 10,000,004 characters"):
        read_paper(WEB, "plan.html")


@pytest.mark.parametrize("name", ["plan.xlsx", "plan"])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(ReadError, match=r"cannot be read; \.txt, \.md, \.pdf"):
        read_paper(b"We will mow.", name)


def test_a_failure_inside_a_reader_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "HTML", "pipeline.read.html:no_such_reader")
    with pytest.raises(ReadError, match="failed on it") as raised:
        paper._read_apart(paper.HTML, WEB, paper.Limits())
    assert "AttributeError" in raised.value.__notes__[0]

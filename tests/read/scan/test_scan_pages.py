"""Scanned pages as the engine reads them."""

import os
import stat
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from pipeline.read.page import Page
from pipeline.read.scan import tesseract

Scan = Callable[..., bytes]
Read = Callable[[bytes], Page]

WORDS = (
    "The Council will plant one thousand trees in its parks by March 2030 and the Head of Parks shall report to the Cabinet every year "
    "on how many of them have been planted, where they stand and what they have cost."
)
PLAN = f"<h1>Tree Plan</h1><p>{WORDS}</p><ul><li>Open a nursery in 2027<li>Train twelve wardens</ul>"
TABLE = (
    "<table style='border-collapse: collapse'><tr><th>Action<th>Owner<th>Deadline<tr><td>Plant 1,000 trees<td>Head of Parks<td>March 2030"
    "<tr><td>Mend the bridge at Mill Lane before winter<td>Director of Highways<td>June 2029</table>"
)
# A font whose table says that each letter is the one 29 places before it.
SHIFTED = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Wrong def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0003> endbfrange endcmap end end"""


def text(page: Page) -> str:
    return " ".join(word.text for word in page.words)


def cells(page: Page) -> list[list[str]]:
    """The words in each cell of the first table, by their middles."""
    return [
        [
            " ".join(
                w.text for w in page.words if cell.x0 < (w.x0 + w.x1) / 2 < cell.x1 and cell.top < (w.top + w.bottom) / 2 < cell.bottom
            )
            for cell in row
            if cell
        ]
        for row in page.grids[0].rows
    ]


def garbled() -> bytes:
    """A paper whose words look right, and say nothing when copied."""
    paper = pikepdf.new()
    page = paper.add_blank_page(page_size=(420, 300))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    font.ToUnicode = paper.make_stream(SHIFTED)
    page.add_resource(font, pikepdf.Name.Font, pikepdf.Name.F)
    words = WORDS.split()
    lines = [" ".join(words[at : at + 10]) for at in range(0, len(words), 10)]
    page.contents_add(" ".join(["BT /F 11 Tf 14 TL 40 250 Td", *[f"({line}) ' " for line in lines], "ET"]).encode())
    made = BytesIO()
    paper.save(made)
    return made.getvalue()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Puts a shell script in the place of tesseract; an empty one takes tesseract away."""

    def put(script: str) -> None:
        path = tmp_path / "tesseract"
        if script:
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.defpath}" if script else str(tmp_path))
        tesseract.version.cache_clear()

    yield put
    tesseract.version.cache_clear()


def test_a_scan_is_read_word_for_word(scan: Scan, read: Read) -> None:
    page = read(scan(PLAN))
    assert text(page) == f"Tree Plan {WORDS} • Open a nursery in 2027 • Train twelve wardens"
    assert (page.source, page.notes, page.tilt) == ("ocr", (), 0)
    assert page.engine.startswith("tesseract ")


def test_words_stand_where_they_are_printed(scan: Scan, read: Read) -> None:
    first = next(word for word in read(scan(PLAN)).words if word.text == "The")
    assert (first.x0, first.bottom - first.top) == (pytest.approx(30, abs=2), pytest.approx(12.3, abs=1))


def test_a_tilted_and_noisy_scan_is_made_level(scan: Scan, read: Read) -> None:
    page = read(scan(PLAN, tilt=1.3, noise=0.15))
    assert page.tilt == pytest.approx(1.3, abs=0.2)
    assert WORDS in text(page)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_scan_is_made_upright(scan: Scan, read: Read, turn: int) -> None:
    page = read(scan(PLAN, turn=turn))
    assert (page.tilt, round(page.width), round(page.height)) == (turn, 420, 300)
    assert WORDS in text(page)


def test_a_turned_scan_is_made_upright_where_tesseract_cannot_tell(scan: Scan, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "turn", lambda bitmap: None)
    assert read(scan(PLAN, turn=180)).tilt == 180


def test_a_scanned_table_is_a_table(scan: Scan, read: Read) -> None:
    assert cells(read(scan(TABLE, tilt=0.8))) == [
        ["Action", "Owner", "Deadline"],
        ["Plant 1,000 trees", "Head of Parks", "March 2030"],
        ["Mend the bridge at Mill Lane before winter", "Director of Highways", "June 2029"],
    ]


def test_a_scan_with_a_stamp_is_a_scan(scan: Scan, read: Read) -> None:
    page = read(scan(PLAN, stamp="Agenda Item 7, Page 112 of the pack"))
    assert page.source == "ocr"
    assert WORDS in text(page)
    assert "Agenda Item 7" in text(page)


def test_a_garbled_text_is_read_from_its_picture(scan: Scan, read: Read) -> None:
    page = read(garbled())
    assert (page.source, text(page)) == ("ocr", WORDS)


def test_a_page_of_text_is_not_drawn(read: Read, program: Callable[[str], None]) -> None:
    program("")
    page = read(HTML(string=PLAN).write_pdf())
    assert (page.source, page.notes) == ("text", ())


def test_an_empty_page_is_not_drawn(read: Read, program: Callable[[str], None]) -> None:
    program("")
    assert read(HTML(string=" ").write_pdf()).notes == ()


def test_without_tesseract_a_scan_says_what_to_install(scan_unread: Scan, read: Read, program: Callable[[str], None]) -> None:
    program("")
    page = read(scan_unread(PLAN))
    assert (page.words, page.source) == ((), "text")
    assert [note.text for note in page.notes] == ["this page is a picture; install tesseract-ocr to have it read"]


def test_without_tesseract_a_garbled_text_is_kept(read: Read, program: Callable[[str], None]) -> None:
    program("")
    page = read(garbled())
    assert [note.text for note in page.notes] == ["the text of this page is garbled; install tesseract-ocr to have it read"]
    assert page.words


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("[ $1 = --version ] && echo tesseract 9 && exit; echo Error opening data file eng >&2; exit 1", "Error opening data file eng"),
        ("[ $1 = --version ] && echo tesseract 9 && exit; kill -9 $$", "it was stopped by signal 9"),
        ("[ $1 = --version ] && echo tesseract 9 && exit; exit 3", "it ended with 3"),
    ],
)
def test_a_tesseract_that_fails_is_told(scan_unread: Scan, read: Read, program: Callable[[str], None], script: str, reason: str) -> None:
    program(script)
    assert [note.text for note in read(scan_unread(PLAN)).notes] == [f"this page is a picture; tesseract could not read it: {reason}"]


def test_a_tesseract_that_takes_too_long_is_ended(
    scan_unread: Scan, read: Read, program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program("[ $1 = --version ] && echo tesseract 9 && exit; exec sleep 60")
    monkeypatch.setattr(tesseract, "SECONDS", 1)
    assert [note.text for note in read(scan_unread(PLAN)).notes] == ["this page is a picture; reading it by OCR took more than 1 s"]

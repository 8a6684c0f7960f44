"""Pages of a PDF by pdfium: which, and what becomes of those that cannot be read."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from pipeline.errors import LockedError, ReadError
from pipeline.read.limits import Limits
from pipeline.read.pdf import engine
from pipeline.read.pdf.engine import read_pages

TEXT = "BT /F 10 Tf 100 200 Td (Plant 300 trees) Tj ET\n"
Write = Callable[..., bytes]


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream, **options)
    return stream.getvalue()


@pytest.fixture(name="three")
def three_pages(write: Write) -> bytes:
    with pikepdf.open(io.BytesIO(write(TEXT))) as pdf:
        pdf.pages.extend([pdf.pages[0], pdf.pages[0]])
        return saved(pdf)


def test_pages_are_counted_from_one(three: bytes) -> None:
    assert [page.number for page in read_pages(three)] == [1, 2, 3]


def test_only_the_pages_wanted_are_read(three: bytes) -> None:
    assert [page.number for page in read_pages(three, Limits(first=2, last=2))] == [2]


def test_pages_left_unread_are_noted(three: bytes) -> None:
    (page,) = read_pages(three, Limits(last=1))
    assert page.notes == (("pages_left_out", "the 2 pages after this one are not read"),)


def test_a_password_is_asked_for_in_plain_words(three: bytes) -> None:
    with pikepdf.open(io.BytesIO(three)) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(LockedError, match="locked with a password; save it without one"):
        next(read_pages(locked))


def test_an_owners_password_alone_does_not_matter(three: bytes) -> None:
    with pikepdf.open(io.BytesIO(three)) as pdf:
        owned = saved(pdf, encryption=pikepdf.Encryption(user="", owner="secret"))
    assert len(next(read_pages(owned)).words) == 3


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"<html></html>"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="not a PDF"):
        next(read_pages(data))


def test_more_characters_than_are_read_are_noted(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_CHARACTERS", 5)
    page = next(read_pages(write(TEXT)))
    assert ([word.text for word in page.words], page.notes) == (
        ["Plant"],
        (("page_too_large", "only the first 5 characters of this page are read"),),
    )


def test_a_page_of_odd_size_is_read_with_a_note(write: Write) -> None:
    data = write(TEXT).replace(b"[0 0 400 300]", b"[0 0 400 20000]")
    page = next(read_pages(data))
    assert page.notes[0].code == "odd_size"


def test_what_was_filled_into_a_form_is_read(write: Write) -> None:
    with pikepdf.open(io.BytesIO(write(TEXT))) as pdf:
        shown = pdf.make_stream(b"BT /F 10 Tf 2 5 Td (Estates) Tj ET")
        shown.Type, shown.Subtype, shown.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 100, 20]
        shown.Resources = pdf.pages[0].Resources
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, Rect=[100, 100, 200, 120], F=4, T="Owner"
        )
        field.AP = pikepdf.Dictionary(N=shown)
        pdf.pages[0].Annots = [pdf.make_indirect(field)]
        page = next(read_pages(saved(pdf)))
    assert "Estates" in [word.text for word in page.words]


def test_a_ruled_table_is_found(write: Write) -> None:
    cells = "".join(f"BT /F 8 Tf {x + 5} {y + 5} Td (Plant) Tj ET {x} {y} 60 20 re S\n" for x in (100, 160) for y in (100, 120, 140))
    (grid,) = next(read_pages(write(cells))).grids
    assert (len(grid.rows), len(grid.rows[0]), grid.ruled) == (3, 2, True)


def test_lines_that_cross_too_often_to_look_for_tables_are_noted(write: Write) -> None:
    level = "".join(f"0 {3.5 * at:.1f} m 400 {3.5 * at:.1f} l S\n" for at in range(80))
    upright = "".join(f"{3.5 * at:.1f} 0 m {3.5 * at:.1f} 300 l S\n" for at in range(80))
    (note,) = next(read_pages(write(level + upright + TEXT))).notes
    assert note.code == "much_drawn"

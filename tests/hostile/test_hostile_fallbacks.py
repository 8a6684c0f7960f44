"""The engines that read what pdfium cannot: pdfplumber, and pdfium once the file is repaired."""

import pytest
from hostile import broken
from hostile.named import half
from hostile.objects import TEXT, page, stream

from pipeline.errors import LockedError, ReadError
from pipeline.read.limits import Limits
from pipeline.read.page import Page
from pipeline.read.pdf import engine, plumber, repair


def words(pages: list[Page]) -> list[list[str]]:
    return [[word.text for word in page.words] for page in pages]


def test_pdfplumber_reads_the_words_that_pdfium_reads() -> None:
    data = broken.sound()
    assert words(list(plumber.read_pages(data, Limits()))) == words(list(engine.read_pages(data, Limits())))


def test_pdfplumber_finds_the_table_that_pdfium_finds() -> None:
    grids = [next(iter(read(broken.sound(1), Limits()))).grids for read in (plumber.read_pages, engine.read_pages)]
    assert [[len(row) for grid in found for row in grid.rows] for found in grids] == [[2], [2]]


def test_pdfplumber_places_words_where_pdfium_does() -> None:
    first, second = (next(iter(read(broken.sound(1), Limits()))).words[0] for read in (plumber.read_pages, engine.read_pages))
    assert (first.x0, first.x1) == pytest.approx((second.x0, second.x1), abs=1)
    assert (first.top, first.bottom) == pytest.approx((second.top, second.bottom), abs=3)


def test_pdfplumber_counts_from_the_corner_that_a_reader_sees() -> None:
    data = page(stream(TEXT), box=b"[0 0 595 842] /CropBox [50 100 500 800]")
    found = next(iter(plumber.read_pages(data, Limits())))
    assert (found.width, found.height, found.words[0].x0) == pytest.approx((450, 700, 22))


def test_pdfplumber_leaves_out_what_is_cropped_away() -> None:
    data = page(stream(TEXT), box=b"[0 0 595 842] /CropBox [0 0 595 600]")
    assert words(list(plumber.read_pages(data, Limits()))) == [[]]


def test_pdfplumber_reads_the_wanted_pages_alone() -> None:
    assert [page.number for page in plumber.read_pages(broken.sound(5), Limits(first=2, last=3))] == [2, 3]


@pytest.mark.parametrize("read", [plumber.read_pages, repair.read_pages, engine.read_pages])
def test_every_engine_knows_a_locked_file(read) -> None:
    with pytest.raises(LockedError, match="locked with a password"):
        list(read(broken.locked("secret", "boss"), Limits()))


@pytest.mark.parametrize("read", [plumber.read_pages, repair.read_pages, engine.read_pages])
def test_every_engine_refuses_what_is_no_pdf(read) -> None:
    with pytest.raises(ReadError):
        list(read(b"%PDF-1.7\n" + bytes(1000), Limits()))


def test_a_repaired_file_says_so() -> None:
    assert {page.engine for page in repair.read_pages(broken.sound(), Limits())} == {"pdfium, repaired by qpdf"}


def test_a_file_without_its_tail_is_read_whole() -> None:
    assert words(list(repair.read_pages(broken.without_tail(), Limits()))) == words(list(engine.read_pages(broken.sound(), Limits())))


def test_a_file_that_was_cut_off_is_read_as_far_as_its_pages_go() -> None:
    assert len(list(repair.read_pages(half(), Limits()))) > 5

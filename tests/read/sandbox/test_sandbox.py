"""One child a paper: what it gives, and what it cannot do."""

from pathlib import Path

import pytest

from pipeline.model.document import Block, Document
from pipeline.model.span import Span
from pipeline.read.page import Grid, Page, Rect, Word
from pipeline.reasons import Why


def test_a_page_comes_whole(toy) -> None:
    words = (Word("Mow", 1.5, 2, 3, 4, True, "\n"), Word("ﬁx\u0301", 1, 2, 3, float("inf")))
    page = Page(7, 595.0, 842.0, words, (Grid(((Rect(1, 2, 3, 4), None),), False),), "ocr", "toy", (Why("smudge", "smudged"),))
    assert toy("one_page").pages == (page,)


def test_a_document_comes_whole(toy) -> None:
    assert toy("document", "We will mow £5 of grass 🌱".encode()).document == Document(
        "We will mow £5 of grass 🌱", (Block("item", Span(0, 25), 1, "(a)"),)
    )


def test_pages_that_a_document_has_are_not_made_besides(toy) -> None:
    reading = toy("pages_and_document", b"AA")
    assert (reading.pages, len(reading.document.layout.pages)) == ((), 2)


def test_pages_are_made_besides_a_document_where_one_of_them_has_no_size(toy) -> None:
    assert [page.width for page in toy("pages_and_document", b"A\0").pages] == [65, 0]


def test_pages_are_made_besides_a_document_that_begins_behind_the_first(toy) -> None:
    assert len(toy("pages_and_document", b"AA", first=2).pages) == 2


def test_a_paper_of_20_megabytes_goes_through(toy) -> None:
    assert len(toy("document", b"a" * 20_000_000).document.text) == 20_000_000


def test_only_the_wanted_pages_are_read(toy) -> None:
    assert [page.number for page in toy("wanted", first=3, last=5).pages] == [3, 4, 5]


def test_a_child_that_has_read_all_gives_no_reason(toy) -> None:
    assert toy("one_page")[2:5] == ("finished", ("", ""), "")


def test_the_limits_are_those_of_the_child(toy) -> None:
    assert toy("limits_there").reason == f"[{300 * 2**20}, 0, 0] True"


def test_a_child_can_write_nothing_into_a_file(toy, tmp_path: Path) -> None:
    toy("write", bytes(tmp_path / "out"))
    assert not (tmp_path / "out").exists() or not (tmp_path / "out").stat().st_size


def test_what_libraries_print_is_not_seen(toy, capfd: pytest.CaptureFixture[str]) -> None:
    toy("print_much")
    assert "library" not in "".join(capfd.readouterr())

"""Which engine reads which page of a PDF, and what is said about it."""

from collections.abc import Callable

import pytest

from pipeline.errors import LockedError, ReadError
from pipeline.model.document import ReadingIssue
from pipeline.read.limits import Limits
from pipeline.read.page import Page, Word
from pipeline.read.pdf import ladder
from pipeline.read.sandbox import Reading
from pipeline.reasons import Reason, Why

WORD = Word("Mow", 72, 72, 100, 84)
CODE = "crashed"
BROKEN = Reason.PAGE_BROKEN.told()
SECOND = "read by a second program, as the first could not"


def page(number: int, engine: str = "pdfium", width: float = 595, notes: tuple[Why, ...] = ()) -> Page:
    return Page(number, width, 842, (WORD,), engine=engine, notes=notes)


def reading(*pages: Page, how: str = "finished", reason: str = "") -> Reading:
    return Reading(pages, None, how, Why(CODE, reason), "", 0.0, 0)


class Engines:
    """Engines that read as they are told, by name, and the page from which each was asked to read."""

    def __init__(self, **told: Callable[[int], Reading]) -> None:
        self._told = told
        self.asked: list[tuple[str, int]] = []

    def run(self, reader: str, data: bytes, limits: Limits) -> Reading:
        name = {ladder.PDFIUM: "pdfium", ladder.REPAIRED: "repaired", ladder.PLUMBER: "plumber"}[reader]
        self.asked.append((name, limits.first))
        return self._told.get(name, lambda first: reading(how="refused", reason=f"{name} refuses"))(limits.first)


@pytest.fixture
def find(monkeypatch: pytest.MonkeyPatch) -> Callable[[Engines], ladder.Found]:
    """What the ladder finds with these engines."""

    def find_by(engines: Engines) -> ladder.Found:
        monkeypatch.setattr(ladder, "run", engines.run)
        return ladder.find_pages(b"%PDF-", Limits())

    return find_by


def torn_at(*bad: int, count: int = 6, how: str = "crashed") -> Callable[[int], Reading]:
    """An engine that dies of certain pages."""

    def read(first: int) -> Reading:
        end = next((number for number in bad if number >= first), None)
        pages = [page(number) for number in range(first, end or count + 1)]
        return reading(*pages) if end is None else reading(*pages, how=how, reason=f"page {end} hurts")

    return read


def numbers(found: ladder.Found) -> list[int]:
    return [page.number for page in found.in_order()]


def test_pdfium_alone_is_asked_where_it_reads_all(find) -> None:
    engines = Engines(pdfium=torn_at())
    assert numbers(find(engines)) == [1, 2, 3, 4, 5, 6]
    assert engines.asked == [("pdfium", 1)]


def test_pdfium_goes_on_behind_a_page_that_it_dies_of(find) -> None:
    found = find(Engines(pdfium=torn_at(3)))
    assert numbers(found) == [1, 2, 4, 5, 6]
    assert found.issues() == (ReadingIssue("not read: page 3 hurts", "page 3", CODE),)


def test_a_page_that_pdfium_dies_of_is_read_by_pdfplumber(find) -> None:
    found = find(Engines(pdfium=torn_at(3), plumber=lambda first: reading(page(first, "pdfplumber"))))
    assert [page.engine for page in found.in_order()] == ["pdfium", "pdfium", "pdfplumber", "pdfium", "pdfium", "pdfium"]
    assert found.issues() == (ReadingIssue(f"{SECOND}: page 3 hurts", "page 3", "second_program"),)


def test_what_goes_wrong_after_the_last_page_is_no_matter(find) -> None:
    found = find(Engines(pdfium=lambda first: reading(*torn_at()(first).pages, how="crashed"), plumber=lambda first: reading()))
    assert (numbers(found), found.unread) == ([1, 2, 3, 4, 5, 6], {})


def test_two_bad_pages_in_a_row_end_the_reading(find) -> None:
    found = find(Engines(pdfium=torn_at(3, 4)))
    assert numbers(found) == [1, 2]
    assert found.issues()[-1] == ReadingIssue("nothing was read from here on: page 4 hurts", "page 4", CODE)


def test_three_bad_pages_end_the_reading(find) -> None:
    assert numbers(find(Engines(pdfium=torn_at(1, 3, 5, count=9)))) == [2, 4]


def test_a_page_that_pdfium_cannot_open_is_tried_by_pdfplumber(find) -> None:
    closed = page(2, width=0, notes=(BROKEN,))
    found = find(Engines(pdfium=lambda first: reading(page(1), closed), plumber=lambda first: reading(page(first))))
    assert found.rescued == {2: BROKEN}


def test_a_file_that_pdfium_cannot_open_is_repaired(find) -> None:
    found = find(Engines(repaired=lambda first: reading(page(1, "pdfium, repaired by qpdf"))))
    assert [issue.message[:19] for issue in found.issues()] == ["the file is damaged"]


def test_a_file_that_cannot_be_repaired_is_read_by_pdfplumber(find) -> None:
    engines = Engines(plumber=lambda first: reading(page(1), page(2), page(4)))
    why = Why("second_program", f"{SECOND}: pdfium refuses")
    assert find(engines).issues() == (ReadingIssue.of(why, "pages 1 to 2"), ReadingIssue.of(why, "page 4"))
    assert engines.asked == [("pdfium", 1), ("repaired", 1), ("plumber", 1)]


def test_a_bomb_is_not_repaired(find) -> None:
    engines = Engines(pdfium=torn_at(1, count=1, how="stopped"))
    with pytest.raises(ReadError, match=r"^unreadable: page 1 hurts$"):
        find(engines)
    assert "repaired" not in dict(engines.asked)


def test_the_first_reason_is_told_where_no_engine_reads(find) -> None:
    with pytest.raises(ReadError, match=r"^unreadable: pdfium refuses$"):
        find(Engines())


def test_a_locked_file_is_not_tried_in_other_ways(find) -> None:
    engines = Engines(pdfium=lambda first: reading(how="locked", reason="it is locked"))
    with pytest.raises(LockedError, match=r"^it is locked$"):
        find(engines)
    assert engines.asked == [("pdfium", 1)]


def test_pages_without_words_are_no_paper(find) -> None:
    blank = [page(number, notes=(Why("picture", "this page is a picture"),))._replace(words=()) for number in (1, 2)]
    with pytest.raises(ReadError, match=r"^no words were found on its 2 pages; this page is a picture$"):
        find(Engines(pdfium=lambda first: reading(*blank)))


def test_no_pages_are_no_paper(find) -> None:
    with pytest.raises(ReadError, match=r"^unreadable: it has no pages$"):
        find(Engines(pdfium=lambda first: reading(), plumber=lambda first: reading()))


def test_a_file_of_more_than_200_mib_is_refused() -> None:
    with pytest.raises(ReadError, match="larger than 200 MiB"):
        ladder.read_pdf(bytes(200 * 2**20 + 1), Limits())

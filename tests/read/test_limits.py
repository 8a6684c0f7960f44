"""How long reading one paper may take, as its pages come out."""

from pipeline.read.limits import Allowance, Limits
from pipeline.read.page import Page

LIMITS = Limits(seconds=10, page_seconds=1, picture_seconds=3, scan_seconds=60, patience=4)
PRINTED = Page(1, 595, 842, ())
SCANNED = PRINTED._replace(source="ocr")


def allowed(*pages: Page) -> Allowance:
    allowance = Allowance(LIMITS)
    for page in pages:
        allowance.add(page.source == "ocr")
    return allowance


def test_the_first_page_may_have_to_be_read_by_ocr() -> None:
    assert allowed().clock == 4 * 10 + 60


def test_a_page_of_text_allows_its_own_time() -> None:
    assert (allowed(PRINTED).processor, allowed(PRINTED).clock) == (11, 4 * 11 + 60)


def test_after_a_scanned_page_the_next_one_may_be_scanned_too() -> None:
    assert (allowed(SCANNED).processor, allowed(SCANNED).clock) == (14, 4 * 14 + 2 * 60)

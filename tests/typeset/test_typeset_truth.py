"""The measure itself: areas, torn words, turned pages."""

import pytest
from pypdfium2 import PdfDocument

from pipeline.model.record import Box
from typeset.printer import print_page, turn_and_crop
from typeset.truth import Print, cropped, likeness, line_boxes


def _box(x0: float, top: float, x1: float, bottom: float, page: int = 1) -> Box:
    return Box(page=page, x0=x0, top=top, x1=x1, bottom=bottom)


def test_boxes_are_wholly_like_themselves_however_they_are_cut() -> None:
    assert likeness([_box(0, 0, 10, 10)], [_box(0, 0, 4, 10), _box(4, 0, 10, 10), _box(2, 2, 6, 6)]) == pytest.approx(1)


def test_half_a_box_is_half_like_it() -> None:
    assert likeness([_box(0, 0, 10, 10)], [_box(0, 5, 10, 10)]) == pytest.approx(0.5)


def test_boxes_on_different_pages_are_not_alike() -> None:
    assert likeness([_box(0, 0, 10, 10)], [_box(0, 0, 10, 10, page=2)]) == 0


def test_words_torn_by_a_page_break_are_found_on_both_pages() -> None:
    html = (
        "<style>@page { size: 80mm 40mm; margin: 9mm; @top-left { content: 'running' } } p { width: 45mm; orphans: 1; widows: 1 }</style>"
    )
    printed = Print(print_page(html + "<p>one hundred trees will be planted in the parks of the town before the end of winter</p>"))
    letters, _ = printed.find("trees will be planted in the parks of the town before the end", 0)
    assert {letter.page for letter in letters} == {1, 2}
    assert len(letters) == len("treeswillbeplantedintheparksofthetownbeforetheend")


def test_a_page_stored_on_its_side_is_seen_upright_and_cropped() -> None:
    upright = print_page("<style>@page { size: 300pt 200pt; margin: 40pt }</style><p>trees")
    (box,) = line_boxes(Print(upright).find("trees", 0)[0])
    page = PdfDocument(turn_and_crop(upright, 10))[0]
    assert page.get_size() == (280, 180)
    picture = page.render(grayscale=True).to_pil()
    left, top, right, bottom = picture.point(lambda grey: 255 * (grey < 128)).getbbox()
    seen = cropped(box, 10)
    assert seen.x0 - 1 <= left <= right <= seen.x1 + 1
    assert seen.top - 1 <= top <= bottom <= seen.bottom + 1

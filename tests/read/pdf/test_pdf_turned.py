"""Print that does not run as its page is shown."""

from io import BytesIO

import pikepdf
import pytest

from pipeline.read.page import Page
from pipeline.read.pdf.assembly import assemble
from pipeline.read.pdf.engine import read_pages

LINES = [f"Trees of the {count} kind are to be planted in all the parks of the town" for count in ("first", "second", "third", "fourth")]
TEXT = " ".join(LINES)
BODY = f"/F 11 Tf 14 TL {' '.join(f'({line}) Tj T*' for line in LINES)}"
UPRIGHT = f"BT 1 0 0 1 100 700 Tm {BODY} ET"
CLIMBING = "BT /F 9 Tf 0 1 -1 0 60 500 Tm (Number of trees to be planted) Tj 0 -11 Td (in all our parks) Tj ET"
FALLING = "BT /F 9 Tf 0 -1 1 0 560 700 Tm (Number of trees to be planted) Tj ET"
WATERMARK = "BT /F 100 Tf .7 .7 -.7 .7 100 300 Tm (NOT A DRAFT) Tj ET"
# The text matrix that turns print counter-clockwise by as many degrees, from where its lines run on over a page of 600 by 800 points.
MATRICES = {0: "1 0 0 1 50 700", 90: "0 1 -1 0 100 50", 180: "-1 0 0 -1 550 100", 270: "0 -1 1 0 500 750"}


def read(content: str, rotate: int = 0) -> Page:
    """A page of 600 by 800 points, as the engine reads it."""
    paper = pikepdf.new()
    page = paper.add_blank_page(page_size=(600, 800))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.add_resource(font, pikepdf.Name.Font, pikepdf.Name.F)
    page.contents_add(content.encode())
    page.obj.Rotate = rotate
    made = BytesIO()
    paper.save(made)
    return next(read_pages(made.getvalue()))


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


@pytest.mark.parametrize("turn", MATRICES)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_print_is_read_upright_whichever_way_it_runs_and_is_shown(turn: int, rotate: int) -> None:
    page = read(f"BT {MATRICES[turn]} Tm {BODY} ET", rotate)
    assert page.tilt == (rotate - turn) % 360
    assert all(word.x1 - word.x0 > word.bottom - word.top for word in page.words if len(word.text) > 3)
    assert assemble([page]).text.split() == TEXT.split()


def test_a_page_on_its_side_has_the_box_that_a_reader_sees() -> None:
    layout = assemble([read(f"BT {MATRICES[90]} Tm {BODY} ET")]).layout
    assert layout is not None
    first = layout.words[0]
    assert (layout.pages[0].width, layout.pages[0].height) == (600, 800)
    assert [first.x0, first.bottom] == pytest.approx([90, 750], abs=3)


def test_a_table_on_its_side_is_a_table() -> None:
    rules = "".join(f"{x} 40 m {x} 740 l S " for x in (80, 110, 140)) + "".join(f"80 {y} m 140 {y} l S " for y in (40, 390, 740))
    cells = "".join(
        f"BT /F 11 Tf 0 1 -1 0 {x} {y} Tm ({text} of the council for the parks and for the streets) Tj ET "
        for x, y, text in ((100, 50, "Action"), (100, 400, "Owner"), (130, 50, "Planting"), (130, 400, "Head"))
    )
    (grid,) = read(rules + cells).grids
    assert (len(grid.rows), len(grid.rows[0])) == (2, 2)


def test_words_that_climb_stand_one_below_the_other_in_reading_order() -> None:
    words = [word for word in read(f"{UPRIGHT} {CLIMBING}").words if word.x1 < 95]
    assert [word.text for word in words] == ["Number", "of", "trees", "to", "be", "planted", "in", "all", "our", "parks"]
    assert [word.top for word in words] == sorted(word.top for word in words)


def test_words_that_fall_keep_their_order() -> None:
    words = [word for word in read(f"{UPRIGHT} {FALLING}").words if word.x0 > 550]
    assert [word.text for word in words] == ["Number", "of", "trees", "to", "be", "planted"]
    assert words[0].bottom <= words[1].top


def test_turned_words_do_not_get_into_the_lines_beside_them() -> None:
    text = assemble([read(f"{UPRIGHT} {CLIMBING} {FALLING}")]).text
    assert [line in text for line in LINES] == [True] * 4


def test_a_watermark_is_left_out_and_told() -> None:
    page = read(f"{WATERMARK} {UPRIGHT}")
    assert texts(page) == TEXT.split()
    assert page.notes == (("slanted", "words printed aslant across this page are left out: NOT A DRAFT"),)


def test_slanted_letters_are_no_watermark() -> None:
    page = read(f"BT 1 0 .3 1 100 700 Tm {BODY} ET")
    assert (texts(page), page.notes) == (TEXT.split(), ())


def test_narrow_words_of_upright_pages_are_left_as_they_are() -> None:
    assert texts(read("BT /F 11 Tf 100 700 Td (iii lil ill) Tj ET")) == ["iii", "lil", "ill"]

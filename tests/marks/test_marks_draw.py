"""What marks look like: print stays legible, and kinds can be told apart without colour."""

import pytest
from PIL import Image, ImageDraw

from pipeline.marks.draw import draw
from pipeline.marks.marking import Marking, Outlined, Stretch
from pipeline.marks.pen import COLOURS, LIT, Pen
from pipeline.model.record import Box

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
LINE = Box(page=1, x0=40, top=50, x1=120, bottom=60)


def marking(*values: Outlined, box: Box = LINE, label: str = "3.5.1 · action") -> Marking:
    return Marking(label, (box,), (Stretch(box.x0, box.top, box.bottom),), values)


def drawn(*markings: Marking, scale: float = 2.0) -> tuple[Image.Image, int]:
    """A page of 200 by 100 points with a black spot in the middle of the line, marked; and how wide its margin is, in pixels."""
    page = Image.new("RGB", (round(200 * scale), round(100 * scale)), WHITE)
    ImageDraw.Draw(page).rectangle([78 * scale, 54 * scale, 82 * scale, 56 * scale], fill=BLACK)
    sheet = draw(page, scale, list(markings), "plan.pdf, page 1 of 9")
    return sheet, sheet.width - page.width


def test_the_words_of_a_commitment_are_lit_and_nothing_else_of_the_page() -> None:
    sheet, margin = drawn(marking())
    assert sheet.getpixel((margin + 2 * 60, 2 * 55)) == LIT
    assert sheet.getpixel((margin + 2 * 60, 2 * 70)) == WHITE


def test_black_print_stays_black() -> None:
    sheet, margin = drawn(marking())
    assert sheet.getpixel((margin + 2 * 80, 2 * 55)) == BLACK


def test_the_page_itself_is_left_as_it_was() -> None:
    page = Image.new("RGB", (400, 200), WHITE)
    draw(page, 2.0, [marking()], "")
    assert page.getcolors() == [(400 * 200, WHITE)]


def test_a_value_is_outlined_in_the_colour_of_its_kind() -> None:
    sheet, _ = drawn(marking(Outlined("owner", (LINE,))))
    counts = {colour: count for count, colour in sheet.getcolors(100_000)}
    plain = {colour: count for count, colour in drawn(marking())[0].getcolors(100_000)}
    assert {kind for kind, colour in COLOURS.items() if counts[colour] > plain[colour]} == {"owner"}


def test_kinds_can_be_told_apart_without_colour() -> None:
    looks = set()
    for kind in COLOURS:
        picture = Image.new("RGB", (240, 40), WHITE)
        Pen(picture, 2.0).outline(kind, 5, 5, 100, 15)
        looks.add(picture.convert("1", dither=Image.Dither.NONE).tobytes())
    assert len(looks) == len(COLOURS)


def test_labels_stand_below_each_other_though_their_commitments_share_a_line() -> None:
    alone, together = (drawn(*[marking() for _ in range(count)])[0].crop((0, 0, 60, 200)).convert("L") for count in (1, 3))
    rows = [sum(any(picture.getpixel((x, y)) < 100 for x in range(60)) for y in range(200)) for picture in (alone, together)]
    assert rows[1] == 3 * rows[0]


@pytest.mark.parametrize("scale", [0.05, 0.5, 2.0, 3.0])
def test_a_page_of_any_scale_can_be_marked(scale: float) -> None:
    sheet, _ = drawn(marking(Outlined("deadline", (LINE,)), Outlined("target", (LINE,)), Outlined("budget", (LINE,))), scale=scale)
    assert sheet.width > 200 * scale and sheet.height > 100 * scale


def test_a_label_in_letters_that_the_font_lacks_is_written_all_the_same() -> None:
    assert drawn(marking(label="第三 ✓ · action"))[0].width > 400


def test_a_page_without_marks_has_its_legend_too() -> None:
    sheet, _ = drawn()
    assert set(COLOURS.values()) <= {colour for _, colour in sheet.getcolors(100_000)}

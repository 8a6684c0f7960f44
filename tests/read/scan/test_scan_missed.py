"""Numbers that stand alone on a scan."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from pipeline.read.page import Page
from pipeline.read.scan import tesseract
from pipeline.read.scan.bitmap import Bitmap
from pipeline.read.scan.missed import ENLARGED, read_missed
from pipeline.read.scan.tesseract import Printed

Scan = Callable[..., bytes]
Read = Callable[[bytes], Page]

WORDS = "The Council will plant one thousand trees in its parks by March 2030"
ITEM = "<p style='position: relative; margin: 0 0 12pt 40pt'><span style='position: absolute; left: -30pt'>{}.</span>{}</p>"
LIST = "".join(ITEM.format(number, WORDS) for number in (1, 2, 3))
BOX = (300, 100, 314, 120)


def drawn(*boxes: tuple[int, int, int, int]) -> Bitmap:
    """Black boxes on paper, a pixel larger than said on the right and below, at 200 pixels to the inch."""
    pixels = Image.new("L", (600, 400), 255)
    for box in boxes:
        ImageDraw.Draw(pixels).rectangle(box, fill=0)
    return Bitmap(pixels, 200 / 72)


def asked(bitmap: Bitmap, monkeypatch: pytest.MonkeyPatch, text: str = "7", sure: float = 90) -> list[Printed]:
    """What is read beside one word, where tesseract reads the same in whatever line it is given."""
    line = Printed(("1",), round(60 * ENLARGED), 40, 15, 21, sure, text)
    monkeypatch.setattr(tesseract, "words", lambda *_: [line])
    return read_missed(bitmap, [Printed(("1",), 20, 100, 60, 20, 95, "Hall")], [], "eng")


def test_labels_that_stand_apart_are_read(scan: Scan, read: Read) -> None:
    texts = [word.text for word in read(scan(LIST)).words]
    assert sorted(texts) == sorted(["1.", "2.", "3.", *WORDS.split() * 3])


def test_labels_stand_where_they_are_printed(scan: Scan, read: Read) -> None:
    words = {word.text: word for word in read(scan(LIST)).words}
    assert 38 < words["2."].x0 < words["2."].x1 < 55


def test_what_was_missed_stands_where_its_ink_is(monkeypatch: pytest.MonkeyPatch) -> None:
    (word,) = asked(drawn(BOX), monkeypatch)
    assert (word.text, word.left, word.top, word.width, word.height) == ("7", 300, 100, 15, 21)


def test_what_was_found_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(drawn((20, 100, 80, 120)), monkeypatch) == []


def test_the_rest_of_a_word_that_was_found_is_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(drawn((20, 100, 94, 120)), monkeypatch) == []


def test_what_is_higher_or_wider_than_print_is_a_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(drawn((300, 100, 314, 160), (400, 100, 590, 120)), monkeypatch) == []


def test_specks_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(drawn((300, 100, 305, 105)), monkeypatch) == []


def test_what_is_read_unsurely_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(drawn(BOX), monkeypatch, sure=30) == []


def test_a_letter_alone_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(drawn(BOX), monkeypatch, text="e") == []


def test_a_picture_of_many_marks_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = [(100 + 30 * across, 150 + 40 * down, 114 + 30 * across, 170 + 40 * down) for across in range(15) for down in range(5)]
    assert asked(drawn(*marks), monkeypatch) == []

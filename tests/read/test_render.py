"""Pictures of pages: what is printed at a place of the page is drawn at that place of the picture."""

import io

import pikepdf
import pytest
from PIL import Image

from pipeline.errors import ReadError
from pipeline.read import render, render_page
from pipeline.read.picture import Picture

SQUARE = b"100 150 10 10 re f"  # black, its lower left corner 100 points from the left and 150 from the foot


def pdf(*, turned: int = 0, crop: tuple[int, int, int, int] | None = None, size: tuple[float, float] = (300, 400), pages: int = 1) -> bytes:
    with pikepdf.new() as paper:
        for _ in range(pages):
            page = paper.add_blank_page(page_size=size)
            page.Contents = paper.make_stream(SQUARE)
            page.Rotate = turned
            if crop:
                page.CropBox = pikepdf.Array(crop)
        written = io.BytesIO()
        paper.save(written)
    return written.getvalue()


def dark(picture: Picture) -> tuple[float, ...]:
    """The box of what is not white, in points from the top left."""
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels).convert("L").point(lambda shade: 255 * (shade < 128))
    box = image.getbbox()
    assert box
    return tuple(edge / picture.scale for edge in box)


@pytest.mark.parametrize(
    ("paper", "size", "place"),
    [
        (pdf(), (300, 400), (100, 240, 110, 250)),
        (pdf(crop=(50, 100, 250, 300)), (200, 200), (50, 140, 60, 150)),
        (pdf(turned=90), (400, 300), (150, 100, 160, 110)),
        (pdf(turned=180, crop=(50, 100, 250, 300)), (200, 200), (140, 50, 150, 60)),
        (pdf(turned=270), (400, 300), (240, 190, 250, 200)),
    ],
    ids=["as it is", "cropped", "turned", "turned and cropped", "turned the other way"],
)
def test_a_page_is_drawn_as_a_reader_sees_it(paper: bytes, size: tuple[int, int], place: tuple[int, ...]) -> None:
    picture = render_page(paper, 1)
    assert (picture.width / picture.scale, picture.height / picture.scale) == pytest.approx(size, abs=1)
    assert dark(picture) == pytest.approx(place, abs=1)


def test_any_page_can_be_drawn_by_its_number() -> None:
    assert render_page(pdf(pages=3), 3).number == 3


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(ReadError, match="page 4 cannot be drawn: there is no such page"):
        render_page(pdf(pages=3), 4)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ReadError, match="page 1 cannot be drawn"):
        render_page(b"Plant trees.", 1)


def test_a_broken_pdf_is_repaired_before_it_is_drawn() -> None:
    headless = pdf().removeprefix(b"%PDF-1.3\n")
    assert dark(render_page(headless, 1)) == pytest.approx((100, 240, 110, 250), abs=1)


def test_a_huge_page_is_drawn_smaller() -> None:
    picture = render_page(pdf(size=(14_000, 14_000)), 1)
    assert picture.width * picture.height < 13_000_000
    assert dark(picture)[0] == pytest.approx(100, abs=5)


def test_a_child_that_sends_no_picture_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    real = render.run(render.RENDERER, pdf())
    monkeypatch.setattr(render, "run", lambda *_: real._replace(pictures=(Picture(1, 2.0, 60_000, 60_000, b"short"),)))
    with pytest.raises(ReadError, match="sent what is no picture"):
        render_page(pdf(), 1)

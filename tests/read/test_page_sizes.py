import io

import pikepdf
import pytest

from pipeline.errors import ReadError
from pipeline.read import page_sizes, render_page


def pages(*shapes: tuple[int, list[int] | None]) -> bytes:
    """Empty pages, each turned so far and cropped to a box."""
    made, packed = pikepdf.new(), io.BytesIO()
    for turned, crop in shapes:
        made.add_blank_page(page_size=(200.4, 300.7))
        made.pages[-1].Rotate = turned
        if crop:
            made.pages[-1].CropBox = pikepdf.Array(crop)
    made.save(packed)
    return packed.getvalue()


def test_a_page_is_as_large_as_it_is_drawn_turned_and_cropped():
    data = pages((0, None), (90, None), (0, [20, 30, 150, 200]), (270, [20, 30, 150, 200]))
    sizes = page_sizes(data)
    drawn = [render_page(data, number) for number in (1, 2, 3, 4)]
    assert [(one.number, one.width, one.height, one.scale) for one in sizes] == [
        (one.number, one.width, one.height, one.scale) for one in drawn
    ]


def test_what_is_no_pdf_has_no_sizes():
    with pytest.raises(ReadError):
        page_sizes(b"We will plant trees.")

"""The pages of a paper, each drawn with its commitments marked."""

import io

from PIL import Image

from pipeline.marks.draw import draw
from pipeline.marks.marking import markings
from pipeline.model.paper import Paper
from pipeline.read import render_page

COLOURS = 128  # a third of the size of a picture in full colour, and no difference to see on print


class MarkedPages:
    """The pages of the PDF `data`, on which the commitments of `paper`, read from it, are marked."""

    def __init__(self, data: bytes, paper: Paper) -> None:
        self._data, self._paper = data, paper
        self._markings = markings(paper)

    @property
    def all(self) -> list[int]:
        """The numbers of all its pages."""
        return list(range(1, (self._paper.paper.pages or 0) + 1))

    @property
    def marked(self) -> list[int]:
        """The numbers of the pages on which anything is marked."""
        return list(self._markings)

    def count(self, number: int) -> int:
        """How many commitments stand on a page, in whole or in part."""
        return len(self._markings.get(number, []))

    def png(self, number: int) -> bytes:
        """The picture of a page, as PNG. Raises ReadError for a page that cannot be drawn."""
        picture = render_page(self._data, number)
        page = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels)
        caption = f"{self._paper.paper.file}, page {number} of {self._paper.paper.pages}"
        sheet = draw(page, picture.scale, self._markings.get(number, []), caption)
        packed = io.BytesIO()
        sheet.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(packed, "PNG")
        return packed.getvalue()

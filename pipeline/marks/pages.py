"""The pages of a paper, each drawn with its commitments marked."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from pipeline.errors import ReadError
from pipeline.marks.draw import draw
from pipeline.marks.marking import markings
from pipeline.model.paper import Paper
from pipeline.read import render_page

COLOURS = 128  # a third of the size of a picture in full colour, and no difference to see on print


class Drawn(NamedTuple):
    """A page that was drawn into the file at `path`, with how many commitments on it, or why it was not."""

    path: Path
    commitments: int
    reason: str | None = None


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

    def write(self, numbers: Iterable[int], folder: Path) -> Iterator[Drawn]:
        """Draws the pages with these numbers into the folder, as `<slug>-page-003.png`. Raises OSError."""
        for number in numbers:
            path = folder / f"{self._paper.paper.slug}-page-{number:03}.png"
            try:
                path.write_bytes(self.png(number))
            except ReadError as error:
                yield Drawn(path, 0, str(error))
            else:
                yield Drawn(path, len(self._markings.get(number, [])))

    def png(self, number: int) -> bytes:
        """The picture of a page, as PNG. Raises ReadError for a page that cannot be drawn."""
        picture = render_page(self._data, number)
        page = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels)
        caption = f"{self._paper.paper.file}, page {number} of {self._paper.paper.pages}"
        sheet = draw(page, picture.scale, self._markings.get(number, []), caption)
        packed = io.BytesIO()
        sheet.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(packed, "PNG")
        return packed.getvalue()

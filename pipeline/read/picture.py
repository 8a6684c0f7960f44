"""The picture of a page."""

from typing import NamedTuple


class Picture(NamedTuple):
    """A page drawn at `scale` pixels a point: rows from the top, three bytes a pixel, red, green and blue."""

    number: int
    scale: float
    width: int
    height: int
    pixels: bytes

"""The columns of bands, told by the white between their words; where those change, another table begins."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from pipeline.read.pdf.bands import Band
from pipeline.read.pdf.gutters import SPACE, Gutter, Line, gaps, height, shared
from pipeline.read.pdf.likeness import BULLET

MARGIN = 1.0  # points between a column's border and its words, whose left ends are the same from page to page


def alike(run: Sequence[Band]) -> Iterator[list[Band]]:
    """The bands of a run, cut at headings below which the columns are others."""
    whole: list[Band] = []
    for part in _parts(run):
        heading = [band for band in part if not band.parted]
        columns = max(_columns(whole), _columns(part))
        if whole and _columns([*whole, *part]) < columns:
            yield whole
            whole = part[len(heading) :]
        else:
            whole = [*whole, *part]
    yield whole


def _parts(run: Sequence[Band]) -> Iterator[list[Band]]:
    """The bands from heading to heading, or whatever stands in one column only; each part begins with those."""
    part: list[Band] = []
    for band in run:
        if band.words and not band.parted and part and part[-1].parted:
            yield part
            part = []
        part.append(band)
    if part:
        yield part


def _columns(bands: Sequence[Band]) -> int:
    """How many columns bands have for certain: one, where a single one is parted."""
    return len(find_gutters(bands)) + 1 if sum(band.parted for band in bands) > 1 else 1


def find_gutters(run: Sequence[Band]) -> list[Gutter]:
    """The gutters between the columns of bands."""
    parted = [band.words for band in run if band.parted]
    if len(parted) < 2:
        return gaps(parted[0], SPACE * height(parted)) if parted else []
    gutters = shared(parted)
    # The last column has no gutter behind it.
    return [gutter for gutter, column in zip(gutters, columns_of(run, gutters), strict=False) if not _is_bullets(column)]


def cells_of(line: Line, gutters: Sequence[Gutter]) -> list[Line]:
    """The words of a band or a line, column by column."""
    borders = borders_of(gutters)
    cells: list[Line] = [[] for _ in range(len(gutters) + 1)]
    for word in line:
        cells[bisect_right(borders, (word.x0 + word.x1) / 2)].append(word)
    return cells


def columns_of(bands: Sequence[Band], gutters: Sequence[Gutter]) -> list[list[Line]]:
    """What stands in each column, line by line."""
    lines = [cells_of(line, gutters) for band in bands for line in band.lines]
    return [[cell for cell in column if cell] for column in zip(*lines, strict=True)]


def _is_bullets(column: Sequence[Line]) -> bool:
    """Whether a column is but the bullets of the one at its right."""
    return all(len(cell) == 1 and BULLET.fullmatch(cell[0].text) for cell in column)


def borders_of(gutters: Iterable[Gutter]) -> list[float]:
    """Where columns begin, but for the first, in points."""
    return [max(end - MARGIN, start) for start, end in gutters]

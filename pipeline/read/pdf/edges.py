"""The ruling edges of a PDF page: the level and upright lines that its drawings leave, from which tables are told."""

import ctypes
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.model.tuples import maker
from pipeline.read.page import Rect
from pipeline.read.pdf.bare import bare
from pipeline.read.pdf.dots import MOST_SEGMENTS as MOST_OF_DOT
from pipeline.read.pdf.dots import Dot, DotReader
from pipeline.read.pdf.matrices import STRAIGHT, Matrix, Point, Sides, moved, moved_box, moved_corners, times
from pipeline.read.pdf.view import View

MOST_OBJECTS = 20_000
MOST_SEGMENTS = 50_000
MOST_EDGES = 5_000
DEEPEST = 5  # forms within forms
SHORTEST = 1.0  # points
SLANT = 0.5  # points that a level or upright line may be off over its length
FEW = 6  # segments of a filled rectangle, at most
TEXT = pdfium.FPDF_PAGEOBJ_TEXT

_member_of_page, _member_of_form = bare(pdfium.FPDFPage_GetObject), bare(pdfium.FPDFFormObj_GetObject)
_type, _bounds, _matrix = bare(pdfium.FPDFPageObj_GetType), bare(pdfium.FPDFPageObj_GetBounds), bare(pdfium.FPDFPageObj_GetMatrix)
_count_segments, _draw_mode = bare(pdfium.FPDFPath_CountSegments), bare(pdfium.FPDFPath_GetDrawMode)
_segment, _point = bare(pdfium.FPDFPath_GetPathSegment), bare(pdfium.FPDFPathSegment_GetPoint)
_segment_type, _is_closed = bare(pdfium.FPDFPathSegment_GetType), bare(pdfium.FPDFPathSegment_GetClose)


_rect = maker(Rect)


class Drawings(NamedTuple):
    """What is drawn on a page: its edges, each a `Rect` without width or without height, the boxes of its pictures, and its dots.

    `is_cut` says that there is more of it than is looked at.
    """

    edges: list[Rect]
    pictures: list[Rect]
    is_cut: bool
    dots: list[Dot]


class EdgeReader:
    """Reads the edges of one page after the other; the buffers are made once."""

    def __init__(self) -> None:
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._into_sides = [ctypes.byref(side) for side in self._sides]
        self._into_mode = ctypes.byref(self._fill), ctypes.byref(self._stroke)
        self._objects = self._segments = 0
        self._pictures: list[Sides] = []
        self._dots = DotReader()

    def read(self, page: Any, view: View) -> Drawings:
        """The edges and pictures of a page of pdfium; what is cut off from the page is left out."""
        self._objects, self._segments, self._pictures = MOST_OBJECTS, MOST_SEGMENTS, []
        self._dots.begin()
        edges: dict[Rect, None] = {}
        width, height = view.size
        outermost = (pdfium.FPDFPage_CountObjects(page), _member_of_page, page)
        for x0, y0, x1, y1 in self._lines(*outermost, STRAIGHT, 0):
            left, top, right, bottom = view.rect(x0, y0, x1, y1)
            if right >= 0 and bottom >= 0 and left <= width and top <= height:
                edges[_rect((_rounded(left), _rounded(top), _rounded(right), _rounded(bottom)))] = None
                if len(edges) == MOST_EDGES:
                    break
        is_cut = len(edges) == MOST_EDGES or self._objects <= 0 or self._segments <= 0
        return Drawings(list(edges), [view.rect(*picture) for picture in self._pictures], is_cut, self._dots.dots(view))

    def _lines(self, count: int, member: Any, holder: Any, matrix: Matrix, depth: int) -> Iterator[Sides]:
        """The level and upright lines of the objects on a page or in a form, in the page's own space."""
        for at in range(min(count, self._objects)):
            self._objects -= 1
            shape = member(holder, at)
            kind = _type(shape)
            if kind == TEXT:  # most are
                continue
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                yield from self._path(shape, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                if box := self._bounds(shape):
                    self._pictures.append(moved_box(matrix, box))
                    self._dots.take(self._pictures[-1])
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inner = (pdfium.FPDFFormObj_CountObjects(shape), _member_of_form, shape)
                yield from self._lines(*inner, times(self._own_matrix(shape), matrix), depth + 1)

    def _path(self, shape: Any, matrix: Matrix) -> Iterator[Sides]:
        """The level and upright lines of a path that is drawn."""
        count = _count_segments(shape)
        if not 2 <= count <= self._segments or not _draw_mode(shape, *self._into_mode):
            return
        self._segments -= count
        is_filled = bool(self._fill.value and not self._stroke.value)
        is_few = count <= FEW
        box = self._bounds(shape) if count <= MOST_OF_DOT and (is_filled or (self._stroke.value and not is_few)) else None
        if box:
            self._dots.take(moved_box(matrix, box), shape, is_filled)
        if is_filled and is_few:
            if box:
                yield from _rims(box) if matrix is STRAIGHT else _straight(moved_corners(matrix, box))
        elif is_filled or self._stroke.value:
            for points in self._stretches(shape, count, times(self._own_matrix(shape), matrix)):
                yield from _straight(points)

    def _bounds(self, shape: Any) -> Sides | None:
        """Around a picture, or a filled shape of few corners; a thin one is a line. Bounds of strokes are wider by the pen."""
        if not _bounds(shape, *self._into_sides):
            return None
        left, bottom, right, top = self._sides
        return left.value, bottom.value, right.value, top.value

    def _stretches(self, shape: Any, count: int, matrix: Matrix) -> Iterator[list[Point]]:
        (x, y), into = self._sides[:2], self._into_sides[:2]
        points: list[Point] = []
        for at in range(count):
            segment = _segment(shape, at)
            kind = _segment_type(segment)
            _point(segment, *into)
            if kind != pdfium.FPDF_SEGMENT_LINETO:
                yield points
                points = []
            points.append(moved(matrix, x.value, y.value))
            if _is_closed(segment):
                points.append(points[0])
        yield points

    def _own_matrix(self, shape: Any) -> Matrix:
        own = self._matrix
        return (own.a, own.b, own.c, own.d, own.e, own.f) if _matrix(shape, ctypes.byref(own)) else STRAIGHT


@lru_cache(4096)  # the lines of a table begin and end at the same few places
def _rounded(place: float) -> float:
    return round(place, 1)


def _rims(box: Sides) -> Iterator[Sides]:
    """The sides of a box: what `_straight` finds among its corners, for the boxes that most lines of tables are drawn as."""
    x0, y0, x1, y1 = box
    is_wide, is_high = x1 - x0 >= SHORTEST, y1 - y0 >= SHORTEST
    if is_wide:
        yield x0, y0, x1, y0
    if is_high:
        yield x1, y0, x1, y1
    if is_wide:
        yield x0, y1, x1, y1
    if is_high:
        yield x0, y0, x0, y1


def _straight(points: list[Point]) -> Iterator[Sides]:
    """The level and upright lines among those that join the points, from their lower or left end."""
    for (x0, y0), (x1, y1) in pairwise(points):
        across, up = abs(x1 - x0), abs(y1 - y0)
        if across <= SLANT < SHORTEST <= up:
            yield (x0, y0, x0, y1) if y0 < y1 else (x0, y1, x0, y0)
        elif up <= SLANT < SHORTEST <= across:
            yield (x0, y0, x1, y0) if x0 < x1 else (x1, y0, x0, y0)

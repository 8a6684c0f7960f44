"""The ruling edges of a PDF page: the level and upright lines that its drawings leave, from which tables are told."""

import ctypes
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.page import Rect
from pipeline.read.pdf.bare import bare
from pipeline.read.pdf.dots import MOST_SEGMENTS as MOST_OF_DOT
from pipeline.read.pdf.dots import Dot, DotReader
from pipeline.read.pdf.view import View

MOST_OBJECTS = 20_000
MOST_SEGMENTS = 50_000
MOST_EDGES = 5_000
DEEPEST = 5  # forms within forms
SHORTEST = 1.0  # points
SLANT = 0.5  # points that a level or upright line may be off over its length
FEW = 6  # segments of a filled rectangle, at most
TEXT = pdfium.FPDF_PAGEOBJ_TEXT

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Sides = tuple[float, float, float, float]
STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_member_of_page, _member_of_form = bare(pdfium.FPDFPage_GetObject), bare(pdfium.FPDFFormObj_GetObject)
_type, _bounds, _matrix = bare(pdfium.FPDFPageObj_GetType), bare(pdfium.FPDFPageObj_GetBounds), bare(pdfium.FPDFPageObj_GetMatrix)
_count_segments, _draw_mode = bare(pdfium.FPDFPath_CountSegments), bare(pdfium.FPDFPath_GetDrawMode)
_segment, _point = bare(pdfium.FPDFPath_GetPathSegment), bare(pdfium.FPDFPathSegment_GetPoint)
_segment_type, _is_closed = bare(pdfium.FPDFPathSegment_GetType), bare(pdfium.FPDFPathSegment_GetClose)


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
                edges[Rect(_rounded(left), _rounded(top), _rounded(right), _rounded(bottom))] = None
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
                for points in self._paths(shape, matrix):
                    yield from _straight(points)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                if corners := self._bounds(shape, matrix):
                    self._pictures.append(_around(corners))
                    self._dots.take(self._pictures[-1])
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inner = (pdfium.FPDFFormObj_CountObjects(shape), _member_of_form, shape)
                yield from self._lines(*inner, _times(self._own_matrix(shape), matrix), depth + 1)

    def _paths(self, shape: Any, matrix: Matrix) -> Iterator[list[Point]]:
        """The corners of each stretch of straight lines in a path that is drawn."""
        count = _count_segments(shape)
        if not 2 <= count <= self._segments or not _draw_mode(shape, *self._into_mode):
            return
        self._segments -= count
        is_filled = bool(self._fill.value and not self._stroke.value)
        is_few = count <= FEW
        corners = self._bounds(shape, matrix) if count <= MOST_OF_DOT and (is_filled or (self._stroke.value and not is_few)) else []
        if corners:
            self._dots.take(_around(corners), shape, is_filled)
        if is_filled and is_few:
            yield corners
        elif is_filled or self._stroke.value:
            yield from self._stretches(shape, count, _times(self._own_matrix(shape), matrix))

    def _bounds(self, shape: Any, matrix: Matrix) -> list[Point]:
        """Around a picture, or a filled shape of few corners; a thin one is a line. Bounds of strokes are wider by the pen."""
        left, bottom, right, top = self._sides
        if not _bounds(shape, *self._into_sides):
            return []
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
        return corners if matrix is STRAIGHT else [_moved(matrix, x, y) for x, y in corners]

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
            points.append(_moved(matrix, x.value, y.value))
            if _is_closed(segment):
                points.append(points[0])
        yield points

    def _own_matrix(self, shape: Any) -> Matrix:
        own = self._matrix
        return (own.a, own.b, own.c, own.d, own.e, own.f) if _matrix(shape, ctypes.byref(own)) else STRAIGHT


@lru_cache(4096)  # the lines of a table begin and end at the same few places
def _rounded(place: float) -> float:
    return round(place, 1)


def _around(corners: list[Point]) -> Sides:
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _straight(points: list[Point]) -> Iterator[Sides]:
    """The level and upright lines among those that join the points, from their lower or left end."""
    for (x0, y0), (x1, y1) in pairwise(points):
        across, up = abs(x1 - x0), abs(y1 - y0)
        if across <= SLANT < SHORTEST <= up:
            yield (x0, y0, x0, y1) if y0 < y1 else (x0, y1, x0, y0)
        elif up <= SLANT < SHORTEST <= across:
            yield (x0, y0, x1, y0) if x0 < x1 else (x1, y0, x0, y0)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner matrix, then the outer."""
    if outer is STRAIGHT:
        return inner
    a, b, c, d, e, f = inner
    (g, h), (i, j) = _moved(outer, a, b), _moved(outer, c, d)
    return g - outer[4], h - outer[5], i - outer[4], j - outer[5], *_moved(outer, e, f)


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

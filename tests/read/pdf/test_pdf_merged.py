"""Edges that are made one reach the lines that were moved."""

from pipeline.read.page import Rect
from pipeline.read.pdf.merged import merge, reach


def test_a_level_line_reaches_the_upright_one_that_was_moved_away_with_others() -> None:
    crowd = [Rect(67.6 + step, 300, 67.6 + step, 500) for step in (0, 0.1, 0.2, 0.3)]
    edges = [Rect(70.5, 0, 70.5, 50), Rect(72.5, 0, 72.5, 50), Rect(72.5, 20, 300, 20), *crowd]
    level = next(edge for edge in reach(merge(edges), edges) if edge.x0 != edge.x1)
    assert level.x0 < 69.5


def test_lines_that_were_not_moved_far_stay_as_they_are() -> None:
    edges = [Rect(72.0, 0, 72.0, 50), Rect(72.5, 0, 72.5, 50), Rect(72.5, 20, 300, 20)]
    assert reach(merge(edges), edges) == merge(edges)

"""Tables that print no lines, or only level ones: told by the columns in which their words stand."""

from collections.abc import Sequence

from pipeline.read.page import Grid, Rect, Word


def find_aligned(words: Sequence[Word], edges: Sequence[Rect], ruled: Sequence[Grid]) -> list[Grid]:
    """x"""
    return []

"""Counting hits and misses."""

from typing import NamedTuple


class Figures(NamedTuple):
    """Precision, recall and F1 of one field, from true positives, false positives and false negatives.

    Where nothing was claimed, precision is 1; where nothing was wanted, recall is 1.
    """

    precision: float
    recall: float
    f1: float
    tp: int
    fp: int
    fn: int


class Tally:
    """The counts of every field, by name."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, int, int]] = {}

    def add(self, field: str, hits: int, claimed: int, wanted: int) -> None:
        """Counts `hits` among the `claimed` and the `wanted` values of a field."""
        tp, fp, fn = self._counts.get(field, (0, 0, 0))
        self._counts[field] = (tp + hits, fp + claimed - hits, fn + wanted - hits)

    def figures(self) -> dict[str, Figures]:
        """The figures by field: the fields of a commitment by name, then the kinds of flag."""
        fields = sorted(self._counts, key=lambda name: (name.startswith("flags:"), name))
        return {field: _figures(*self._counts[field]) for field in fields}


def _figures(tp: int, fp: int, fn: int) -> Figures:
    """The figures of three counts.

    >>> _figures(1, 1, 0)
    Figures(precision=0.5, recall=1.0, f1=0.6666666666666666, tp=1, fp=1, fn=0)
    """
    precision = tp / (tp + fp) if tp + fp else 1.0
    recall = tp / (tp + fn) if tp + fn else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(precision, recall, f1, tp, fp, fn)

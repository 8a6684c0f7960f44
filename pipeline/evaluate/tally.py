"""Counting hits and misses."""

from pipeline.model.quality import Measured


class Tally:
    """The counts of every field, by name."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, int, int]] = {}

    def add(self, field: str, hits: int, claimed: int, wanted: int) -> None:
        """Counts `hits` among the `claimed` and the `wanted` values of a field."""
        tp, fp, fn = self._counts.get(field, (0, 0, 0))
        self._counts[field] = (tp + hits, fp + claimed - hits, fn + wanted - hits)

    def figures(self) -> dict[str, Measured]:
        """The figures by field: the fields of a commitment by name, then the kinds of flag."""
        fields = sorted(self._counts, key=lambda name: (name.startswith("flags:"), name))
        return {field: _measured(*self._counts[field]) for field in fields}


def _measured(tp: int, fp: int, fn: int) -> Measured:
    """The figures of three counts.

    >>> _measured(1, 1, 0)
    Measured(precision=0.5, recall=1.0, f1=0.6666666666666666, tp=1, fp=1, fn=0)
    """
    precision = tp / (tp + fp) if tp + fp else 1.0
    recall = tp / (tp + fn) if tp + fn else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Measured(precision, recall, f1, tp, fp, fn)

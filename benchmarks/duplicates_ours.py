"""Our search for duplicates, as `duplicates_measure.py` runs it."""

from collections.abc import Iterator, Sequence

from duplicates_measure import Pair, run

from pipeline.duplicates.pairs import alike
from pipeline.duplicates.words import words_of


def ours(texts: Sequence[str]) -> Iterator[Pair]:
    """Equal ones first, then those that are nearly equal."""
    first: dict[tuple[str, ...], int] = {}
    for place, text in enumerate(texts):
        equal = first.setdefault(words_of(text), place)
        if equal != place:
            yield equal, place, 100.0
    places = list(first.values())
    for one, other in alike(list(first)):
        yield places[one], places[other], 100.0


if __name__ == "__main__":
    run({"ours": ours})

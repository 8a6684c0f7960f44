"""Where the promises of a text that was read by hand stand in it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.evaluate.gold import GoldCommitment


class Spot(NamedTuple):
    """A promise and where it stands: its own words `[start, end)`, and the whole of its line."""

    gold: GoldCommitment
    start: int
    end: int
    line: tuple[int, int]


def find_spots(text: str, promises: Sequence[GoldCommitment]) -> dict[int, Spot]:
    """The place of each promise whose words stand in the text as they are, by its position; in reading order, none twice."""
    spots, cursor = {}, 0
    for position, promise in enumerate(promises):
        words = re.compile(r"\s+".join(map(re.escape, promise.text.split())))
        if match := words.search(text, cursor) or words.search(text):
            line = text.rfind("\n", 0, match.start()) + 1, (text.find("\n", match.end()) + 1 or len(text))
            spots[position] = Spot(promise, match.start(), match.end(), line)
            cursor = match.end() if match.start() >= cursor else cursor
    starts = [spot.start for spot in spots.values()]
    return {position: spot for position, spot in spots.items() if starts.count(spot.start) == 1}


def find_value(text: str, spot: Spot, value: str, is_alone: bool) -> tuple[int, int] | None:
    """Where a value of a promise is printed: in its own words or, where it has the line to itself, behind them or before."""
    ranges = [(spot.start, spot.end)]
    if is_alone:
        ranges += [(spot.end, spot.line[1]), (spot.line[0], spot.start)]
    for start, end in ranges:
        if match := re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text[start:end]):
            return start + match.start(), start + match.end()
    return None

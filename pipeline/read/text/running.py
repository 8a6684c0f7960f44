"""Running heads and feet: the same words again and again, alone between blank lines, beside the number of their page."""

import re
from collections import defaultdict
from itertools import pairwise

from pipeline.read.text.lines import Line

PAGED = re.compile(
    r"(?:(?P<left>\d{1,3})(?:\s{2,}|\s*\|\s*)(?P<behind>[^\W\d_].{3,98}))"
    r"|(?:(?P<before>[^\W\d_].{3,98}?)(?:\s{2,}|\s*\|\s*|\s+page\s+)(?:page\s+)?(?P<right>\d{1,3})(?:\s+of\s+\d{1,3})?)",
    re.IGNORECASE,
)
LONGEST = 130
FEWEST = 2


def find_running(source: str, lines: list[Line]) -> set[int]:
    """The numbers of the lines that print a running head or foot, whose page numbers rise; the first line of all is the title."""
    printed: dict[str, list[tuple[int, int]]] = defaultdict(list)
    begin = next((index for index, line in enumerate(lines) if not line.is_blank), 0)
    for index, line in enumerate(lines):
        is_short = not line.is_blank and line.end - line.start <= LONGEST
        if is_short and _stands_alone(index, lines) and (match := PAGED.fullmatch(source, line.start, line.end)):
            words = match["before"] or match["behind"]
            printed[" ".join(words.split()).lower()].append((index, int(match["left"] or match["right"])))
    rising = (places for places in printed.values() if len(places) >= FEWEST and all(a[1] < b[1] for a, b in pairwise(places)))
    return {index for places in rising for index, _ in places if index != begin}


def _stands_alone(index: int, lines: list[Line]) -> bool:
    """Whether the lines around are blank, or there are none."""
    return all(line.is_blank for line in [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]])

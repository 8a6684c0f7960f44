"""Where the lines of an export leave room between words, and so part the cells of a table. Columns count characters from 0."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.read.looks import BLANK

GAP = re.compile(r"[ \u00a0]{2,}")
ENDLESS = 1 << 20


class Gap(NamedTuple):
    """Columns in which nothing is printed: from `start` to before `end`."""

    start: int
    end: int


def margins(raw: str) -> tuple[int, int]:
    """Where the words of a line begin and end; both the same for a blank one."""
    end = len(raw.rstrip(BLANK))
    return min(len(raw) - len(raw.lstrip(BLANK)), end), end


def inner_gaps(raw: str) -> list[Gap]:
    """The gaps between the words of a line: runs of two blanks or more."""
    return [Gap(*match.span()) for match in GAP.finditer(raw, *margins(raw))]


def pieces(raw: str) -> list[str]:
    """The words of a line as its gaps part them."""
    return GAP.split(raw.strip(BLANK))


def narrowed(gutters: list[Gap], raw: str) -> list[Gap] | None:
    """The gutters as far as this line, too, leaves them empty; None where it prints across one of them."""
    start, end = margins(raw)
    gaps = [Gap(0, start), *inner_gaps(raw), Gap(end, ENDLESS)]
    kept = []
    for gutter in gutters:
        shared = max((Gap(max(gap.start, gutter.start), min(gap.end, gutter.end)) for gap in gaps), key=lambda gap: gap.end - gap.start)
        if shared.end <= shared.start:
            return None
        kept.append(shared)
    return kept


def cells(raw: str, gutters: list[Gap]) -> Iterator[tuple[int, int]]:
    """Where the words of each column stand in the line; both the same where a cell is empty."""
    edges = [0, *(gutter.start for gutter in gutters), max(len(raw), gutters[-1].start if gutters else 0)]
    for start, end in pairwise(edges):
        left, right = margins(raw[start:end])
        yield start + left, start + right

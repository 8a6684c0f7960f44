"""References that stand alone on their lines, with their words on the next, as exports of some PDFs print them."""

import re

from pipeline.read.labels import LABEL
from pipeline.read.text.lines import Line

LONE = re.compile(r"(?=\d+[.)]|\d+\.\d)\d{1,2}(?:\.\d{1,2}){0,3}[.)]?")
WORDS = re.compile(r"[A-Z‘’“'\"][^\d\W]*\s*[^\d\W]")


def find_lone(source: str, lines: list[Line]) -> set[int]:
    """The numbers of the lines that print a reference alone, one of a count, above a line of words."""
    printed: dict[int, tuple[int, ...]] = {}
    alone = set()
    for index, line in enumerate(lines):
        text = source[line.start : line.end]
        if LONE.fullmatch(text):
            printed[index] = _counters(text)
            below = lines[index + 1] if index + 1 < len(lines) else line
            if WORDS.match(source, below.start, below.end):
                alone.add(index)
        elif (label := LABEL.match(text)) and label["label"] and label["label"][0].isdigit():
            printed[index] = _counters(label["label"])
    known = set(printed.values())
    return {index for index in alone if known & _neighbours(printed[index])}


def _counters(label: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", label)))


def _neighbours(counters: tuple[int, ...]) -> set[tuple[int, ...]]:
    """The references that a count prints beside this one: its siblings, and what it is the first part of, or has as its first."""
    *outer, last = counters
    beside = {(*outer, last - 1), (*outer, last + 1), (*counters, 1)}
    return beside | {tuple(outer)} if last == 1 and outer else beside

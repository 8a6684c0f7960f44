"""References that stand alone on their lines, with their words on the next, as exports of some PDFs and some reports print them."""

import re

from pipeline.read.labels import LABEL
from pipeline.read.text.lines import Line

LONE = re.compile(r"(?=\d+[.)]|\d+\.\d)\d{1,2}(?:\.\d{1,2}){0,3}[.)]?")
NAMED = re.compile(r"(?:Recommendation|Resolution|Motion|Action|Decision|Proposal) (?:[A-Z]{0,3}\d{1,3}(?:\.\d{1,2})*|[A-Z])[.:]?")
CLAUSE = re.compile(r"That(?: \w|,)")
WORDS = re.compile(r"[A-Z‘’“'\"][^\d\W]*\s*[^\d\W]")


def find_lone(source: str, lines: list[Line]) -> dict[int, int]:
    """The numbers of the lines that print a reference alone, each with the number of the line of words below it.

    A figure must be one of a count; a recommendation that is called one stands above a clause with `That`, with or without a blank line.
    """
    return _find_figures(source, lines) | _find_named(source, lines)


def _find_named(source: str, lines: list[Line]) -> dict[int, int]:
    found = {}
    for index, line in enumerate(lines):
        if NAMED.fullmatch(source, line.start, line.end):
            words = next((n for n in range(index + 1, min(index + 3, len(lines))) if not lines[n].is_blank), index)
            if CLAUSE.match(source, lines[words].start, lines[words].end):
                found[index] = words
    return found


def _find_figures(source: str, lines: list[Line]) -> dict[int, int]:
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
    return {index: index + 1 for index in alone if known & _neighbours(printed[index])}


def _counters(label: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", label)))


def _neighbours(counters: tuple[int, ...]) -> set[tuple[int, ...]]:
    """The references that a count prints beside this one: its siblings, and what it is the first part of, or has as its first."""
    *outer, last = counters
    beside = {(*outer, last - 1), (*outer, last + 1), (*counters, 1)}
    return beside | {tuple(outer)} if last == 1 and outer else beside

"""Which passages are headings by the type they are set in, and how high each type ranks."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.labels import Labels
from pipeline.read.looks import is_capitals
from pipeline.read.pdf.assembly.passage import Passage
from pipeline.read.pdf.assembly.type import Type

MOST_TITLES = 6  # passages at the head of a paper, whose type is its title's
SHORT = 30  # passages: in a shorter paper the title is a heading like others
MOST_LINES = 3
MOST_WORDS = 25
MOST_BOLD_WORDS = 16
MOST_FIGURES = 3
FIGURE = re.compile(r"[-+(£$€]*\d[\d,.]*[)%kmbn]*")
LARGER_ON_SCAN = 1.25  # times the running text
FEWEST_ON_SCAN = 2  # words of three letters
STEP = 0.6  # points of height between two ranks


def mark_headings(passages: Sequence[Passage], type_: Type) -> bool:
    """Makes headings of paragraphs and items that look like one; whether there are any beyond the title.

    The level is the rank of the type: 1 for the largest, and bold before plain. Numbered ones are ranked by their numbers.
    """
    listed = _listed(passages)
    found = [
        passage for passage in passages if passage.kind in ("paragraph", "item") and passage not in listed and _is_heading(passage, type_)
    ]
    found += [passage for passage in passages if passage.kind == "heading"]
    ranks: list[tuple[float, bool]] = []
    for look in sorted({_look(passage) for passage in found}, reverse=True):
        if not ranks or ranks[-1][0] - look[0] > STEP or ranks[-1][1] != look[1]:
            ranks.append(look)
    for passage in found:
        passage.kind = "heading"
        height, bold = _look(passage)
        passage.level = 1 + next(rank for rank, look in enumerate(ranks) if look[0] - height <= STEP and look[1] == bold)
    return any(passage.kind == "heading" for passage in passages[MOST_TITLES if len(passages) > SHORT else 0 :])


def set_levels(passages: Sequence[Passage], type_: Type) -> None:
    """How deep each list item stands below the last heading, which ends every open list."""
    labels = Labels()
    for passage in passages:
        if passage.kind == "heading":
            labels.close()
        elif passage.kind == "item" and passage.label:
            passage.level = labels.level(passage.label, type_.indent(passage.lines[0]))


def _listed(passages: Sequence[Passage]) -> set[Passage]:
    """Numbered passages that follow right on each other: a list set in bold, as recommendations often are, and no headings."""
    text = [passage for passage in passages if passage.kind]
    pairs = [(a, b) for a, b in pairwise(text) if a.label and b.label and a.kind == b.kind == "item" and a.level == b.level]
    return {passage for pair in pairs if _look(pair[0]) == _look(pair[1]) for passage in pair}


def _look(passage: Passage) -> tuple[float, bool]:
    return round(max(line.height for line in passage.lines), 1), passage.bold


def _is_plain_on_scan(passage: Passage, words: Sequence[str], type_: Type) -> bool:
    """Whether a heading on a scan is plainly one: handwriting and specks are of any size."""
    real = sum(len(word) > 2 and word.isalpha() for word in words)
    large = passage.lines[0].height >= LARGER_ON_SCAN * type_.height
    return real >= FEWEST_ON_SCAN and (large or is_capitals(" ".join(words)))


def _is_sum(words: Sequence[str]) -> bool:
    """Whether words are a row of accounts: a total, or several figures."""
    return words[0].casefold() == "total" or sum(FIGURE.fullmatch(word) is not None for word in words) >= MOST_FIGURES


def _is_heading(passage: Passage, type_: Type) -> bool:
    text = passage.text[passage.label.words :] if passage.label else passage.text
    words = text.split()
    if not words or len(passage.lines) > MOST_LINES or len(words) > MOST_WORDS or (passage.label and passage.label.is_bullet):
        return False
    if text[-1] in ".;," or not any(map(str.isalpha, text)) or _is_sum(words):
        return False
    if passage.lines[0].scanned and passage.label is None:
        return _is_plain_on_scan(passage, words, type_)
    if type_.is_larger(passage.lines[0]):
        return True
    if passage.bold and not type_.bold and not type_.is_smaller(passage.lines[0]):
        return len(words) <= MOST_BOLD_WORDS and (text[0].isupper() or text[0].isdigit() or passage.label is not None)
    return is_capitals(text)

"""Whether two texts say the same thing, whole or nearly."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein

LEAST_LIKENESS = 70.0
"""Likeness of letters (0 to 100) below which no two texts can be nearly equal: a third may be added, and three words misspelt."""
LONGEST_TAIL = 0.3
"""Part of the longer text that may be added at its end."""
MOST_SLIPS, SHORTEST_SLIP = 3, 5
"""Words that may be misspelt, and the letters a word must have for one letter to be a slip rather than another word."""
WORDS_PER_SLIP = 3
"""Words that must be spelt alike for each one that is not."""
NOT_THE_SAME = frozenset({"except", "excluding", "however", "instead", "no", "not", "only", "unless", "until", "without"})
EMPTY = frozenset({"also", "and", "both", "in", "its", "more", "of", "on", "our", "that", "then", "their", "these", "this", "to"})
"""Words that may come or go within a text without making it another promise."""
FIGURE = re.compile(r"\d")


def are_nearly_equal(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two texts, as words, differ at most by typing slips, by words that say nothing of their own, and by a tail.

    >>> are_nearly_equal("refresh arrangements for advice".split(), "refresh arangements for advice".split())
    True
    >>> are_nearly_equal("bring forward plans to improve station square".split(), "bring forward plans to improve market".split())
    False
    """
    short, long = sorted((one, other), key=len)
    # Of two that are equally long either may be the one with a tail.
    return _says_the_same(short, long) or (len(short) == len(long) and _says_the_same(long, short))


def _says_the_same(short: Sequence[str], long: Sequence[str]) -> bool:
    changes, tail = _changes(short, long)
    if len(tail) > LONGEST_TAIL * len(long) or any(word in NOT_THE_SAME or FIGURE.search(word) for word in tail):
        return False
    most = min(MOST_SLIPS, len(short) // (WORDS_PER_SLIP + 1))
    return len(changes) <= most and all(_is_slip(before, after) for before, after in changes)


def _changes(short: Sequence[str], long: Sequence[str]) -> tuple[list[tuple[str, str]], Sequence[str]]:
    """The words that differ, in pairs of which one is empty where a word was added, and the words added at the end of the longer."""
    end = len(long)
    changes = []
    for edit in reversed(list(Levenshtein.editops(short, long))):
        kind, at, to = edit.tag, edit.src_pos, edit.dest_pos
        if kind == "insert" and to == end - 1 and at == len(short):
            end = to
        else:
            changes.append((short[at] if kind != "insert" else "", long[to] if kind != "delete" else ""))
    return changes, long[end:]


def _is_slip(before: str, after: str) -> bool:
    """Whether one letter is lost, added, changed or swapped, or the one word that is there says nothing of its own.

    >>> _is_slip("council", "concil"), _is_slip("2020", "2021"), _is_slip("boys", "toys")
    (True, False, False)
    """
    if not before or not after:
        return (before or after) in EMPTY
    is_word = before.isalpha() and after.isalpha() and min(len(before), len(after)) >= SHORTEST_SLIP
    return is_word and before[0] == after[0] and OSA.distance(before, after, score_cutoff=1) <= 1

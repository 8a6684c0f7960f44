"""Ids that last: hashes of content, never of position."""

import hashlib
from functools import lru_cache


@lru_cache(maxsize=4096)  # each text is folded for its id, and again by every check that compares
def fold(text: str) -> str:
    """Text as compared: white space folded, quotes and dashes plain, lower case.

    >>> fold("  The ‘hub’ –  built ")
    "the 'hub' - built"
    """
    return " ".join(text.translate(_PLAIN).split()).lower()


def commitment_id(slug: str, ref: str | None, text: str, count: int) -> str:
    """The id of the `count`-th (from 0) commitment of paper `slug` that prints `ref` and `text`.

    >>> commitment_id("plan", "3.1", "Plant  trees", 0) == commitment_id("plan", "3.1", "plant trees", 0)
    True
    """
    return _digest("c", slug, fold(ref or ""), fold(text), str(count))


def flag_id(kind: str, contents: list[str], count: int = 0) -> str:
    """The id of the `count`-th (from 0) flag of `kind` over members of these contents, in whatever order.

    >>> flag_id("duplicate", ["a", "b"]) == flag_id("duplicate", ["b", "a"])
    True
    """
    return _digest("f", kind, *sorted(contents), *([str(count)] if count else []))


def group_id(commitments: list[str]) -> str:
    """The id of a group of commitments, given by their ids in whatever order.

    >>> group_id(["a", "b"]) == group_id(["b", "a"])
    True
    """
    return _digest("g", *sorted(commitments))


def text_digest(text: str) -> str:
    """What two papers of the same words share, whatever their white space, case and files are.

    >>> text_digest("Plant  trees\\n") == text_digest("plant trees")
    True
    """
    return hashlib.sha256(" ".join(text.split()).lower().encode("utf-8", "surrogatepass")).hexdigest()


def _digest(prefix: str, *parts: str) -> str:
    return prefix + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


_PLAIN = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")

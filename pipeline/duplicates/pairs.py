"""Which of many texts are alike: first by shared keys, then letter by letter, then word by word.

The keys are those of `keys.keys_of`, made for all texts at once; a million texts take minutes and less than four gigabytes.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from pipeline.duplicates.keys import FEWEST_KEYS, MASK, MOST_ALIKE, RAREST, commonness, word_hash
from pipeline.duplicates.same import LEAST_LIKENESS, are_nearly_equal

Numbers = NDArray[np.int64]
AT_ONCE, CHUNK = 100_000, 1_000_000  # texts whose keys are made at once, and pairs that are compared
FEW = 20_000  # pairs that are compared before other threads would have begun


def alike(texts: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The places of each two texts, given as words, that differ and are nearly equal; the smaller place first.

    Equal texts are to be given once.
    """
    joined = [" ".join(words) for words in texts]
    candidates = _candidates(*_keys(texts), len(texts))
    for start in range(0, len(candidates), CHUNK):
        ones, others = (column.tolist() for column in np.divmod(candidates[start : start + CHUNK], len(texts)))
        sides = [joined[one] for one in ones], [joined[other] for other in others]
        likeness = process.cpdist(*sides, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, workers=1 if len(ones) < FEW else -1)
        for at in np.flatnonzero(likeness):
            if are_nearly_equal(texts[ones[at]], texts[others[at]]):
                yield ones[at], others[at]


def _keys(texts: Sequence[tuple[str, ...]]) -> tuple[Numbers, Numbers]:
    """The keys of all texts, and the place of the text that each belongs to; by key, and by place where that is the same."""
    parts = [_keys_of(texts[start : start + AT_ONCE]) for start in range(0, len(texts), AT_ONCE)]
    keys = np.concatenate([np.zeros(0, dtype=np.int64), *(keys for keys, _ in parts)])
    places = np.concatenate([np.zeros(0, dtype=np.int64), *(places + number * AT_ONCE for number, (_, places) in enumerate(parts))])
    parts.clear()  # among a million texts each copy counts
    order = np.argsort(keys, kind="stable")
    return keys[order], places[order]


def _keys_of(texts: Sequence[tuple[str, ...]]) -> tuple[Numbers, Numbers]:
    """The keys of some texts, and the place among them that each belongs to; by place."""
    numbers: dict[str, int] = {}
    flat = np.fromiter((numbers.setdefault(word, len(numbers)) for words in texts for word in words), dtype=np.int64)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    hashes = np.fromiter(map(word_hash, numbers), dtype=np.int64, count=len(numbers))
    common = np.fromiter(map(commonness, numbers), dtype=np.int64, count=len(numbers))
    rarest = _rarest(flat, np.repeat(np.arange(len(texts)), lengths), np.lexsort((hashes, common)), len(texts))
    ones, others = np.array(list(combinations(range(RAREST), 2))).T
    places, pairs = np.nonzero(rarest[:, others] >= 0)
    mixed = (hashes[rarest[places, ones[pairs]]] + hashes[rarest[places, others[pairs]]]) & MASK
    return ((mixed ^ (mixed >> 29)) * np.int64(0xBF58476D1CE4E5B9 - 2**64)) & MASK, places


def _rarest(flat: Numbers, owner: Numbers, by_rank: Numbers, count: int) -> Numbers:
    """For each of `count` texts the numbers of its rarest words, the rarest first; -1 where it has fewer.

    `flat` are the numbers of all words, `owner` the texts they stand in, `by_rank` all numbers from the rarest word on.
    """
    rank = np.empty_like(by_rank)
    rank[by_rank] = np.arange(len(by_rank))
    sorted_words = np.sort(owner * len(by_rank) + rank[flat])
    owners, ranks = np.divmod(sorted_words[_starts(sorted_words)], len(by_rank))
    position = np.arange(len(owners)) - np.searchsorted(owners, owners)
    rarest = np.full((count, RAREST), -1, dtype=np.int64)
    near = position < RAREST
    rarest[owners[near], position[near]] = by_rank[ranks[near]]
    return rarest


def _candidates(keys: Numbers, places: Numbers, count: int) -> Numbers:
    """The pairs of texts to compare, each as one number: the smaller place times `count`, and the other. Keys and places as `_keys` gives
    them, of `count` texts."""
    starts = _starts(keys)
    sizes = np.diff(np.r_[starts, len(keys)])
    shared = sizes[(sizes > 1) & (sizes <= MOST_ALIKE)]
    found = np.empty(int((shared * (shared - 1) // 2).sum()), dtype=np.int64)
    end = 0
    for size in np.unique(shared).tolist():
        members = places[starts[sizes == size][:, None] + np.arange(size)]
        for one, other in combinations(range(size), 2):
            found[end : end + len(members)] = members[:, one] * count + members[:, other]
            end += len(members)
    found.sort()
    often: Numbers = found[FEWEST_KEYS - 1 :][found[FEWEST_KEYS - 1 :] == found[: 1 - FEWEST_KEYS]]
    return often[_starts(often)]


def _starts(in_order: Numbers) -> Numbers:
    """Where each run of equal numbers begins; numpy's own `unique` takes fifty times as long as the sorting."""
    is_first = np.ones(len(in_order), dtype=np.bool_)
    is_first[1:] = in_order[1:] != in_order[:-1]
    return np.flatnonzero(is_first)

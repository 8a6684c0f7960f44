"""The peers of `duplicates.py`, as `duplicates_measure.py` runs them, by the Python of their own environment.

datasketch finds candidates as its documentation shows it: sets of words, MinHash of 128 permutations, LSH for a Jaccard likeness of 0.5;
what it finds is verified by rapidfuzz. rapidfuzz alone compares each text with each. Both are given the texts folded: words and figures in
lower case. How alike is alike enough is left to the caller, who has the truth and picks the best.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from datasketch import MinHash, MinHashLSH
from duplicates_measure import Pair, run
from rapidfuzz import fuzz, process

PERMUTATIONS, JACCARD = 128, 0.5
LEAST_LIKENESS = 80
ROWS = 500
"""Texts compared with all others at once."""


def folded(texts: Sequence[str]) -> list[str]:
    """Words and figures in lower case."""
    return [" ".join(re.findall(r"[\w%£]+", text.lower())) for text in texts]


def datasketch(texts: Sequence[str]) -> Iterator[Pair]:
    """MinHash LSH, verified."""
    plain = folded(texts)
    lsh = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    sets = ([word.encode() for word in text.split()] for text in plain)
    for place, minhash in enumerate(MinHash.generator(sets, num_perm=PERMUTATIONS)):
        candidates = lsh.query(minhash)
        if candidates:
            likeness = process.cpdist([plain[place]] * len(candidates), [plain[at] for at in candidates], scorer=fuzz.ratio)
            yield from ((at, place, float(like)) for at, like in zip(candidates, likeness, strict=True) if like >= LEAST_LIKENESS)
        lsh.insert(place, minhash, check_duplication=False)


def rapidfuzz(texts: Sequence[str]) -> Iterator[Pair]:
    """Each with each of those before it, on all cores."""
    plain = folded(texts)
    for start in range(0, len(plain), ROWS):
        rows, others = plain[start : start + ROWS], plain[: start + ROWS]
        found = process.cdist(rows, others, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, dtype=np.uint8, workers=-1)
        for row, other in np.argwhere(found).tolist():
            if other < start + row:
                yield other, start + row, float(found[row, other])


if __name__ == "__main__":
    run({"datasketch": datasketch, "rapidfuzz": rapidfuzz})

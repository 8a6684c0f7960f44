"""Promises of the whole register that say the same thing, whole or nearly: found so that a new paper costs only its own share.

A wording is what one promise or several say, dates aside, by a number that stands for the words; `hidden.HIDDEN` tells how they are kept.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from pipeline.duplicates.dates import without_dates
from pipeline.duplicates.keys import FEWEST_KEYS, MOST_ALIKE, keys_of, word_hash
from pipeline.duplicates.same import LEAST_LIKENESS, are_nearly_equal
from pipeline.duplicates.words import words_of
from pipeline.model.identity import group_id
from pipeline.model.paper import Paper

if TYPE_CHECKING:
    from sqlite_utils import Database

SHORTEST = 8
"""Words that a promise must have: shorter ones (`Continue to lobby`) lean on what stands above them."""
AT_ONCE = 2_000
"""So many wordings must have come, and so large a share of all, for all to be compared at once rather than one by one."""
SHARE_AT_ONCE = 0.1


def note(db: "Database", paper: Paper) -> None:
    """Keep the wordings of a paper's promises; call it in the transaction that writes the paper."""
    for commitment in paper.commitments:
        words = words_of(without_dates(commitment))
        if len(words) < SHORTEST:
            continue
        joined = " ".join(words)
        wording = word_hash(joined)
        if not _stands(db, wording):
            db.conn.executemany("INSERT INTO wording_keys VALUES (?, ?)", [(key, wording) for key in set(keys_of(words))])
        db.execute("INSERT INTO wordings VALUES (?, ?, ?, ?)", [commitment.id, paper.paper.slug, wording, joined])
        _touch(db, [wording])


def forget(db: "Database", slug: str) -> None:
    """Let go of the wordings of a paper; call it before its commitments are deleted, in the same transaction."""
    own = [wording for (wording,) in db.execute("SELECT DISTINCT wording FROM wordings WHERE paper = ?", [slug])]
    words = dict(_words(db, own))
    db.execute("DELETE FROM wordings WHERE paper = ?", [slug])
    for wording in own:
        neighbours = _neighbours(db, wording)
        _touch(db, [wording, *neighbours])
        if not _stands(db, wording):
            keys = [(key, wording) for key in keys_of(words[wording].split())]
            db.conn.executemany("DELETE FROM wording_keys WHERE key = ? AND wording = ?", keys)
            both_ways = [way for other in neighbours for way in ((wording, other), (other, wording))]
            db.conn.executemany("DELETE FROM wording_pairs WHERE one = ? AND other = ?", both_ways)


def refresh(db: "Database") -> set[str]:
    """Find what is alike among what has come, and make anew the groups that it or what has gone belongs to; call it in a transaction.

    Returns the promises that are or were in these groups, by id.
    """
    touched = [wording for (wording,) in db.execute("SELECT wording FROM wordings_touched ORDER BY wording")]
    pairs = _pairs_at_once(db) if _is_much(db, len(touched)) else _pairs_one_by_one(db, touched)
    both_ways = (way for one, other in pairs for way in ((one, other), (other, one)))
    db.conn.executemany("INSERT OR IGNORE INTO wording_pairs VALUES (?, ?)", both_ways)
    seen: set[int] = set()
    regrouped: set[str] = set()
    for wording in touched:
        if wording not in seen:
            group = _group(db, wording)
            seen |= group
            regrouped.update(_write_group(db, group))
    db.execute("DELETE FROM wordings_touched")
    return regrouped


def _is_much(db: "Database", touched: int) -> bool:
    """Whether so many wordings have come that all are sooner compared at once; all are counted only where it may be so."""
    return touched > AT_ONCE and touched > SHARE_AT_ONCE * int(db.execute("SELECT count(*) FROM wordings").fetchone()[0])


def _pairs_at_once(db: "Database") -> Iterator[tuple[int, int]]:
    from pipeline.duplicates.pairs import alike  # with numpy, which few runs need

    # Interned, the words of a million wordings take a tenth of the memory.
    numbers, words = zip(*((wording, tuple(map(intern, joined.split()))) for wording, joined in _words(db)), strict=True)
    return ((numbers[one], numbers[other]) for one, other in alike(words))


def _pairs_one_by_one(db: "Database", touched: Iterable[int]) -> Iterator[tuple[int, int]]:
    for wording in touched:
        for _, joined in _words(db, [wording]):
            words = joined.split()
            for other, others in _words(db, _candidates(db, wording, words)):
                is_near = fuzz.ratio(joined, others, score_cutoff=LEAST_LIKENESS) > 0
                if is_near and are_nearly_equal(words, others.split()):
                    yield wording, other


def _candidates(db: "Database", wording: int, words: Sequence[str]) -> list[int]:
    """The wordings that share so many keys with one that they may be nearly equal to it."""
    keys = sorted(set(keys_of(words)))
    # One statement for all keys: it is asked a hundred times for every paper.
    each = f"SELECT key, wording FROM (SELECT key, wording FROM wording_keys WHERE key = ? LIMIT {MOST_ALIKE + 1})"
    found = db.execute(" UNION ALL ".join([each] * len(keys)), keys).fetchall()
    many = Counter(key for key, _ in found)
    shared = Counter(other for key, other in found if many[key] <= MOST_ALIKE)
    return [other for other, count in shared.items() if count >= FEWEST_KEYS and other != wording]


def _group(db: "Database", wording: int) -> set[int]:
    """The wordings that one leads to from one nearly equal to the next."""
    group, waiting = {wording}, [wording]
    while waiting:
        new = [other for other in _neighbours(db, waiting.pop()) if other not in group]
        group.update(new)
        waiting += new
    return group


def _write_group(db: "Database", group: set[int]) -> list[str]:
    """Write the promises of these wordings as one group, in place of whatever groups they were in; a promise alone is none.

    Returns the promises.
    """
    found = [row for wording in group for row in db.execute("SELECT commitment, paper FROM wordings WHERE wording = ?", [wording])]
    promises = [commitment for commitment, _ in found]
    db.conn.executemany("DELETE FROM alike WHERE id = ?", [(commitment,) for commitment in promises])
    if len(found) > 1:
        shared = {"group": group_id(promises), "members": len(found)}
        db.table("alike").insert_all({"id": commitment, "commitment": commitment, "paper": paper} | shared for commitment, paper in found)
    return promises


def _words(db: "Database", wordings: Iterable[int] | None = None) -> Iterator[tuple[int, str]]:
    """The given wordings that stand in the register, or all, each with its words, joined by spaces; in order of their numbers."""
    if wordings is None:
        yield from db.execute("SELECT wording, words FROM wordings GROUP BY wording ORDER BY wording")
    else:
        asked = "SELECT wording, words FROM wordings WHERE wording IN (SELECT value FROM json_each(?)) GROUP BY wording"
        yield from db.execute(asked, [json.dumps(list(wordings))])


def _stands(db: "Database", wording: int) -> bool:
    return db.execute("SELECT 1 FROM wordings WHERE wording = ? LIMIT 1", [wording]).fetchone() is not None


def _neighbours(db: "Database", wording: int) -> list[int]:
    return [other for (other,) in db.execute("SELECT other FROM wording_pairs WHERE one = ? ORDER BY other", [wording])]


def _touch(db: "Database", wordings: Iterable[int]) -> None:
    db.conn.executemany("INSERT OR IGNORE INTO wordings_touched VALUES (?)", [(wording,) for wording in wordings])

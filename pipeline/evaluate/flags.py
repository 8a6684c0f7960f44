"""Scoring flags: by kind and members, or, where printings differ, by what the evidence shows."""

import json
from collections.abc import Callable, Sequence
from itertools import combinations

from pipeline.evaluate.gold import GoldFlag
from pipeline.evaluate.tally import Tally
from pipeline.model.paper import Flag

Key = tuple[str, frozenset[int | str]]

_PAIRWISE = {"duplicate", "duplicate_ref", "conflicting_deadline"}
_OPEN_ENDED = {"name_variant", "broken_text", "past_deadline", "no_owner"}  # the gold does not list them all, so extras are not counted


def score_flags(gold: Sequence[GoldFlag], found: Sequence[Flag], place: Callable[[str], int | str], tally: Tally) -> None:
    """Counts the flags of one paper; `place` gives the gold position of a commitment's id, or the id where it has none."""
    claimed = _score_printings([flag for flag in gold if flag.evidence is not None], found, tally)
    by_member = [flag for flag in gold if flag.members is not None]
    wanted = {_gold_key(flag) for flag in by_member if not flag.optional}
    allowed = {_gold_key(flag) for flag in by_member if flag.optional}
    have = {key for at, flag in enumerate(found) if at not in claimed for key in _keys(flag, place)}
    scored = {key for key in have if key not in allowed and (key in wanted or key[0] not in _OPEN_ENDED)}
    for kind in sorted({kind for kind, _ in wanted | scored}):
        w, h = ({key for key in keys if key[0] == kind} for keys in (wanted, scored))
        _count(tally, kind, len(w & h), len(h), len(w))


def _score_printings(gold: Sequence[GoldFlag], found: Sequence[Flag], tally: Tally) -> set[int]:
    """Counts the flags that the gold tells by evidence; gives the positions of the found flags that these account for."""
    texts = [json.dumps([flag.message, flag.evidence], ensure_ascii=False) for flag in found]
    claimed: set[int] = set()
    for want in gold:
        hits = [
            at
            for at, (flag, text) in enumerate(zip(found, texts, strict=True))
            if flag.kind == want.kind and all(words in text for words in want.evidence or ())
        ]
        claimed.update(hits)
        if not want.optional:
            _count(tally, want.kind, bool(hits), bool(hits), 1)
    return claimed


def _count(tally: Tally, kind: str, hits: int, claimed: int, wanted: int) -> None:
    tally.add("flags", hits, claimed, wanted)
    tally.add(f"flags: {kind}", hits, claimed, wanted)


def _gold_key(flag: GoldFlag) -> Key:
    return flag.kind, frozenset(flag.members or ())


def _keys(flag: Flag, place: Callable[[str], int | str]) -> list[Key]:
    """What a flag claims: one thing, or one a pair where three or more members say the same."""
    members = [place(member) for member in flag.members]
    if len(members) > 2 and flag.kind in _PAIRWISE:
        return [(flag.kind, frozenset(pair)) for pair in combinations(members, 2)]
    return [(flag.kind, frozenset(members))]

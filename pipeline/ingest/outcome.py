"""What became of one paper in a run, in words a clerk understands."""

from typing import Literal, NamedTuple

from pipeline.model.paper import Paper

OutcomeKind = Literal["read", "unchanged", "same_as", "nothing_found", "not_read", "kept", "removed"]


class Outcome(NamedTuple):
    """One paper's line. `trace` is the traceback of a bug of ours, None otherwise; `commitments` and `flags` count this run's."""

    file: str
    kind: OutcomeKind
    text: str
    commitments: int = 0
    flags: int = 0
    trace: str | None = None


def of_paper(paper: Paper, note: str) -> Outcome:
    """The outcome of a paper that was read; `note` says what was unusual about it, and may be empty."""
    found, flags, doubts = len(paper.commitments), len(paper.flags), len(paper.reading_issues)
    remarks = [f"read with doubt in {count(doubts, 'place')}"] * bool(doubts) + [note] * bool(note)
    text = f"read ({count(found, 'commitment')}, {count(flags, 'flag')})" if found else "nothing found (read, without commitments)"
    return Outcome(paper.paper.file, "read" if found else "nothing_found", "; ".join([text, *remarks]), found, flags)


def count(number: int, thing: str) -> str:
    """A number and its noun.

    >>> count(1, "flag"), count(1200, "flag")
    ('1 flag', '1,200 flags')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def summary(outcomes: list[Outcome]) -> str:
    """The run in one line; nothing is mentioned that did not happen.

    >>> summary([Outcome("a.txt", "unchanged", "unchanged"), Outcome("b.txt", "unchanged", "unchanged")])
    '2 papers: all unchanged, nothing to do.'
    >>> summary([Outcome("a.txt", "read", "", 3, 1), Outcome("b.txt", "not_read", "")])
    '2 papers: 1 read, 1 not read. 3 commitments, 1 flag.'
    """
    kinds = [outcome.kind for outcome in outcomes if outcome.kind not in ("kept", "removed")]
    if kinds and set(kinds) == {"unchanged"}:
        return f"{count(len(kinds), 'paper')}: all unchanged, nothing to do."
    parts = [f"{kinds.count(kind):,} {words}" for kind, words in _WORDS.items() if kind in kinds]
    found = [outcome for outcome in outcomes if outcome.kind == "read"]
    totals = f" {count(sum(o.commitments for o in found), 'commitment')}, {count(sum(o.flags for o in found), 'flag')}." if found else ""
    return f"{count(len(kinds), 'paper')}: {', '.join(parts)}.{totals}"


_WORDS: dict[OutcomeKind, str] = {
    "read": "read",
    "unchanged": "unchanged",
    "same_as": "the same as another",
    "nothing_found": "without commitments",
    "not_read": "not read",
}

"""What became of one paper in a run, in words a clerk understands."""

from typing import Literal, NamedTuple

from pipeline.model.paper import Paper
from pipeline.reasons import Why, reason_of

OutcomeKind = Literal["read", "partly_read", "nothing_found", "unchanged", "same_as", "not_read", "kept", "removed"]


class Outcome(NamedTuple):
    """One paper's line. `why` is the reason why it is not, or only partly, read; None otherwise.

    `commitments`, `flags` and `pages` count this run's. `trace` is the traceback of a bug of ours, None otherwise.
    """

    file: str
    kind: OutcomeKind
    text: str
    commitments: int = 0
    flags: int = 0
    trace: str | None = None
    why: Why | None = None
    pages: int = 0


def of_paper(paper: Paper, note: str) -> Outcome:
    """The outcome of a paper that was read; `note` says what was unusual about it, and may be empty.

    It is `partly_read` where something in it was not, which its first such reason tells.
    """
    found, flags = len(paper.commitments), len(paper.flags)
    gaps = [issue for issue in paper.reading_issues if issue.code and reason_of(issue.code).value.effect == "not_read"]
    doubts = len(paper.reading_issues) - len(gaps)
    text = f"{'partly read' if gaps else 'read'} ({count(found, 'commitment')}, {count(flags, 'flag')})"
    if not found:
        text = f"nothing found ({'partly read' if gaps else 'read'}, without commitments)"
    kind: OutcomeKind = "partly_read" if gaps else "read" if found else "nothing_found"
    why = next((Why(gap.code, f"{gap.where}: {gap.message}" if gap.where else gap.message) for gap in gaps), None)
    remarks = [why.text] if why else []
    remarks += [f"and {count(len(gaps) - 1, 'other part')} not read"] * (len(gaps) > 1)
    remarks += [f"read with doubt in {count(doubts, 'place')}"] * bool(doubts) + [note] * bool(note)
    return Outcome(paper.paper.file, kind, "; ".join([text, *remarks]), found, flags, why=why, pages=paper.paper.pages or 0)


def not_read(file: str, why: Why, trace: str | None = None) -> Outcome:
    """The outcome of a paper that was not read."""
    told = Why(why.code, " ".join(why.text.split()))
    return Outcome(file, "not_read", f"not read: {told.text}", trace=trace, why=told)


def may_pass(paper: Paper) -> bool:
    """Whether something in the paper was not read for a reason that has nothing to do with it, so that it must be tried again."""
    return any(issue.code and reason_of(issue.code).value.stays == "machine" for issue in paper.reading_issues)


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
    found = [outcome for outcome in outcomes if outcome.kind in ("read", "partly_read")]
    totals = f" {count(sum(o.commitments for o in found), 'commitment')}, {count(sum(o.flags for o in found), 'flag')}." if found else ""
    return f"{count(len(kinds), 'paper')}: {', '.join(parts)}.{totals}"


_WORDS: dict[OutcomeKind, str] = {
    "read": "read",
    "partly_read": "partly read",
    "unchanged": "unchanged",
    "same_as": "the same as another",
    "nothing_found": "without commitments",
    "not_read": "not read",
}

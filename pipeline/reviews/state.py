"""What stands of all that was decided about a flag."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pipeline.reviews.verdict import Decision, Entry, Seen

State = Literal["open", "confirmed", "dismissed", "merged", "accepted", "changed", "lapsed"]
_DECIDED: dict[Decision, State] = {
    "confirm": "confirmed",
    "dismiss": "dismissed",
    "merge": "merged",
    "accept": "accepted",
    "reopen": "open",
}
STILL_TO_REVIEW: frozenset[State] = frozenset({"open", "changed", "lapsed"})


class Standing(NamedTuple):
    """The state of a flag, and the entry that it rests on; None where nobody has decided anything.

    `changed`: what the flag says is no longer what the auditor saw; `lapsed`: it was accepted until a day that is over.
    """

    state: State
    entry: Entry | None = None

    @property
    def is_to_review(self) -> bool:
        """Whether it stands in the queue."""
        return self.state in STILL_TO_REVIEW


def standing_of(seen: Seen, entries: Sequence[Entry], today: str) -> Standing:
    """How a flag, as it is seen now, stands by the entries about it, in their order; `today` is an ISO day."""
    if not entries:
        return Standing("open")
    last = entries[-1]
    verdict = last.verdict
    if verdict.decision == "reopen":
        return Standing("open", last)
    if (verdict.seen.message, verdict.seen.texts) != (seen.message, seen.texts):
        return Standing("changed", last)
    if verdict.until and verdict.until < today:
        return Standing("lapsed", last)
    return Standing(_DECIDED[verdict.decision], last)

"""A verdict on a flag: as it is given, and as the log holds it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Decision = Literal["confirm", "dismiss", "merge", "accept", "reopen"]
LONGEST_NOTE = 2000

Day = Annotated[str, Field(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Strict(BaseModel):
    """Frozen, and nothing but its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Seen(Strict):
    """The flag as the auditor saw it: its kind, its paper's slug, its sentence, and the words on both sides, in their order."""

    flag: Line
    kind: Line
    paper: str
    message: str
    texts: tuple[str, ...]


class Verdict(Strict):
    """What an auditor decides about a flag.

    `accept` holds until the end of the day `until`; `merge` says which member of the flag `stands`, by its id; `reopen` takes back what
    was decided before. `note` is public. Of one `nonce`, which the form brings along, only one verdict is kept.
    """

    seen: Seen
    decision: Decision
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_NOTE)] = ""
    until: Day | None = None
    stands: Line | None = None
    nonce: Line

    @model_validator(mode="after")
    def _is_whole(self) -> "Verdict":
        if (self.decision == "accept") != (self.until is not None):
            raise ValueError("a flag is accepted until a date, and nothing else has one")
        if (self.decision == "merge") != (self.stands is not None):
            raise ValueError("a merge says which commitment stands, and nothing else does")
        return self


class Entry(Strict):
    """A verdict in the log: its `number` from 1, who gave it, when (UTC, ISO 8601), and the hash that ties it to the entry before.

    `bulk` is shared by verdicts that were given as one; None for a single one.
    """

    number: int
    verdict: Verdict
    reviewer: Line
    at: str
    bulk: str | None
    previous: str
    hash: str

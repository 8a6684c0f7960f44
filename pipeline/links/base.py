"""What following a promise yields."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from pipeline.links.names import Names
from pipeline.model.paper import Flag, FlagKind, PaperFacts
from pipeline.model.record import Commitment, Value

Reason = Literal["reference", "words", "section", "owner", "target", "parent"]
Event = Literal[
    "first_promised",
    "carried_forward",
    "deadline_moved",
    "owner_changed",
    "target_weakened",
    "target_strengthened",
    "target_changed",
    "done",
    "dropped",
    "taken_up_again",
]


class Succession(NamedTuple):
    """Paper `later` succeeds paper `earlier`, by slug; `reason` says in plain words why, `is_guess` where none of it is certain."""

    earlier: str
    later: str
    reason: str
    is_guess: bool


class Link(NamedTuple):
    """Commitment `later` is the promise that `earlier` was, by id; `likeness` is from 0 to 1, `reasons` what they have in common."""

    earlier: str
    later: str
    likeness: float
    reasons: tuple[Reason, ...]


class Side(NamedTuple):
    """A promise as it stands in one paper; `names` are all names of the paper's bodies."""

    facts: PaperFacts
    promise: Commitment
    names: Names = MappingProxyType({})


class Change(NamedTuple):
    """A fact that differs: what was said `before` and is said `after`; `days` as in `Step`."""

    kind: FlagKind
    event: Event
    before: Value
    after: Value
    days: int | None = None


class Step(NamedTuple):
    """One step of a history: what became of a promise in a paper.

    `history` is the same for all steps of one promise. `commitment` is the id of the promise as it stands there; where it is dropped,
    as it stood before. `days` is how far its date moved, later as more than 0; None where no date did.
    """

    history: str
    paper: str
    commitment: str
    event: Event
    message: str
    days: int | None


class Followed(NamedTuple):
    """All that was found among the papers of one publisher; papers in order of time, commitments in reading order.

    `flags` go by the slug of the later paper.
    """

    successions: tuple[Succession, ...]
    links: tuple[Link, ...]
    steps: tuple[Step, ...]
    flags: tuple[tuple[str, Flag], ...]

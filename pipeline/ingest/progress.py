"""What a run tells of itself while it goes on, for whoever shows it to people or machines."""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.ingest.outcome import Outcome
from pipeline.register import RunRow


class Started(NamedTuple):
    """It is known what there is to do: of so many `papers`, so many are `to_read`, of `size` bytes together. `run` is its number."""

    run: int
    papers: int
    to_read: int
    size: int


class Reading(NamedTuple):
    """A paper is begun. It comes from whatever thread, and not for papers that need no reading."""

    file: str


class Settled(NamedTuple):
    """It is known what became of a paper; `size`, in bytes, is 0 where it was not to be read."""

    outcome: Outcome
    size: int


class Joining(NamedTuple):
    """All papers are settled; what is made from all of them together is brought up to date: links, groups, flags between papers."""


class Ended(NamedTuple):
    """No work is left."""

    run: RunRow


Event = Started | Reading | Settled | Joining | Ended
Report = Callable[[Event], None]

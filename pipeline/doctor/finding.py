"""What the doctor says."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

MOST_NAMED = 5
State = Literal["ok", "warning", "problem"]


class Finding(NamedTuple):
    """What was looked at, how it is, and what to do about it, in plain words; `cure` is empty where nothing need be done.

    A warning leaves things as they are; with a problem, something does not work or cannot be trusted.
    """

    subject: str
    state: State
    says: str
    cure: str = ""


def count(number: int, thing: str) -> str:
    """A number and its noun.

    >>> count(1, "file"), count(1200, "file")
    ('1 file', '1,200 files')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def named(names: Iterable[str]) -> str:
    """The first names, and how many more there are.

    >>> named("abcdefg")
    'a, b, c, d, e and 2 more'
    """
    every = list(names)
    more = f" and {len(every) - MOST_NAMED:,} more" if len(every) > MOST_NAMED else ""
    return f"{', '.join(every[:MOST_NAMED])}{more}"

"""What the doctor says."""

from typing import Literal, NamedTuple

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

"""How two wordings differ, in words."""

from pipeline.checks.base import joined
from pipeline.model.paper import Difference

MOST_CHANGES = 3
"""Changes that a sentence can tell of; the difference itself shows them all."""
MARKS = " .,;:'\"‘’“”()"


def said_difference(difference: tuple[Difference, ...]) -> str:
    """What the second wording makes of the first; empty where only marks change, or too much to say.

    >>> said_difference((Difference(one="Plant", other="Plant"), Difference(one="ten", other="nine"), Difference(one="", other="trees")))
    'has “nine” for “ten” and adds “trees”'
    """
    changes = [change for each in difference if not each.is_equal and (change := _said(each.one.strip(MARKS), each.other.strip(MARKS)))]
    return joined(changes) if len(changes) <= MOST_CHANGES else ""


def _said(one: str, other: str) -> str:
    if one.lower() == other.lower():
        return ""
    if one and other:
        return f"has “{other}” for “{one}”"
    return f"adds “{other}”" if other else f"leaves out “{one}”"

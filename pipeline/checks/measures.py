"""Measures: whether more of one is better, and which figure of the paper tells how far it stands."""

import re

from pipeline.duplicates.words import words_of
from pipeline.model.paper import Level
from pipeline.model.record import Commitment, Target

LESS_IS_BETTER = re.compile(
    r"\b(?:not (?:in|yet|meeting|having)\b|neets?\b|without\b|emission|unemploy|crimes?\b|incidents?\b|complaint|absen|sickness|vacan"
    r"|turnover|landfill|residual|fly.?tip|accident|casualt|killed|death|mortalit|obes|smok|re-?offen|arrears|debt|overdue|delay|waiting"
    r"|(?:average|length of) time|days? (?:to|lost|between)|agency|homeless|poverty|gap\b|truan|exclu[ds]|pregnan|missed|late\b|errors?\b"
    r"|temporary accommodation|empty|void|overspen|entrants|costs?\b|leaks?\b|breach)",
    re.IGNORECASE,
)
MORE_IS_BETTER = re.compile(
    r"\b(?:satisf|attend|achiev|attain|complet|recycl|compost|answered|resolved|collected|improved|trained|good or|in educat|in employ"
    r"|participat|take.?up|uptake|visit|on time|within\b|complian|rating of|accessible|accredit|install|planted|affordable|volunteer"
    r"|members\b|immunis|vaccin|screen|pass(?:ed|es)?\b|suitable|stability|converted|positive|litter.free|free (?:of|from))",
    re.IGNORECASE,
)
NOT = frozenset({"neither", "no", "non", "none", "not", "without"})
EMPTY = frozenset(
    {
        "aged",
        "already",
        "area",
        "been",
        "currently",
        "down",
        "from",
        "have",
        "just",
        "level",
        "number",
        "olds",
        "only",
        "people",
        "percentage",
    }
    | {"proportion", "rate", "share", "some", "that", "this", "those", "which", "with", "year", "years", "young"}
    | {
        "dropped",
        "fallen",
        "fell",
        "improved",
        "increased",
        "raise",
        "reach",
        "reached",
        "reduce",
        "increase",
        "reduced",
        "risen",
        "rose",
        "stood",
    }
)
FEWEST_SHARED = 2
CLOSE = 2.0
"""How many times one figure may be the other, for both to be of one measure."""


def is_reached(measure: str, target: Target, figure: float) -> bool:
    """Whether a figure keeps the target already; no where it is not known which way the measure should go."""
    if target.value is None:
        return False
    if target.direction == "reach" and figure == target.value:
        return True
    return figure >= target.value if _grows(measure, target) else figure <= target.value if _shrinks(measure, target) else False


def _shrinks(measure: str, target: Target) -> bool:
    return target.direction == "decrease" or (target.direction == "reach" and bool(LESS_IS_BETTER.search(measure)))


def _grows(measure: str, target: Target) -> bool:
    return target.direction == "increase" or (
        target.direction == "reach" and bool(MORE_IS_BETTER.search(measure)) and not LESS_IS_BETTER.search(measure)
    )


def told_likeness(commitment: Commitment, target: Target, level: Level) -> float:
    """How much of the words of a level are those of a measure, from 0 to 1; 0 where the two are of different things."""
    if target.value is None or target.unit != level.unit or not 1 / CLOSE <= (level.value + 1) / (target.value + 1) <= CLOSE:
        return 0
    one, other = words_of(commitment.text), words_of(level.text)
    if NOT.isdisjoint(one) != NOT.isdisjoint(other):
        return 0
    one_tells, other_tells = _telling(one), _telling(other)
    shared = one_tells & other_tells
    are_alike = len(shared) >= FEWEST_SHARED or (shared and one_tells == other_tells)
    return len(shared) / len(one_tells | other_tells) if are_alike else 0


def _telling(words: tuple[str, ...]) -> set[str]:
    return {word.removesuffix("s") for word in words if word.isalpha() and len(word) > 3 and word not in EMPTY}

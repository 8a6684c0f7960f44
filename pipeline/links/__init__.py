"""One promise followed over the years: which paper succeeds which, which promise is which, and what became of it. Opens nothing."""

from pipeline.links.base import Event, Followed, Link, Side, Step, Succession
from pipeline.links.conflicts import find_conflict
from pipeline.links.follow import Known, follow, follow_again
from pipeline.links.lineage import Lineage
from pipeline.links.named import Nameable, find_named
from pipeline.links.succession import find_successions

__all__ = [
    "Event",
    "Followed",
    "Known",
    "Lineage",
    "Link",
    "Nameable",
    "Side",
    "Step",
    "Succession",
    "find_conflict",
    "find_named",
    "find_successions",
    "follow",
    "follow_again",
]

"""One promise followed over the years: which paper succeeds which, which promise is which, and what became of it. Opens nothing."""

from pipeline.links.base import Event, Followed, Link, Step, Succession
from pipeline.links.follow import follow
from pipeline.links.succession import find_successions

__all__ = ["Event", "Followed", "Link", "Step", "Succession", "find_successions", "follow"]

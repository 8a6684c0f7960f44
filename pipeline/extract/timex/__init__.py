"""Times: found by rules/time as written, then resolved by the calendar and by what their paper tells."""

from pipeline.extract.timex.anchor import Anchor, anchor_day
from pipeline.extract.timex.fill import resolve_value
from pipeline.extract.timex.find import Timex, TimexFinder, within
from pipeline.extract.timex.normalisers import NORMALISERS
from pipeline.extract.timex.resolve import resolve
from pipeline.extract.timex.timex3 import Timex3, resolve_timex
from pipeline.extract.timex.value import TimeValue

__all__ = [
    "NORMALISERS",
    "Anchor",
    "TimeValue",
    "Timex",
    "Timex3",
    "TimexFinder",
    "anchor_day",
    "resolve",
    "resolve_timex",
    "resolve_value",
    "within",
]

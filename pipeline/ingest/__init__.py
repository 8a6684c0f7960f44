"""The one place where reading, extraction, checks and register meet.

Each name is imported when it is first asked for: all of them take half a second, and what forks workers needs few.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.ingest.ahead import start_ahead
    from pipeline.ingest.derive import derive_paper, paper_json
    from pipeline.ingest.order import Order
    from pipeline.ingest.outcome import Outcome, summary
    from pipeline.ingest.places import slug_of
    from pipeline.ingest.progress import Ended, Event, Joining, Reading, Report, Settled, Started
    from pipeline.ingest.run import ingest
    from pipeline.ingest.single import read_single

__all__ = [
    "Ended",
    "Event",
    "Joining",
    "Order",
    "Outcome",
    "Reading",
    "Report",
    "Settled",
    "Started",
    "derive_paper",
    "ingest",
    "paper_json",
    "read_single",
    "slug_of",
    "start_ahead",
    "summary",
]

NAMES = {
    "ahead": ("start_ahead",),
    "derive": ("derive_paper", "paper_json"),
    "order": ("Order",),
    "outcome": ("Outcome", "summary"),
    "places": ("slug_of",),
    "progress": ("Ended", "Event", "Joining", "Reading", "Report", "Settled", "Started"),
    "run": ("ingest",),
    "single": ("read_single",),
}


def __getattr__(name: str) -> Any:
    for module, names in NAMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__} has no attribute {name}")

"""The one place where reading, extraction, checks and register meet."""

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
    "summary",
]

"""What auditors decide about flags: a log that only ever grows. It knows of the register only the flags that it is handed."""

from pipeline.reviews.chain import find_breaks
from pipeline.reviews.forerunner import find_forerunners
from pipeline.reviews.log import AlreadySaidError, ReviewError, ReviewLog
from pipeline.reviews.precision import Precision, precision_of_checks
from pipeline.reviews.remembered import Remembered
from pipeline.reviews.state import STILL_TO_REVIEW, Standing, standing_of
from pipeline.reviews.verdict import Decision, Entry, Seen, Verdict

__all__ = [
    "STILL_TO_REVIEW",
    "AlreadySaidError",
    "Decision",
    "Entry",
    "Precision",
    "Remembered",
    "ReviewError",
    "ReviewLog",
    "Seen",
    "Standing",
    "Verdict",
    "find_breaks",
    "find_forerunners",
    "precision_of_checks",
    "standing_of",
]

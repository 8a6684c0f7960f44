"""The border round one paper: what goes wrong inside becomes its line, and the others are still read."""

import traceback
from collections.abc import Callable
from typing import TypeVar

from pipeline.errors import PipelineError
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import plain_reason

T = TypeVar("T")


def guarded(file: str, step: Callable[[], T]) -> T | Outcome:
    """What `step` gives for the paper, or the outcome that says why it gave nothing."""
    try:
        return step()
    except PipelineError as error:
        return _not_read(file, str(error), "\n".join(getattr(error, "__notes__", [])) or None)
    except OSError as error:
        return _not_read(file, plain_reason(error))
    except Exception as error:  # noqa: BLE001 - a bug of ours, met in one paper, must cost the clerk neither the others nor the register
        reason = f"internal error ({type(error).__name__}); please report it, with the paper and what --debug prints"
        return _not_read(file, reason, traceback.format_exc())


def _not_read(file: str, reason: str, trace: str | None = None) -> Outcome:
    return Outcome(file, "not_read", f"not read: {' '.join(reason.split())}", trace=trace)

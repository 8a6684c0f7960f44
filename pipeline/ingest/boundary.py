"""The border round one paper: what goes wrong inside becomes its line, and the others are still read."""

import traceback
from collections.abc import Callable
from typing import TypeVar

from pipeline.errors import PipelineError, ReadError, RegisterBusyError
from pipeline.ingest.outcome import Outcome, not_read
from pipeline.ingest.papers import plain_reason
from pipeline.reasons import Reason

T = TypeVar("T")


def guarded(file: str, step: Callable[[], T]) -> T | Outcome:
    """What `step` gives for the paper, or the outcome that says why it gave nothing.

    Raises RegisterBusyError, since each of the others would wait as long, and for nothing.
    """
    try:
        return step()
    except RegisterBusyError:
        raise
    except ReadError as error:
        return not_read(file, error.why, "\n".join(getattr(error, "__notes__", [])) or None)
    except PipelineError as error:
        return not_read(file, Reason.REGISTER.told(words=error))
    except OSError as error:
        return not_read(file, plain_reason(error))
    except MemoryError:
        return not_read(file, Reason.SEARCH_MEMORY.told())
    except Exception as error:  # noqa: BLE001 - a bug of ours, met in one paper, must cost the clerk neither the others nor the register
        return not_read(file, Reason.BUG.told(error=type(error).__name__), traceback.format_exc())

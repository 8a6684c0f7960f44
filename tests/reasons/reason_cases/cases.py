"""How a case is written: a function that gives the reasons it has met, under the one that it must meet."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

from pipeline.errors import ReadError
from pipeline.ingest.boundary import guarded
from pipeline.ingest.outcome import Outcome
from pipeline.read import read_paper
from pipeline.read.limits import Limits
from pipeline.reasons import Reason, Why


class Tools(NamedTuple):
    """What a case may need: an empty folder, and a way to change the program for its time."""

    folder: Path
    patch: pytest.MonkeyPatch


Case = Callable[[Tools], Iterable[Why]]
T = TypeVar("T", bound=Case)
CASES: dict[Reason, Case] = {}


def case(reason: Reason) -> Callable[[T], T]:
    """Marks a function as the case of a reason."""

    def mark(function: T) -> T:
        assert reason not in CASES, reason
        CASES[reason] = function
        return function

    return mark


def simple(reason: Reason, step: Callable[[], object]) -> None:
    """A case that needs no tools."""
    CASES[reason] = lambda tools: told(step)


def told(step: Callable[[], object]) -> list[Why]:
    """Why a step comes to nothing, by the border that stands round every paper."""
    found = guarded("paper", step)
    assert isinstance(found, Outcome) and found.why, "the step came to something"
    return [found.why]


def met(data: bytes, name: str, limits: Limits | None = None) -> list[Why]:
    """The reasons that reading the paper meets."""
    try:
        document = read_paper(data, name, limits)
    except ReadError as error:
        return [error.why]
    return [Why(issue.code, issue.message) for issue in document.issues]


def raising(error: BaseException) -> Callable[..., object]:
    """A function that raises the error, whatever it is given."""

    def refuse(*_: object, **__: object) -> object:
        raise error

    return refuse

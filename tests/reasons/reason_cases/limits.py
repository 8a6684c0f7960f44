"""How a process may end that reads a paper, or looks for commitments in one."""

import signal
import sys
from functools import partial
from pathlib import Path

import msgspec

from pipeline.ingest import forker, workers
from pipeline.ingest.derive import Task
from pipeline.ingest.workers import Workers
from pipeline.model.document import Document
from pipeline.model.paper import Sidecar
from pipeline.read.limits import Allowance, Limits
from pipeline.read.sandbox import run as sandbox
from pipeline.read.sandbox.endings import told as ended
from pipeline.read.sandbox.endings import too_slow, untold
from pipeline.read.sandbox.messages import Ended, Reaped
from pipeline.reasons import Reason, Why
from reason_cases.cases import Tools, case, raising, told

LIMITS, TASK = Limits(), Task(Path("plan.txt"), "plan.txt", "plan", 0, "", Sidecar())
PATIENCE = Allowance(LIMITS)


def by_signal(end: signal.Signals) -> list[Why]:
    return [untold(Reaped(end, 1.0, 0), LIMITS, PATIENCE)[1]]


case(Reason.MEMORY)(lambda tools: [ended(Ended("memory"), LIMITS)[1]])
case(Reason.FAILED)(lambda tools: [ended(Ended("error", reason="ZeroDivisionError: no"), LIMITS)[1]])
case(Reason.CLOCK)(lambda tools: [too_slow(PATIENCE)[1]])
case(Reason.PROCESSOR)(lambda tools: by_signal(signal.SIGXCPU))
case(Reason.CRASHED)(lambda tools: by_signal(signal.SIGSEGV))
case(Reason.KILLED)(lambda tools: by_signal(signal.SIGKILL))


def hearing(tools: Tools, error: Exception) -> list[Why]:
    """What is told of a child that says this."""
    tools.patch.setattr(sys.modules[sandbox.__module__], "receive", raising(error))
    return [sandbox("builtins:zip", b"").told]


case(Reason.TOO_MANY_WORDS)(lambda tools: hearing(tools, OverflowError()))
case(Reason.GARBLED_REPLY)(lambda tools: hearing(tools, msgspec.DecodeError()))


class Lane:
    """A connection to a worker that is dead, or never answers."""

    def __init__(self, *, answers: bool) -> None:
        self.poll = lambda seconds: answers
        self.recv = raising(EOFError())
        self.send = self.close = lambda *_: None


def search(tools: Tools, *, answers: bool) -> list[Why]:
    """Why there is no paper where every worker has such a lane."""

    class Worker(forker.Worker):
        def end(self) -> None:
            pass

    tools.patch.setattr(Workers, "_fork", lambda self: Worker(0, Lane(answers=answers)))
    tools.patch.setattr(workers, "SECONDS", 0.0)
    return told(partial(Workers(Path("rules"), Path("nowhere"), "").extract, Document("We will mow.", ()), TASK))


case(Reason.SEARCH_KILLED)(lambda tools: search(tools, answers=True))
case(Reason.SEARCH_SLOW)(lambda tools: search(tools, answers=False))

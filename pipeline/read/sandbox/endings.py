"""How a child ended, and why, in plain words that follow "because" or a colon."""

import os
import signal
from typing import Literal

from pipeline.read.limits import Allowance, Limits
from pipeline.read.sandbox.messages import Ended, Reaped
from pipeline.reasons import Reason, Why

Outcome = Literal["finished", "refused", "locked", "stopped", "crashed"]
ABORTS = {signal.SIGABRT, signal.SIGTRAP, signal.SIGILL}  # how libraries end when they are given no memory, and when they are at a loss


def told(ended: Ended, limits: Limits) -> tuple[Outcome, Why]:
    """How a child ended by its own word, and why."""
    if ended.how == "memory":
        return "stopped", _memory(limits)
    if ended.how == "error":
        error = ended.reason.strip().rpartition("\n")[2].partition(":")[0]
        return "crashed", Reason.FAILED.told(error=error)
    return ended.how, Why(ended.code, ended.reason)


def untold(reaped: Reaped | None, limits: Limits, allowance: Allowance) -> tuple[Outcome, Why]:
    """How a child ended that said nothing, and why; `reaped` is None where the fork server has ended too."""
    if reaped is None or not os.WIFSIGNALED(reaped.status) or os.WTERMSIG(reaped.status) == signal.SIGKILL:
        return "stopped", Reason.KILLED.told()
    end = signal.Signals(os.WTERMSIG(reaped.status))
    if end == signal.SIGXCPU:
        return "stopped", Reason.PROCESSOR.told(seconds=max(int(allowance.processor), 1))
    if end in ABORTS and reaped.peak > limits.memory / 2:
        return "stopped", _memory(limits)
    perhaps = f", perhaps because {_memory(limits).text}" if end in ABORTS else ""
    return "crashed", Reason.CRASHED.told(signal=end.name, perhaps=perhaps)


def too_slow(allowance: Allowance) -> tuple[Outcome, Why]:
    """How a child ended that slept, or waited for something."""
    return "stopped", Reason.CLOCK.told(seconds=f"{allowance.clock:.0f}")


def _memory(limits: Limits) -> Why:
    size = f"{limits.memory / 2**30:.0f} GiB" if limits.memory >= 2**30 else f"{limits.memory / 2**20:.0f} MiB"
    return Reason.MEMORY.told(limit=size)

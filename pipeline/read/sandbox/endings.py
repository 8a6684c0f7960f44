"""Why a child ended before it had read all, in plain words that follow "because" or a colon."""

import os
import signal

from pipeline.read.limits import Allowance, Limits
from pipeline.read.sandbox.messages import Ended, Reaped

ABORTS = {signal.SIGABRT, signal.SIGTRAP, signal.SIGILL}  # how libraries end when they are given no memory, and when they are at a loss


def reason_of(ended: Ended, limits: Limits) -> str:
    """The reason that a child gave itself."""
    if ended.how == "memory":
        return _memory(limits)
    if ended.how == "error":
        error = ended.reason.strip().rpartition("\n")[2].partition(":")[0]
        return f"the program that reads it failed on it ({error})"
    return ended.reason


def reason_of_death(reaped: Reaped | None, limits: Limits, allowance: Allowance) -> str:
    """The reason why a child ended without a word; None where not even the fork server has one."""
    if reaped is None or not os.WIFSIGNALED(reaped.status) or os.WTERMSIG(reaped.status) == signal.SIGKILL:
        return "the process that read it was killed, perhaps because the machine has too little memory"
    end = signal.Signals(os.WTERMSIG(reaped.status))
    if end == signal.SIGXCPU:
        return f"it took more than {max(int(allowance.processor), 1)} s of processor time"
    if end in ABORTS:
        return _memory(limits) if reaped.peak > limits.memory / 2 else f"{_crash(end)}, perhaps because {_memory(limits)}"
    return _crash(end)


def reason_of_clock(allowance: Allowance) -> str:
    """The reason why a child was ended that slept, or waited for something."""
    return f"it took longer than {allowance.clock:.0f} s"


def _crash(end: signal.Signals) -> str:
    return f"the program that reads it crashed on it ({end.name})"


def _memory(limits: Limits) -> str:
    size = f"{limits.memory / 2**30:.0f} GiB" if limits.memory >= 2**30 else f"{limits.memory / 2**20:.0f} MiB"
    return f"it needed more than {size} of memory"

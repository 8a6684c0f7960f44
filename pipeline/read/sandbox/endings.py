"""How a child ended, and why, in plain words that follow "because" or a colon."""

import os
import signal
from typing import Literal

from pipeline.read.limits import Allowance, Limits
from pipeline.read.sandbox.messages import Ended, Reaped

Outcome = Literal["finished", "refused", "locked", "stopped", "crashed"]
ABORTS = {signal.SIGABRT, signal.SIGTRAP, signal.SIGILL}  # how libraries end when they are given no memory, and when they are at a loss


def told(ended: Ended, limits: Limits) -> tuple[Outcome, str]:
    """How a child ended by its own word, and why."""
    if ended.how == "memory":
        return "stopped", _memory(limits)
    if ended.how == "error":
        error = ended.reason.strip().rpartition("\n")[2].partition(":")[0]
        return "crashed", f"the program that reads it failed on it ({error})"
    return ended.how, ended.reason


def untold(reaped: Reaped | None, limits: Limits, allowance: Allowance) -> tuple[Outcome, str]:
    """How a child ended that said nothing, and why; `reaped` is None where the fork server has ended too."""
    if reaped is None or not os.WIFSIGNALED(reaped.status) or os.WTERMSIG(reaped.status) == signal.SIGKILL:
        return "stopped", "the process that read it was killed, perhaps because the machine has too little memory"
    end = signal.Signals(os.WTERMSIG(reaped.status))
    crash = f"the program that reads it crashed on it ({end.name})"
    if end == signal.SIGXCPU:
        return "stopped", f"it took more than {max(int(allowance.processor), 1)} s of processor time"
    if end in ABORTS and reaped.peak > limits.memory / 2:
        return "stopped", _memory(limits)
    return "crashed", f"{crash}, perhaps because {_memory(limits)}" if end in ABORTS else crash


def too_slow(allowance: Allowance) -> tuple[Outcome, str]:
    """How a child ended that slept, or waited for something."""
    return "stopped", f"it took longer than {allowance.clock:.0f} s"


def _memory(limits: Limits) -> str:
    size = f"{limits.memory / 2**30:.0f} GiB" if limits.memory >= 2**30 else f"{limits.memory / 2**20:.0f} MiB"
    return f"it needed more than {size} of memory"

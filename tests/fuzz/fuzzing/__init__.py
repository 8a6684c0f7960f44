"""Papers, sidecars and rules that nobody wrote: what to feed the readers, and what may come of it."""

from fuzzing.targets import TARGETS, Hang, Target, attempt

__all__ = ["TARGETS", "Hang", "Target", "attempt"]

"""Keeps the register in step with a folder: waits until files have stopped changing, and ingests them. Knows no format and no record."""

from pipeline.watch.run import Settings, watch
from pipeline.watch.status import Status
from pipeline.watch.world import Clock

__all__ = ["Clock", "Settings", "Status", "watch"]

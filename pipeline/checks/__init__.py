"""Paper to flags: one file a check."""

from pipeline.checks.registry import run_checks

__all__ = ["run_checks"]

"""All checks, and the one way to run them."""

from pipeline.checks.base import Check
from pipeline.checks.nv01_name_variant import name_variant
from pipeline.checks.pr01_duplicate import duplicate
from pipeline.checks.rf01_duplicate_ref import duplicate_ref
from pipeline.checks.rf02_ref_style import ref_style
from pipeline.checks.rf03_numbering_gap import numbering_gap
from pipeline.checks.tx01_broken_text import broken_text
from pipeline.model.paper import Flag, Paper

CHECKS: tuple[Check, ...] = (duplicate, duplicate_ref, ref_style, numbering_gap, name_variant, broken_text)


def run_checks(paper: Paper) -> tuple[Flag, ...]:
    """Every flag that any check raises on the paper, in the order of the checks."""
    return tuple(flag for check in CHECKS for flag in check.flags(paper))

"""All checks, and the one way to run them."""

from pipeline.checks.base import Check
from pipeline.checks.dl01_no_deadline import no_deadline
from pipeline.checks.dl02_vague_deadline import vague_deadline
from pipeline.checks.dl03_past_deadline import past_deadline
from pipeline.checks.dl04_conflicting_deadline import conflicting_deadline
from pipeline.checks.nv01_name_variant import name_variant
from pipeline.checks.ow01_no_owner import no_owner
from pipeline.checks.pr01_duplicate import duplicate
from pipeline.checks.rf01_duplicate_ref import duplicate_ref
from pipeline.checks.rf02_ref_style import ref_style
from pipeline.checks.rf03_numbering_gap import numbering_gap
from pipeline.checks.tg01_target_without_value import target_without_value
from pipeline.checks.tg02_target_already_met import target_already_met
from pipeline.checks.tx01_broken_text import broken_text
from pipeline.model.paper import Flag, Paper

CHECKS: tuple[Check, ...] = (
    duplicate,
    duplicate_ref,
    ref_style,
    numbering_gap,
    name_variant,
    broken_text,
    conflicting_deadline,
    no_deadline,
    vague_deadline,
    past_deadline,
    no_owner,
    target_without_value,
    target_already_met,
)


def run_checks(paper: Paper) -> tuple[Flag, ...]:
    """Every flag that any check raises on the paper, in the order of the checks."""
    return tuple(flag for check in CHECKS for flag in check.flags(paper))

"""Whether all is well with an installation: looks at everything, changes nothing, and says what to do."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.doctor.finding import Finding, State
from pipeline.doctor.folders import examine_leftovers, examine_rights, examine_room
from pipeline.doctor.programs import examine_office, examine_scans
from pipeline.doctor.register import examine_outputs, examine_verdicts
from pipeline.doctor.rules import examine_rules

__all__ = ["Finding", "Patient", "State", "examine"]


class Patient(NamedTuple):
    """What is looked at: the folders of papers, outputs and rules."""

    corpus: Path
    out: Path
    rules: Path


def examine(patient: Patient, now: float) -> Iterator[Finding]:
    """Each finding as soon as it is made; `now` is in seconds since 1970."""
    yield from examine_outputs(patient.out, patient.corpus)
    yield examine_verdicts(patient.out)
    yield examine_rights(patient.corpus, patient.out)
    yield examine_room(patient.out)
    yield examine_leftovers(patient.out, now)
    yield examine_scans()
    yield examine_office()
    yield examine_rules(patient.rules, patient.out)

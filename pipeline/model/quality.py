"""How often the program was right, as it is published beside a register."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

FOLDER, FILE = "measured", "quality.json"
"""Where it lies in the folder of the register: apart from the papers' own records."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One field, or one kind of flag: precision, recall and F1 from 0 to 1, and how many values were right, made up and missed.

    Where nothing was claimed, precision is 1; where nothing was wanted, recall is 1.
    """

    precision: float
    recall: float
    f1: float
    tp: int
    fp: int
    fn: int


class KnownFailure(BaseModel):
    """A text that a rule should read, and is known not to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    text: str


class Quality(BaseModel):
    """A measurement: on which ISO day, with which version and rules (a SHA-256), against which papers read by hand (their slugs, and a
    SHA-256 over them)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measured: str
    version: str
    rules: str
    gold: str
    papers: tuple[str, ...]
    fields: dict[str, Measured]
    known_failures: tuple[KnownFailure, ...] = ()

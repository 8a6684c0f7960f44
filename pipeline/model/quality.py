"""How often the program was right, as it is published beside a register."""

from pydantic import BaseModel, ConfigDict

FOLDER, FILE = "measured", "quality.json"
"""Where it lies in the folder of the register: apart from the papers' own records."""


class Measured(BaseModel):
    """One field, or one kind of flag: precision, recall and F1 from 0 to 1, and how many values were right, wrong and missed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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

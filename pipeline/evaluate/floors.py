"""The floors: the F1 that each field has reached, and must not fall below. They hold for one set of gold papers."""

import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import PipelineError
from pipeline.evaluate.folders import gold_files
from pipeline.model.quality import Measured

_ABOUT = "F1 floors by field. Written by `pledgebook evaluate --floor FILE --pin`; `commitments` stays empty, so that scorers pass over it."


class Floors(BaseModel):
    """What a floor file holds. `gold` is the SHA-256 of the gold papers that the floors were pinned on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str = _ABOUT
    commitments: tuple[()] = ()
    gold: str
    floors: dict[str, float]


def gold_digest(gold: Path) -> str:
    """A SHA-256 over the names and bytes of the gold papers."""
    digest = hashlib.sha256()
    for path in gold_files(gold):
        digest.update(path.name.encode() + b"\x00" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def load_floors(path: Path) -> Floors:
    """The floors in a file. Raises PipelineError when it holds none."""
    try:
        return Floors.model_validate_json(path.read_bytes())
    except OSError as error:
        raise PipelineError(f"The floors cannot be read from {path}: {error.strerror}. Write them with --pin.") from None
    except ValidationError:
        raise PipelineError(f"{path} is no floor file. Write it with --pin.") from None


def broken_floors(path: Path, gold: Path, figures: Mapping[str, Measured]) -> list[str]:
    """What is wrong: a sentence a field that has fallen below its floor, or one that says that the gold has changed.

    A field that does not occur any more has nothing wrong. Raises PipelineError when the file holds no floors.
    """
    pinned = load_floors(path)
    if pinned.gold != gold_digest(gold):
        return [f"The gold papers have changed since the floors in {path} were pinned. Read the figures, then write them with --pin."]
    fallen = {field: floor for field, floor in pinned.floors.items() if field in figures and figures[field].f1 < floor}
    return [f"{field}: F1 is {figures[field].f1:.4f}, the floor is {floor:.4f}" for field, floor in fallen.items()]


def pin_floors(path: Path, gold: Path, figures: Mapping[str, Measured], lower: bool) -> None:
    """Writes the figures as floors, rounded down to four places. Raises PipelineError when one would sink and `lower` is False."""
    floors = Floors(gold=gold_digest(gold), floors={field: math.floor(f.f1 * 10_000) / 10_000 for field, f in figures.items()})
    before = load_floors(path).floors if path.exists() else {}
    sunk = [field for field, floor in before.items() if floors.floors.get(field, 1.0) < floor]
    if sunk and not lower:
        raise PipelineError(f"Pinning would lower the floors of {', '.join(sunk)}. If that is right, say --lower too.")
    path.write_text(json.dumps(floors.model_dump(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

"""Scoring a folder of extracted papers against a folder of gold."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.errors import PipelineError
from pipeline.evaluate.gold import GoldPaper
from pipeline.evaluate.score import score_paper
from pipeline.evaluate.tally import Tally
from pipeline.model.paper import Paper
from pipeline.model.quality import Measured

Model = TypeVar("Model", bound=BaseModel)

BASELINE = "baseline.json"  # the floors lie among the gold files, and are none


def gold_files(gold: Path) -> list[Path]:
    """The papers read by hand, sorted by name. Raises PipelineError where there are none."""
    files = sorted(path for path in gold.glob("*.json") if path.name != BASELINE)
    if not files:
        raise PipelineError(f"There are no papers read by hand in {gold}. Say where they are with --gold.")
    return files


def score_folders(gold: Path, extracted: Path) -> dict[str, Measured]:
    """The figures by field, over all gold papers; a paper that was not extracted counts as nothing found."""
    tally = Tally()
    for path in gold_files(gold):
        wanted, stored = _load(GoldPaper, path), extracted / path.name
        found = _load(Paper, stored) if stored.exists() else None
        score_paper(wanted, found.commitments if found else (), found.flags if found else (), tally)
    return tally.figures()


def _load(model: type[Model], path: Path) -> Model:
    try:
        return model.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise PipelineError(f"{path} is not as this version of Pledgebook writes it: {where}: {first['msg']}.") from None

"""A corpus read once and extracted twice: by the rules of now, and by others or as it was stored."""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from pipeline.checks import run_checks
from pipeline.evaluate.gold import GoldPaper
from pipeline.evaluate.score import score_paper
from pipeline.evaluate.tally import Tally
from pipeline.extract import Extractor
from pipeline.ingest.boundary import guarded
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import Found, paper_bytes
from pipeline.ingest.places import slug_of
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes
from pipeline.model.document import Document
from pipeline.model.paper import Paper, Sidecar
from pipeline.model.quality import Measured
from pipeline.read import read_paper
from pipeline.trial.difference import Difference, compare


class Sheet(NamedTuple):
    """A paper as read, before any rule has looked at it."""

    file: str
    sha256: str
    sidecar: Sidecar
    document: Document


Before = Callable[[Sheet], Paper | None]


class Compared(NamedTuple):
    """A paper by both sets of rules, `before` None where it was not stored; or why it could not be read."""

    file: str
    difference: Difference | None
    commitments: int = 0
    reason: str = ""


class Comparison:
    """Compares paper by paper, and keeps the scores of those that were read by hand; `gold` is the folder of these."""

    def __init__(self, before: Before, extractor: Extractor, gold: Path) -> None:
        self._before, self._after, self._gold = before, by_rules(extractor), gold
        self._tallies = Tally(), Tally()

    def papers(self, papers: list[Found]) -> Iterator[Compared]:
        """What the papers gain, lose and change, in their order."""
        for found in papers:
            sheet = guarded(found.file, partial(_read, found))
            if isinstance(sheet, Outcome):
                yield Compared(sheet.file, None, reason=sheet.text)
                continue
            before, after = self._before(sheet), self._after(sheet)
            assert after is not None
            self._score(before, after)
            yield Compared(sheet.file, compare(before, after), len(after.commitments))

    def figures(self) -> dict[str, tuple[Measured, Measured]]:
        """By field, the figures before and after on the papers read by hand, where they differ."""
        before, after = (tally.figures() for tally in self._tallies)
        none = Measured(1.0, 1.0, 1.0, 0, 0, 0)
        pairs = {field: (before.get(field, none), after.get(field, none)) for field in {**before, **after}}
        return {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}

    def _score(self, before: Paper | None, after: Paper) -> None:
        path = self._gold / f"{after.paper.slug}.json"
        if path.is_file():
            gold = GoldPaper.model_validate_json(path.read_bytes())
            for paper, tally in zip((before, after), self._tallies, strict=True):
                score_paper(gold, paper.commitments if paper else (), paper.flags if paper else (), tally)


def by_rules(extractor: Extractor) -> Before:
    """Papers as an extractor reads them."""

    def extract(sheet: Sheet) -> Paper:
        paper = extractor.extract(sheet.document, slug_of(sheet.file), sheet.file, sheet.sha256, sheet.sidecar)
        return paper.model_copy(update={"flags": run_checks(paper)})

    return extract


def as_stored(extracted: Path) -> Before:
    """Papers as the last ingestion stored them; None for one that is not there, or that another version wrote."""

    def stored(sheet: Sheet) -> Paper | None:
        path = extracted / f"{slug_of(sheet.file)}.json"
        try:
            return Paper.model_validate_json(path.read_bytes()) if path.is_file() else None
        except ValidationError:
            return None

    return stored


def _read(found: Found) -> Sheet:
    data = paper_bytes(found.path)
    sidecar = parse_sidecar(sidecar_bytes(found.path))
    return Sheet(found.file, hashlib.sha256(data).hexdigest(), sidecar, read_paper(data, found.file))

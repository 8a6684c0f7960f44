"""How well typeset papers are read back: the score of every field, and how their boxes lie."""

from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from pipeline.evaluate import Measured
from pipeline.evaluate.gold import GoldPaper
from pipeline.evaluate.pair import pair_commitments
from pipeline.evaluate.score import score_paper
from pipeline.evaluate.tally import Tally
from pipeline.extract import Extractor
from pipeline.ingest import derive_paper
from pipeline.model.paper import Paper, Sidecar
from pipeline.model.record import Box
from typeset.truth import Print, likeness, line_boxes

FIELDS = ("commitments", "references", "kinds", "parents", "sections", "deadlines", "owners", "targets", "budgets", "status", "flags")

Move = Callable[[Box], Box]


class Boxes(NamedTuple):
    """One commitment's boxes against the true ones: intersection over union, and whether its page is right."""

    words: str
    likeness: float
    page_is_right: bool


class Editions(NamedTuple):
    """Papers by slug, printed in one way, each with its file name and bytes."""

    files: Mapping[str, tuple[str, bytes]]

    def read(self, extractor: Extractor) -> dict[str, Paper]:
        """The papers as the pipeline reads them. Raises ReadError."""
        return {slug: derive_paper(data, name, slug, Sidecar(), extractor) for slug, (name, data) in self.files.items()}


def load_gold(folder: Path, slug: str) -> GoldPaper:
    """A paper as read by hand."""
    return GoldPaper.model_validate_json((folder / f"{slug}.json").read_bytes())


def score(papers: Mapping[str, Paper], gold: Path) -> dict[str, Measured]:
    """The figures of every field over all the papers."""
    tally = Tally()
    for slug, paper in papers.items():
        score_paper(load_gold(gold, slug), paper.commitments, paper.flags, tally)
    return tally.figures()


def compare_boxes(paper: Paper, gold: GoldPaper, printed: Print, move: Move = lambda box: box) -> list[Boxes]:
    """The boxes of each commitment that was read by hand and found; `move` moves a true box as its page was moved."""
    found, cursor = [], 0
    pairs = pair_commitments(gold.commitments, paper.commitments)
    for at, want in enumerate(gold.commitments):
        letters, cursor = printed.find(want.text, cursor)
        if at in pairs and letters:
            have = paper.commitments[pairs[at]]
            true = [move(box) for box in line_boxes(letters)]
            found.append(Boxes(want.text, likeness(have.boxes, true), have.page == true[0].page))
    return found


def mean_likeness(boxes: list[Boxes]) -> float:
    """The mean intersection over union; 0 where there is nothing to compare."""
    return mean(box.likeness for box in boxes) if boxes else 0.0


def pages_right(boxes: list[Boxes]) -> float:
    """The share of the commitments whose page is right; 0 where there is nothing to compare."""
    return mean(box.page_is_right for box in boxes) if boxes else 0.0

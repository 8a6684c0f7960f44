"""The boxes of a commitment lie on its printed words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.extract import Extractor
from pipeline.ingest import derive_paper
from pipeline.model.paper import Paper, Sidecar
from typeset.content import parts_of
from typeset.editions import print_parts
from typeset.measure import Boxes, Editions, compare_boxes, load_gold, mean_likeness, pages_right
from typeset.printer import scan, turn_and_crop
from typeset.truth import cropped

WAYS = ["sans", "columns", "office"]
SLUG = "milton-keynes-child-poverty-recommendations"
MARGIN = 20.0


@pytest.fixture(scope="session")
def boxes(editions: Callable[[str], Editions], readings: Callable[[str], dict[str, Paper]], gold: Path) -> Callable[[str], list[Boxes]]:
    """The boxes of all commitments of the papers, typeset in a way and read back."""

    def compare(way: str) -> list[Boxes]:
        pairs = ((readings(way)[slug], slug, data) for slug, (_, data) in editions(way).files.items())
        return [found for paper, slug, data in pairs for found in compare_boxes(paper, load_gold(gold, slug), data)]

    return compare


@pytest.mark.parametrize("way", WAYS)
def test_boxes_cover_the_words_and_pages_are_right(boxes: Callable[[str], list[Boxes]], way: str) -> None:
    found = boxes(way)
    assert mean_likeness(found) >= 0.8
    assert pages_right(found) >= 0.99


def test_boxes_lie_right_on_a_page_that_is_turned_and_cropped(texts: dict[str, bytes], gold: Path, extractor: Extractor) -> None:
    upright = print_parts(parts_of(texts[SLUG]), SLUG, "sans")
    paper = derive_paper(turn_and_crop(upright, MARGIN), f"{SLUG}.pdf", SLUG, Sidecar(), extractor)
    found = compare_boxes(paper, load_gold(gold, SLUG), upright, lambda box: cropped(box, MARGIN))
    assert len(found) >= 20
    assert mean_likeness(found) >= 0.8


def test_boxes_lie_right_on_a_scan(texts: dict[str, bytes], gold: Path, extractor: Extractor) -> None:
    upright = print_parts(parts_of(texts[SLUG]), SLUG, "sans")
    paper = derive_paper(scan(upright), f"{SLUG}.pdf", SLUG, Sidecar(), extractor)
    found = compare_boxes(paper, load_gold(gold, SLUG), upright)
    assert len(found) >= 20
    assert mean_likeness(found) >= 0.6
    assert pages_right(found) == 1

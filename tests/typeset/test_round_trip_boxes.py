"""The boxes of a commitment lie on its printed words."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from pipeline.extract import Extractor
from pipeline.ingest import derive_paper
from pipeline.model.paper import Paper, Sidecar
from pipeline.model.record import Commitment, Value
from typeset.content import parts_of
from typeset.editions import print_parts
from typeset.measure import Boxes, Editions, compare_boxes, load_gold, mean_likeness, pages_right
from typeset.printer import scan, turn_and_crop
from typeset.truth import Print, cropped, fold

WAYS = ["columns", "office"]  # `sans` is measured by the benchmark, to save time
SLUG = "milton-keynes-child-poverty-recommendations"
MARGIN = 20.0


Papers = Callable[[str], Editions]
Prints = Callable[[str], dict[str, Print]]
Readings = Callable[[str], dict[str, Paper]]


def _values(record: Commitment) -> list[Value]:
    return [*record.owners, *record.deadlines, *record.targets, *record.budgets]


@pytest.fixture(scope="session")
def prints(editions: Papers) -> Callable[[str], dict[str, Print]]:
    """What is printed on the pages of the papers, typeset in a way."""
    return cache(lambda way: {slug: Print(data) for slug, (_, data) in editions(way).files.items()})


@pytest.fixture(scope="session")
def boxes(prints: Prints, readings: Readings, gold: Path) -> Callable[[str], list[Boxes]]:
    """The boxes of all commitments of the papers, typeset in a way and read back."""

    def compare(way: str) -> list[Boxes]:
        papers = readings(way)
        return [found for slug, printed in prints(way).items() for found in compare_boxes(papers[slug], load_gold(gold, slug), printed)]

    return compare


@pytest.mark.parametrize("way", WAYS)
def test_boxes_cover_the_words_and_pages_are_right(boxes: Callable[[str], list[Boxes]], way: str) -> None:
    found = boxes(way)
    assert mean_likeness(found) >= 0.8
    assert pages_right(found) >= 0.99


@pytest.mark.parametrize("way", WAYS)
def test_what_is_printed_in_the_boxes_of_a_value_is_the_value(prints: Prints, readings: Readings, way: str) -> None:
    values, wrong = 0, []
    for slug, printed in prints(way).items():
        for value in (value for record in readings(way)[slug].commitments for value in _values(record)):
            values += 1
            if (spelt := printed.spell(value.boxes)) != fold(value.text):
                wrong.append((value.text, spelt))
    assert values > 200
    assert len(wrong) <= 0.01 * values, wrong


def test_boxes_lie_right_on_a_page_that_is_turned_and_cropped(texts: dict[str, bytes], gold: Path, extractor: Extractor) -> None:
    upright = print_parts(parts_of(texts[SLUG]), SLUG, "sans")
    paper = derive_paper(turn_and_crop(upright, MARGIN), f"{SLUG}.pdf", SLUG, Sidecar(), extractor)
    found = compare_boxes(paper, load_gold(gold, SLUG), Print(upright), lambda box: cropped(box, MARGIN))
    assert len(found) >= 20
    assert mean_likeness(found) >= 0.8


@pytest.mark.usefixtures("ocr")
def test_boxes_lie_right_on_a_scan(texts: dict[str, bytes], gold: Path, extractor: Extractor) -> None:
    upright = print_parts(parts_of(texts[SLUG]), SLUG, "sans")
    paper = derive_paper(scan(upright), f"{SLUG}.pdf", SLUG, Sidecar(), extractor)
    found = compare_boxes(paper, load_gold(gold, SLUG), Print(upright))
    assert len(found) >= 18
    assert mean_likeness(found) >= 0.6
    assert pages_right(found) == 1

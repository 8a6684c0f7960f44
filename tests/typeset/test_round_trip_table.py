"""A table that breaks over pages is read as the one table it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.model.document import Document
from pipeline.read import read_paper
from typeset.action_table import HEADER, action_plan, rows
from typeset.editions import RUNNING, by_office, print_parts
from typeset.measure import Editions
from typeset.truth import Print
from typeset.word import write_word

WAYS = ["sans", "unruled", "office", "office unruled"]
WANTED = [HEADER, *rows()]


@pytest.fixture(scope="session")
def plan(office_folder: Callable[[str], Path]) -> Callable[[str], bytes]:
    """The action plan as a PDF, typeset in a way."""

    def typeset(way: str) -> bytes:
        if not way.startswith("office"):
            return print_parts(action_plan(), "Action plan", way)
        word = write_word(action_plan(), ruled="unruled" not in way, running=RUNNING)
        return by_office(Editions({"plan": ("plan.docx", word)}), "pdf", office_folder("plan")).files["plan"][1]

    return typeset


def _rows(document: Document) -> list[tuple[str, ...]]:
    """The cells of each row, white space folded."""
    found = [block.cells for block in document.blocks if block.kind == "row"]
    return [tuple(" ".join(" ".join(part.of(document.text) for part in cell.parts).split()) for cell in cells) for cells in found]


@pytest.mark.parametrize("way", WAYS)
def test_every_row_of_a_table_over_three_pages_is_read_once(plan: Callable[[str], bytes], way: str) -> None:
    document = read_paper(plan(way), "plan.pdf")
    assert _rows(document) == WANTED
    assert len({block.table for block in document.blocks if block.kind == "row"}) == 1


def test_the_table_does_break_over_three_pages_and_tears_rows(plan: Callable[[str], bytes]) -> None:
    printed, at, torn = Print(plan("sans")), 0, 0
    for _, action, *_ in rows():
        letters, at = printed.find(action, at)
        torn += len({letter.page for letter in letters}) > 1
    assert torn >= 2
    assert printed.places[-1].page == 3

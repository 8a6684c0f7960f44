"""Rows that a page tears in two: told by where their lines end, and mended."""

import re

from pipeline.read.pdf.assembly.paragraphs import is_full
from pipeline.read.pdf.assembly.passage import Passage, Passages
from pipeline.read.rows import STOPS

REFERENCE = re.compile(r"\W?[A-Za-z]{0,5}[ ./-]?\d{1,4}(?:[./-]\d{1,4})*[a-z]?\W?")  # which a page does not tear


def is_torn(above: Passage, row: Passage, is_open: bool) -> bool:
    """Whether a page's first row is the rest of the row before: it fills only cells that go on, and not all of them.

    `is_open` says that no line closes the two where the page parts them.
    """
    if row.kind != "row" or len(row.cells) != len(above.cells):
        return False
    if row.cells[0] and above.cells[0] and REFERENCE.fullmatch(above.cells[0][-1].text):
        return False
    filled = [(cell, rest) for cell, rest in zip(above.cells, row.cells, strict=True) if rest]
    if not filled or len(filled) == sum(map(bool, above.cells)) or (row.cells[0] and not above.cells[0]):
        return False
    beside = [rest for cell, rest in filled if not cell]
    going_on = [rest for cell, rest in filled if cell and goes_on(cell, rest)]
    others = [rest for cell, rest in filled if cell and not goes_on(cell, rest)]
    if is_open and not row.cells[0]:
        return True
    return all(rest[0].label for rest in others) and bool(going_on or (beside and not row.cells[0]))


def goes_on(cell: Passages, rest: Passages) -> bool:
    """Whether a sentence or a name that a page tore goes on."""
    last, first = cell[-1].last, rest[0].lines[0]
    return last.text[-1] not in STOPS and (first.text[0].islower() or is_full(last, first))


def mend(above: Passage, row: Passage) -> None:
    """Adds the cells of a torn row to the row above; a sentence that the page tore goes on in its paragraph."""
    for cell, rest in zip(above.cells, row.cells, strict=True):
        if cell and rest and goes_on(cell, rest):
            cell[-1].lines += rest.pop(0).lines
        cell += rest

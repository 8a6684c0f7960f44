"""How well tables are found, ruled or not: the ICDAR 2013 table competition, ours beside pdfplumber's, in one run.

    python benchmarks/icdar.py ../shared/pdfs/icdar2013-eu

The measure is the competition's: for each cell with words, its nearest neighbours to the right and below that have words. Text is folded to
letters and digits. No engine is told where a table stands. F1 is the mean over documents.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pdfplumber
from lxml import etree

from pipeline.read.pdf.cells import fill
from pipeline.read.pdf.engine import read_pages

Relation = tuple[str, str, str]
Cells = dict[tuple[int, int], str]


class Score(NamedTuple):
    """Precision, recall and F1 of one document's relations."""

    precision: float
    recall: float
    f1: float


def score(found: Counter[Relation], true: Counter[Relation]) -> Score:
    """How many of the relations found are true, and of the true ones found."""
    right = (found & true).total()
    precision, recall = right / (found.total() or 1), right / (true.total() or 1)
    return Score(precision, recall, 2 * precision * recall / ((precision + recall) or 1))


def relations(tables: Iterable[Cells]) -> Counter[Relation]:
    """The neighbours in tables given as texts by row and column; a text at several places is one cell that spans them."""
    counted: Counter[Relation] = Counter()
    for cells in tables:
        pairs = set()
        for axis in (0, 1):
            places = sorted((place for place in cells if fold(cells[place])), key=lambda place: (place[1 - axis], place[axis]))
            for one, other in pairwise(places):
                if one[1 - axis] == other[1 - axis] and cells[one] is not cells[other]:
                    pairs.add((id(cells[one]), id(cells[other]), fold(cells[one]), fold(cells[other]), "below" if axis == 0 else "right"))
        counted.update((one, other, way) for _, _, one, other, way in pairs)
    return counted


def fold(text: str) -> str:
    """Its letters and digits."""
    return re.sub(r"[\W_]", "", text)


def truth(path: Path) -> Iterator[Cells]:
    """The tables of a truth file, those parts of one that stand on different pages each for itself."""
    for region in etree.parse(path).iter("region"):
        cells: Cells = {}
        for cell in region.iter("cell"):
            text = "".join(["", cell.findtext("content") or ""])
            row, column = int(cell.get("start-row")), int(cell.get("start-col"))
            for y in range(row, int(cell.get("end-row", row)) + 1):
                for x in range(column, int(cell.get("end-col", column)) + 1):
                    cells[y, x] = text
        yield cells


def ours(path: Path) -> Iterator[Cells]:
    """The tables as Pledgebook reads them."""
    for page in read_pages(path.read_bytes()):
        for grid in page.grids:
            rows = fill(grid, page.words)
            yield {(y, x): " ".join(word.text for word in cell) for y, row in enumerate(rows) for x, cell in enumerate(row)}


def plumber(path: Path) -> Iterator[Cells]:
    """The tables as pdfplumber reads them."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                yield {(y, x): cell or "" for y, row in enumerate(table) for x, cell in enumerate(row)}
            page.close()


def main(folder: Path) -> None:
    """Prints a line a document, and the means."""
    paths = sorted(path for path in folder.glob("*.pdf") if path.with_name(f"{path.stem}-str.xml").exists())
    rows = []
    for path in paths:
        true = relations(truth(path.with_name(f"{path.stem}-str.xml")))
        rows.append([score(relations(engine(path)), true) for engine in (ours, plumber)])
        print(f"{path.stem:12}", *(f"P {p:.3f} R {r:.3f} F1 {f1:.3f}  " for p, r, f1 in rows[-1]), true.total())
    for name, scores in zip(("ours", "pdfplumber"), zip(*rows, strict=True), strict=True):
        print(
            f"{name:12}",
            *(f"{field} {sum(values) / len(rows):.3f}" for field, values in zip(Score._fields, zip(*scores, strict=True), strict=True)),
        )


if __name__ == "__main__":
    started = time.process_time()
    main(Path(sys.argv[1]))
    print(f"{time.process_time() - started:.1f} CPU seconds")

"""Pages of a PDF as they are laid on ours: the address of each picture, and what is marked on it, in PDF points."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.site.paper_files import PageSize, PaperFiles


class Rectangle(NamedTuple):
    """A rectangle on a page, in PDF points from its top left."""

    x: float
    y: float
    width: float
    height: float


class Marked(NamedTuple):
    """One commitment on one page: its lines, and the boxes of its values by kind."""

    id: str
    label: str
    lines: tuple[Rectangle, ...]
    values: tuple[tuple[str, Rectangle], ...] = ()


class Sheet(NamedTuple):
    """One page, the commitments on it, and the digest that its address ends with."""

    size: PageSize
    marks: tuple[Marked, ...]
    version: str


async def passage_sheets(
    files: PaperFiles, paper: Mapping[str, Any], commitment: Mapping[str, Any], values: Mapping[str, Sequence[Mapping[str, Any]]]
) -> list[Sheet]:
    """The pages that one commitment stands on, or that its values do; none where there are no pictures of pages."""
    boxes = _boxes(commitment)
    outlined = [(kind, box) for kind, found in values.items() for value in found for box in _boxes(value)]
    pages = sorted({box["page"] for box in boxes} | {box["page"] for _, box in outlined})
    sizes = {size.number: size for size in await files.sizes(dict(paper))} if pages else {}
    return [
        Sheet(
            sizes[page],
            (Marked(commitment["id"], commitment["label"], tuple(_on(page, boxes)), _values_on(page, outlined)),),
            paper["sha256"][:12],
        )
        for page in pages
        if page in sizes
    ]


async def all_sheets(files: PaperFiles, paper: Mapping[str, Any], commitments: Iterable[Mapping[str, Any]]) -> list[Sheet]:
    """Every page of a paper with the commitments on it, the long ones first, so that a short one within can be reached."""
    by_page: dict[int, list[Marked]] = {}
    for commitment in commitments:
        boxes = _boxes(commitment)
        for page in sorted({box["page"] for box in boxes}):
            by_page.setdefault(page, []).append(Marked(commitment["id"], commitment["label"], tuple(_on(page, boxes))))
    return [
        Sheet(size, tuple(sorted(by_page.get(size.number, []), key=_area, reverse=True)), paper["sha256"][:12])
        for size in await files.sizes(dict(paper))
    ]


def _boxes(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    boxes: list[dict[str, Any]] = json.loads(found["boxes"] or "[]")
    return boxes


def _on(page: int, boxes: Iterable[Mapping[str, Any]]) -> Iterable[Rectangle]:
    """The boxes of one page, a little wider than the words."""
    for box in boxes:
        if box["page"] == page:
            yield Rectangle(box["x0"] - 1, box["top"] - 1, round(box["x1"] - box["x0"] + 2, 1), round(box["bottom"] - box["top"] + 2, 1))


def _values_on(page: int, outlined: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[tuple[str, Rectangle], ...]:
    return tuple((kind, rectangle) for kind, box in outlined for rectangle in _on(page, [box]))


def _area(marked: Marked) -> float:
    return sum(line.width * line.height for line in marked.lines)

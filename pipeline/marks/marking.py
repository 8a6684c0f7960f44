"""What is to be marked on which page, before anything is drawn."""

from typing import Literal, NamedTuple

from pipeline.model.paper import Paper
from pipeline.model.record import Box, Commitment, Value

Kind = Literal["owner", "deadline", "target", "budget"]


class Outlined(NamedTuple):
    """The words of one value on one page."""

    kind: Kind
    boxes: tuple[Box, ...]


class Stretch(NamedTuple):
    """Printed lines that stand below each other: from the first one's top to the last one's bottom, and their left edge; in points."""

    x0: float
    top: float
    bottom: float


class Marking(NamedTuple):
    """A commitment on one page: its label, the lines of its words there, what these look like from afar, and its values.

    There is at least one stretch; that of its first value stands in where only values are printed on the page.
    """

    label: str
    boxes: tuple[Box, ...]
    stretches: tuple[Stretch, ...]
    values: tuple[Outlined, ...]


def markings(paper: Paper) -> dict[int, list[Marking]]:
    """The markings of each page that has any, pages in order, and on each page the commitments in reading order."""
    found: dict[int, list[Marking]] = {}
    for place, commitment in enumerate(paper.commitments, 1):
        values = _values(commitment)
        for page in {box.page for _, value in values for box in value.boxes} | {box.page for box in commitment.boxes}:
            boxes = _on(commitment.boxes, page)
            outlined = tuple(Outlined(kind, on_page) for kind, value in values if (on_page := _on(value.boxes, page)))
            stretches = _stretches(boxes or outlined[0].boxes)
            found.setdefault(page, []).append(Marking(_label(commitment, place, page), boxes, stretches, outlined))
    return dict(sorted(found.items()))


def _values(commitment: Commitment) -> list[tuple[Kind, Value]]:
    return [
        *(("owner", value) for value in commitment.owners),
        *(("deadline", value) for value in commitment.deadlines),
        *(("target", value) for value in commitment.targets),
        *(("budget", value) for value in commitment.budgets),
    ]


def _on(boxes: tuple[Box, ...], page: int) -> tuple[Box, ...]:
    return tuple(box for box in boxes if box.page == page)


def _stretches(boxes: tuple[Box, ...]) -> tuple[Stretch, ...]:
    """Lines belong together as long as they go down the page and overlap sideways; a new column begins another stretch."""
    stretches: list[Stretch] = []
    above: Box | None = None
    for box in boxes:
        if above and box.top > above.top and box.x0 < above.x1 and above.x0 < box.x1:
            stretches[-1] = Stretch(min(stretches[-1].x0, box.x0), stretches[-1].top, box.bottom)
        else:
            stretches.append(Stretch(box.x0, box.top, box.bottom))
        above = box
    return tuple(stretches)


def _label(commitment: Commitment, place: int, page: int) -> str:
    """The reference, or else the place in reading order, and what the words alone do not show."""
    facts = [commitment.kind, (commitment.status or "").replace("_", " "), "" if commitment.certain else "uncertain"]
    if page != commitment.page:
        facts = ["continued"]
    return f"{commitment.ref or f'no. {place}'} · {', '.join(fact for fact in facts if fact)}"

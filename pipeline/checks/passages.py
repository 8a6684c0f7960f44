"""Words of a paper, where they stand: both sides of a flag."""

from pipeline.model.paper import Label, Level, Paper, Passage
from pipeline.model.record import Commitment, Value


def commitment_passage(paper: Paper, commitment: Commitment) -> Passage:
    """The whole text of a commitment."""
    return Passage(
        paper=paper.paper.slug,
        commitment=commitment.id,
        text=commitment.text,
        span=commitment.span,
        page=commitment.page,
        boxes=commitment.boxes,
    )


def value_passage(paper: Paper, commitment: Commitment, value: Value) -> Passage:
    """The words that a value of a commitment was read from: an owner, a date, a figure."""
    return Passage(paper=paper.paper.slug, commitment=commitment.id, text=value.text, span=value.span, page=value.page, boxes=value.boxes)


def label_passage(paper: Paper, label: Label) -> Passage:
    """What is printed with a reference, or a heading; its boxes are those of the commitment that it is, if any."""
    return Passage(
        paper=paper.paper.slug,
        commitment=label.commitment,
        text=f"{label.marker} {label.text}" if label.marker else label.text,
        span=label.span,
        page=label.page,
        boxes=next((each.boxes for each in paper.commitments if each.id == label.commitment), ()),
    )


def level_passage(paper: Paper, level: Level) -> Passage:
    """The sentence that tells how far something stands."""
    return Passage(paper=paper.paper.slug, commitment=None, text=level.text, span=level.span, page=level.page, boxes=())

"""A commitment while it is put together: where it stands and what it inherits, before its values are read."""

from dataclasses import dataclass, field

from pipeline.model.document import Cell
from pipeline.model.record import Kind
from pipeline.model.span import Span


@dataclass(frozen=True)
class LeadIn:
    """Words that open a list: what each item below is, and whom and when they all are promised by.

    `kind` None says that the items promise nothing. `subject` is the span of who is to act, None for the publisher.
    """

    kind: Kind | None
    rule: str
    subject: Span | None = None
    clause: Span | None = None


@dataclass(eq=False)
class Candidate:
    """`spans` are the pieces its text consists of; `subject` is who acts by its own words.

    `cells` are those of its row that hold values, by role, and `header_spans` the headers above them; `periods` are the headers of
    its columns that tell when; `themes` are the headings that its row names, `period` one above it that says when. `reports` says that
    it may tell of progress, `is_stage` that it is a stage of a timetable. `heading` is the number, from 0, of the heading above it
    where that prints a reference, `heading_ref`.
    """

    kind: Kind
    rule: str
    spans: tuple[Span, ...]
    section: tuple[str, ...] = ()
    ref: str | None = None
    parent: "Candidate | None" = None
    lead_in: LeadIn | None = None
    subject: Span | None = None
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    header_spans: dict[str, Span | None] = field(default_factory=dict)
    periods: tuple[Span, ...] = ()
    themes: tuple[str, ...] = ()
    period: Span | None = None
    reports: bool = False
    is_stage: bool = False
    heading: int | None = None
    heading_ref: str | None = None

    @property
    def span(self) -> Span:
        """From the first piece to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)

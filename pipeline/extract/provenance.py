"""Where commitments and their values are printed, and how surely that was read."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pipeline.model.document import Document
from pipeline.model.layout import Layout, Source
from pipeline.model.record import Commitment, Value
from pipeline.model.span import Span

Found = TypeVar("Found", bound=Value)


class Provenance:
    """The pages of one document; without them commitments stay as they are, but for those in tables that print no lines."""

    def __init__(self, document: Document) -> None:
        self._layout = document.layout
        self._doubtful_rows = [block.span for block in document.blocks if not block.certain]
        places = {issue.where for issue in document.issues}
        pages = document.layout.pages if document.layout else ()
        self._scans: dict[int, bool] = {page.number: f"page {page.number}" in places for page in pages if page.source == "ocr"}

    def place(self, commitment: Commitment, spans: Sequence[Span]) -> Commitment:
        """The commitment, whose words are the `spans`, with page, boxes, source and certainty, its values with theirs."""
        if self._layout is None:
            return commitment.model_copy(update={"certain": False}) if self._stands_in_doubtful_row(spans[0]) else commitment
        boxes = self._layout.boxes(spans)
        pages = list(dict.fromkeys(box.page for box in boxes))
        source: Source = "ocr" if any(page in self._scans for page in pages) else "text"
        certain = not self._stands_in_doubtful_row(spans[0]) and not any(self._scans.get(page) for page in pages)
        return commitment.model_copy(
            update={"page": pages[0] if pages else None, "boxes": boxes, "source": source, "certain": certain}
            | {kind: _placed(getattr(commitment, kind), self._layout) for kind in ("owners", "deadlines", "targets", "budgets")}
            | {kind: _placed([value], self._layout)[0] for kind in ("modality", "status_evidence") if (value := getattr(commitment, kind))}
        )

    def _stands_in_doubtful_row(self, span: Span) -> bool:
        above = bisect_right(self._doubtful_rows, span.start, key=lambda row: row.start)
        return above > 0 and span.start < self._doubtful_rows[above - 1].end


def _placed(values: Iterable[Found], layout: Layout) -> tuple[Found, ...]:
    placed = []
    for value in values:
        boxes = layout.boxes([value.span])
        placed.append(value.model_copy(update={"page": boxes[0].page, "boxes": boxes}) if boxes else value)
    return tuple(placed)

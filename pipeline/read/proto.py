"""A block while it is put together, as stretches of the source."""

from dataclasses import dataclass, field

from pipeline.model.document import BlockKind
from pipeline.read.rows import Part, Row, Segment


@dataclass
class Proto:
    """A block in the making; `segments` are the stretches of source that its words consist of, in order."""

    kind: BlockKind
    segments: Part = field(default_factory=list)
    level: int = 0
    label: Segment | None = None
    is_bullet: bool = False
    row: Row | None = None
    table: int | None = None
    blank_before: bool = True
    blank_after: bool = False
    certain: bool = True

    @property
    def end(self) -> int:
        """Where its words end so far, in the source."""
        part = self.row.last if self.row else self.segments
        return part[-1][1] if part else 0

    def words(self, source: str) -> str:
        """Its words as the source prints them, but for emphasis around the whole."""
        return " ".join(source[start:end] for start, end in self.segments).strip("*_ ")

    def number(self, source: str) -> str:
        """Its label as printed; empty for a bullet or none."""
        return source[self.label[0] : self.label[1]] if self.label and not self.is_bullet else ""

"""A block of a paper while its lines are gathered, before they are written down one after the other."""

from dataclasses import dataclass, field

from pipeline.model.document import BlockKind
from pipeline.read.labels import Label
from pipeline.read.pdf.assembly.lines import Line

Passages = list["Passage"]


@dataclass(eq=False)
class Passage:
    """Lines that are one block; for a row, the passages of each of its cells. `kind` None is furniture, which no block holds.

    `label` is in the first line's text. `bullet` says that the label is one. `style` orders the headings: 1 is the largest type.
    """

    kind: BlockKind | None
    lines: list[Line] = field(default_factory=list)
    label: Label | None = None
    level: int = 0
    cells: list[Passages] = field(default_factory=list)
    table: int | None = None
    certain: bool = True
    blank_before: bool = True
    blank_after: bool = True

    @property
    def last(self) -> Line:
        """The line printed last."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """Its lines' words, label included."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

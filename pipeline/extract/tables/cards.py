"""Entries of a plan that stand below small headings, the same ones for each entry: `Actions`, `Lead`, `Timescale`."""

from collections import Counter
from itertools import takewhile
from typing import NamedTuple

from pipeline.extract.candidate import Candidate
from pipeline.extract.grammar import Grammar
from pipeline.extract.reading import Reading
from pipeline.extract.tables.column_looks import is_dated
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span

MOST_WORDS = 4
MOST_VALUES = 12
LONGEST_OWNER = 8
WHOSE = frozenset({"owner", "partner"})


class Card(NamedTuple):
    """What stands below a small heading that tells who or when: the role of each block, and where the last one ends."""

    role: str
    label: Span
    cells: list[Cell]
    end: int

    def give(self, candidates: list[Candidate]) -> None:
        """Gives each candidate the values, as cells of a row, but for one that has some of its own."""
        for candidate in candidates:
            if self.role not in candidate.cells:
                candidate.cells[self.role] = self.cells
                candidate.header_spans.setdefault(self.role, self.label)


class Cards:
    """Finds the small headings of one paper: those that it prints again and again, and that would do for columns of a table."""

    def __init__(self, grammar: Grammar, reading: Reading) -> None:
        self._grammar, self._reading = grammar, reading
        counts = Counter(self._text(block) for block in reading.document.blocks if block.kind == "heading")
        self._labels = frozenset(text for text, count in counts.items() if count > 1 and self._is_column(text))

    def is_label(self, block: Block) -> bool:
        """Whether a heading names what each entry tells, rather than an entry."""
        return self._text(block) in self._labels

    def read(self, blocks: tuple[Block, ...], index: int) -> Card | None:
        """The values below the label at `index`; None where they are neither times nor bodies."""
        role = self._grammar.columns.role(self._text(blocks[index]))
        window = blocks[index + 1 : index + 1 + MOST_VALUES]
        below = list(takewhile(lambda block: block.kind in ("item", "paragraph"), window))
        if not below or not all(self._is_value(block, role) for block in below):
            return None
        return Card(role or "", blocks[index].span, [Cell((block.span,)) for block in below], below[-1].span.end)

    def _is_value(self, block: Block, role: str | None) -> bool:
        if role == "timescale":
            return is_dated(block.span, self._reading)
        text, bodies = self._text(block), self._grammar.bodies
        named = bodies.is_body(text) or bodies.is_name(text) or bodies.is_generic(text) or bodies.is_learnt(text)
        return role in WHOSE and len(text.split()) <= LONGEST_OWNER and named

    def _is_column(self, text: str) -> bool:
        return len(text.split()) <= MOST_WORDS and self._grammar.columns.role(text) is not None

    def _text(self, block: Block) -> str:
        return block.span.of(self._reading.text)

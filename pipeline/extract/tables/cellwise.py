"""Entries of a plan whose table was exported one cell a line: an order, and on lines of their own below it when and who."""

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.candidate import Candidate
from pipeline.extract.grammar import Grammar
from pipeline.extract.lists.nesting import PRINTED_NUMBER, reference
from pipeline.extract.owners.columns import OwnerColumns
from pipeline.extract.reading import Reading
from pipeline.extract.tables.column_looks import is_dated
from pipeline.model.document import Block, Cell
from pipeline.model.record import Kind
from pipeline.model.span import Span

LONGEST_TIME, LONGEST_OWNER, LONGEST_CELL = 60, 90, 200
MOST_CELLS = 5
FEWEST = 3  # entries with both a time and an owner; fewer may stand below each other by chance
BOTH = frozenset({"timescale", "owner"})


class Entry(NamedTuple):
    """The cells of an entry by role, and the first block behind it."""

    cells: dict[str, list[Cell]]
    behind: int


class Cellwise:
    """Finds the entries of one paper, and the numbered orders that several of them stand below."""

    def __init__(self, grammar: Grammar, reading: Reading) -> None:
        self._grammar, self._reading, self._blocks = grammar, reading, reading.document.blocks
        self._owners = OwnerColumns(grammar.rulebook)
        # Asked of each block again for each entry that it may stand in.
        self._orders: dict[int, bool] = {}
        self._roles: dict[int, str | None] = {}
        self._made: dict[int, Candidate] = {}
        self._heads: dict[int, int] = {}
        self._found = self._entries(range(len(self._blocks))) if self._has_enough() else {}
        for index in self._found:
            self._find_below(index - 1)

    def _has_enough(self) -> bool:
        """Whether enough entries have both a time and an owner; to ask only above times spares most papers most of the search."""
        times = [index for index, block in enumerate(self._blocks) if self._is_time(block)]
        above = {index for time in times for index in range(max(0, time - MOST_CELLS), time)}
        return len(times) >= FEWEST and sum(entry.cells.keys() >= BOTH for entry in self._entries(above).values()) >= FEWEST

    def _entries(self, indexes: Iterable[int]) -> dict[int, Entry]:
        return {index: entry for index in indexes if (entry := self._entry(index))}

    def read(self, index: int) -> tuple[Candidate | None, int] | None:
        """The record that the block at `index` begins, and where its lines end in the text; None where it begins no entry.

        An order above a single entry gives it its number instead of being a record.
        """
        below = [entry for entry, head in self._heads.items() if head == index]
        if below:
            record = self._record(index, "commitment") if len(below) > 1 else None
            return record, self._blocks[index].span.end
        entry = self._found.get(index)
        if entry is None:
            return None
        record = self._record(index, "action")
        record.cells = entry.cells
        if (head := self._heads.get(index)) is not None:
            record.parent = self._made.get(head)
            if record.parent is None:
                above = self._order(self._blocks[head])
                record.ref, record.themes = above[0], (above[1].of(self._reading.text),)
        return record, self._blocks[entry.behind - 1].span.end

    def _record(self, index: int, kind: Kind) -> Candidate:
        ref, words = self._order(self._blocks[index])
        self._made[index] = Candidate(kind, "labelled", (words,), ref=ref)
        return self._made[index]

    def _find_below(self, head: int) -> None:
        """Notes which entries stand below the numbered order at `head`, one right behind the other."""
        if head < 0 or head in self._found or self._order(self._blocks[head])[0] is None or not self._is_order(head):
            return
        index = head + 1
        while index in self._found:
            self._heads[index] = head
            index = self._found[index].behind

    def _entry(self, index: int) -> Entry | None:
        """The cells below the order at `index`, up to the next order; None where none of them tells when or who."""
        if not self._is_order(index):
            return None
        cells: dict[str, list[Cell]] = {}
        behind = index + 1
        for place in range(index + 1, min(index + 1 + MOST_CELLS, len(self._blocks))):
            block = self._blocks[place]
            if not self._is_cell(block) or self._is_order(place):
                break
            if role := self._role(place):
                cells.setdefault(role, []).append(Cell((block.span,)))
                behind = place + 1
        return Entry(cells, behind) if cells else None

    def _is_order(self, index: int) -> bool:
        if index not in self._orders:
            self._orders[index] = self._opens_as_order(index)
        return self._orders[index]

    def _role(self, index: int) -> str | None:
        if index not in self._roles:
            self._roles[index] = self._role_of(index)
        return self._roles[index]

    def _opens_as_order(self, index: int) -> bool:
        block = self._blocks[index]
        text = self._order(block)[1].of(self._reading.text)
        return block.kind in ("paragraph", "heading", "item") and len(text.split()) > 2 and self._grammar.verbs.opens(text)

    def _role_of(self, index: int) -> str | None:
        block = self._blocks[index]
        return "timescale" if self._is_time(block) else "owner" if self._is_owner(block) else None

    def _is_time(self, block: Block) -> bool:
        return self._is_cell(block) and block.span.end - block.span.start <= LONGEST_TIME and is_dated(block.span, self._reading)

    def _is_owner(self, block: Block) -> bool:
        text = block.span.of(self._reading.text)
        return self._is_cell(block) and len(text) <= LONGEST_OWNER and self._owners.is_owner(text)

    def _is_cell(self, block: Block) -> bool:
        return block.kind in ("paragraph", "heading") and block.span.end - block.span.start <= LONGEST_CELL

    def _order(self, block: Block) -> tuple[str | None, Span]:
        """The number that a block prints, and its other words."""
        number = None if reference(block) else PRINTED_NUMBER.match(block.span.of(self._reading.text))
        return (number["ref"], Span(block.span.start + number.end(), block.span.end)) if number else (reference(block), block.span)

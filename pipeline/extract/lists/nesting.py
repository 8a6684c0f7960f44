"""Which item of a list stands below which, by number or else by depth, and the lead-in that holds for it."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from pipeline.extract.candidate import Candidate, LeadIn
from pipeline.model.document import Block

NUMBER = re.compile(r"\d+(?:\.\d+)*")
DOTTED = re.compile(r"\d+\.\d")
PRINTED_NUMBER = re.compile(r"(?P<ref>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3}){0,3})[.:)]?\s+(?=[^\W\d_])")
"""A number that a cell or a line prints before its words."""
LEADS = re.compile(r"(?:[^.;?!]|\.(?!\s))+:|.+\bso that \w+:", re.DOTALL)
LETTER = re.compile(r"\([a-z]{1,4}\)|[a-z]{1,4}[.)]")
MOST_CHILDREN = 500
LONGEST_CAPTION = 12  # words
FIRST = frozenset(["a", "A", "I", "1"])
AND_MORE = re.compile(r"(?:and|in addition|additionally|further(?:more)?|also|and further)\W*", re.IGNORECASE)


class Parent(NamedTuple):
    """An item that others may stand below: its level, its record where it is one, the lead-in that holds below it, and its words
    where it only names what they are about."""

    level: int
    record: Candidate | None
    lead: LeadIn | None
    theme: str | None = None


class Nesting:
    """The items that may have children while a document is walked through, and `lead_in`, the one in force above all of them."""

    def __init__(self) -> None:
        self.lead_in: LeadIn | None = None
        self._lead_level: int | None = None
        self._lead_has_bullets = False
        self._part_level: int | None = None  # of the headings that part the list of the lead-in in force
        self._numbered: dict[str, Candidate] = {}
        self._parents: list[Parent] = []

    @property
    def has_parents(self) -> bool:
        """Whether any item is open."""
        return bool(self._parents)

    def open_text(self, keeps_parents: bool, part_level: int | None = None) -> None:
        """A heading or a paragraph begins: it ends the list, and its items unless it leads on to more of them; a heading of
        `part_level` only begins another part of it."""
        self._lead_level, self._part_level = None, part_level
        if not keeps_parents:
            self._parents = []

    def close(self) -> None:
        """No list goes on."""
        self.open_text(keeps_parents=False)
        self.lead_in = None

    def is_parted(self, blocks: tuple[Block, ...], index: int) -> bool:
        """Whether a heading above items parts the list of the lead-in in force: right below it, or on the level of one that did.

        One whose number the items go on with is a section of its own.
        """
        items = items_after(blocks, index)
        if self.lead_in is None or self.lead_in.kind is None or not items or _is_numbered_below(items[0], blocks[index]):
            return False
        clause, above = self.lead_in.clause, blocks[index - 1]
        is_right_below = above.kind == "paragraph" and clause is not None and clause.end == above.span.end
        return is_right_below or blocks[index].level == self._part_level

    def is_caption(self, text: str, below: Sequence[Block]) -> bool:
        """Whether a paragraph only names what the next items of a list are about: its first ones, or those that go on with its numbers."""
        if self.lead_in is None or not below or reference(below[0]) is None:
            return False
        marker = (below[0].marker or "").strip("().")
        goes_on = marker not in FIRST if self.has_items else marker in FIRST or marker == "i"
        is_name = len(text.split()) <= LONGEST_CAPTION and text[-1] not in ".;:,"
        return goes_on and (is_name or AND_MORE.fullmatch(text) is not None)

    def name(self, caption: str) -> None:
        """The items to come of the list below the lead-in in force are about what a caption between them names; one with a colon
        only leads on."""
        self._parents = [] if caption.endswith(":") else [Parent(0, None, self.lead_in, caption)]

    @property
    def has_items(self) -> bool:
        """Whether the list below the lead-in in force has items that are printed as such."""
        return self._lead_level is not None

    def forget(self, marker: str) -> None:
        """A heading that prints a number takes it from the item that printed it before."""
        if number := NUMBER.match(marker):
            for key in [key for key in self._numbered if f"{key}.".startswith(f"{number[0]}.")]:
                del self._numbered[key]

    def enter(self, block: Block) -> None:
        """An item begins. One that stands higher than the first one below a lead-in is no longer of its list, nor is a numbered
        paragraph behind bullets."""
        is_bullet = reference(block) is None
        if self._lead_level is None:
            self._lead_level, self._lead_has_bullets = block.level, is_bullet
        elif block.level < self._lead_level or (self._lead_has_bullets and DOTTED.match(block.marker or "")):
            self.lead_in = None
        while self._parents and self._parents[-1].level >= block.level:
            self._parents.pop()

    def above(self, block: Block) -> tuple[Candidate | None, LeadIn | None]:
        """The parent of an item by number or else by depth, and the lead-in that holds for it."""
        nearest = self._parents[-1] if self._parents else Parent(0, None, None)
        parent = nearest.record
        if number := NUMBER.match(block.marker or ""):
            pieces = number[0].split(".")
            longer = [".".join(pieces[:cut]) for cut in range(len(pieces) - 1, 0, -1)]
            parent = next((self._numbered[key] for key in longer if key in self._numbered), parent)
        return parent, nearest.lead or self.lead_in

    def push(self, level: int, record: Candidate | None, lead: LeadIn | None, theme: str | None = None) -> None:
        """Others may stand below this item from now on."""
        self._parents.append(Parent(level, record, lead, theme))

    @property
    def theme(self) -> str | None:
        """What the innermost item that is no record names as the theme of those below it."""
        return next((parent.theme for parent in reversed(self._parents) if parent.theme), None)

    def number(self, record: Candidate) -> None:
        """Others may stand below this record by its number, where it prints one."""
        if record.ref and NUMBER.fullmatch(record.ref):
            self._numbered[record.ref] = record


def below_colons(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """The blocks, where bullets and letters stand below the numbered item right before them that leads on to them.

    It is one sentence, or ends in what its last one is for; how far in they are set says nothing.
    """
    placed, opener, shift = [], None, 0
    for block in blocks:
        if block.kind != "item" or NUMBER.match(block.marker or "") or _is_sibling(block, opener):
            leads = block.kind == "item" and _leads_on(block, block.span.of(text))
            opener, shift = (block if leads else None), 0
        elif opener:
            shift = shift or max(0, opener.level + 1 - block.level)
            block = block._replace(level=block.level + shift)
        placed.append(block)
    return tuple(placed)


def _leads_on(block: Block, text: str) -> bool:
    """Whether an item opens a list: a numbered one by its words, one with a letter by its colon."""
    return LEADS.fullmatch(text) is not None or (_is_lettered(block) and text.endswith(":"))


def _is_numbered_below(item: Block, heading: Block) -> bool:
    """Whether an item prints a number of a heading's own, as 3.1 is of 3."""
    number = NUMBER.match(heading.marker or "")
    return number is not None and (item.marker or "").startswith(f"{number[0]}.")


def _is_sibling(block: Block, opener: Block | None) -> bool:
    """Whether an item with a letter stands below no number that leads on to it."""
    return _is_lettered(block) and (opener is None or _is_lettered(opener))


def _is_lettered(block: Block) -> bool:
    return LETTER.fullmatch(block.marker or "") is not None


def items_below(blocks: tuple[Block, ...], index: int) -> list[Block]:
    """The items of the list that stand below an item, up to its next sibling."""
    below = []
    for block in blocks[index + 1 : index + 1 + MOST_CHILDREN]:
        if block.kind != "item" or block.level <= blocks[index].level:
            break
        below.append(block)
    return below


def items_after(blocks: tuple[Block, ...], index: int) -> list[Block]:
    """The items of the list that follows a paragraph."""
    return list(takewhile(lambda block: block.kind == "item", blocks[index + 1 : index + 1 + MOST_CHILDREN]))


def reference(block: Block) -> str | None:
    """The reference that an item prints; None for a bullet."""
    marker = block.marker or ""
    return plain(marker) if (marker[:1].isalnum() and marker != "o") or marker.startswith("(") else None


def plain(marker: str) -> str:
    """The reference as printed, without the stop that only ends it."""
    return marker if marker.startswith("(") else marker.rstrip(".:)")

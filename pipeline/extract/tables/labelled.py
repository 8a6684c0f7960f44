"""Labelled lines below a promise, as `Lead officer: …` and `Timescale: …`: a row of a plan that is written down the page."""

import re
from typing import NamedTuple

from pipeline.extract.grammar import Grammar
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.progress import DUE
from pipeline.extract.tables.column_looks import MONEY, is_dated
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span

LABEL = re.compile(r"(?P<label>[A-Z][\w’'/&() -]{1,60}?)\s?:-?\s+(?=\S)")
YEARS = re.compile(r"(?:19|20)\d\d ?[/–-] ?\d{1,4}")
OF_PAPER = re.compile(r"\b(?:contact|report|author|meeting|applicant|purpose)", re.IGNORECASE)
TELLING = frozenset({"owner", "timescale"})
VALUES = TELLING | {"partner", "target", "baseline", "status", "budget", "measure"}
MOST_LINES = 10
LONGEST_LINE = 300


class Labelled(NamedTuple):
    """The labelled lines below a block: their values as cells by role, their labels, and where the last line ends."""

    cells: dict[str, list[Cell]]
    labels: dict[str, Span | None]
    end: int


class Labels:
    """Reads the labelled lines of one paper."""

    def __init__(self, grammar: Grammar, reading: Reading) -> None:
        self._columns, self._judge, self._reading = grammar.columns, grammar.judge, reading

    def read(self, index: int) -> Labelled | None:
        """The labelled lines right below the block at `index`; None where they name neither an owner nor a time.

        A line that is a time alone needs no label behind another line that has one.
        """
        blocks, text_of = self._reading.document.blocks, self._reading.text
        found = Labelled({}, {}, blocks[index].span.end)
        for block in blocks[index + 1 : index + 1 + MOST_LINES]:
            text = block.span.of(text_of)
            label = LABEL.match(text) if block.kind == "paragraph" and len(text) < LONGEST_LINE else None
            if block.kind == "paragraph" and not label and found.cells and (YEARS.fullmatch(text) or is_dated(block.span, self._reading)):
                found.cells.setdefault("timescale", []).append(Cell((block.span,)))
            elif label and not OF_PAPER.search(label["label"]) and (role := self._role(label, block)) in VALUES:
                _add(found, role, label, block, self._reading)
            else:
                break
            found = found._replace(end=block.span.end)
        return found if TELLING & set(found.cells) else None

    def _role(self, label: re.Match[str], block: Block) -> str | None:
        """What a label says of its line; a response that promises nothing tells how far the thing is."""
        role = self._columns.role(label["label"])
        if role != "steps":
            return role
        value = Span(block.span.start + label.end(), block.span.end)
        promises = any(judgement.kind for _, judgement in self._judge.sentences(self._reading, value, "minutes"))
        return None if promises else "status"


def is_labelled(text: str) -> bool:
    """Whether a line opens with a label."""
    return LABEL.match(text) is not None


def _add(found: Labelled, role: str, label: re.Match[str], block: Block, reading: Reading) -> None:
    """Notes the value of a labelled line; what is said of money without a sum sets nothing aside."""
    value = Span(block.span.start + label.end(), block.span.end)
    if role == "budget" and not MONEY.search(value.of(reading.text)):
        return
    found.cells.setdefault(role, []).append(Cell((value,)))
    if role == "status" and "timescale" not in found.cells and DUE.match(value.of(reading.text)):
        found.cells["timescale"] = [Cell((value,))]
    found.labels.setdefault(role, Span(block.span.start, block.span.start + label.end("label")))

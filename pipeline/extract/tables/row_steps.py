"""The steps of a row: what is to be done for its promise, and what has been done."""

import re
from itertools import pairwise

from pipeline.extract.candidate import Candidate
from pipeline.extract.grammar import Grammar
from pipeline.extract.reading import Reading
from pipeline.extract.tables.columns import Table
from pipeline.extract.tables.remarks import RemarkReader
from pipeline.extract.tables.row_cells import cells_of, header_of
from pipeline.extract.tables.row_kinds import REFUSED
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span

COUNTED = re.compile(r"(?<!\S)(\d{1,2})[.)]\s+(?=[^\W\d_a-z])")
TO_DO = re.compile(r"(?!.*\b(?:taken|done|to date|response)\b).*\b(?:actions?|tasks?|milestones?|activit(?:y|ies)|steps)\b", re.IGNORECASE)
SHARED = ("owner", "timescale")


class StepReader:
    """Reads the steps of the rows of one paper."""

    def __init__(self, grammar: Grammar, reading: Reading, remarks: RemarkReader) -> None:
        self._grammar, self._reading, self._remarks = grammar, reading, remarks

    def read(self, parts: list[Span], parent: Candidate, block: Block, table: Table) -> list[Candidate]:
        """The steps that the parts of a row's cells tell; those that are still to be done are whose and when its other cells say."""
        taken = [numbered for part in parts if not REFUSED.match(part.of(self._reading.text)) for numbered in self._counted(part)]
        told = [(ref, piece, part) for ref, part in taken for piece in self._grammar.steps.split(self._reading, part)]
        if table.has("steps", "status"):
            told = [(ref, piece, part) for ref, piece, part in told if self._remarks.is_step(piece)]
        shared = self._shared([part for _, part in taken], block, table)
        steps = []
        for ref, piece, part in told:
            step = self.step(piece, parent)
            step.ref = ref if piece.start == part.start else None
            step.cells = dict(shared.get(part.start, {}))
            steps.append(step)
        return steps

    def step(self, span: Span, parent: Candidate) -> Candidate:
        """One step, as a record below the row's."""
        text = span.of(self._reading.text)
        judgement = None if self._grammar.verbs.opens(text) else self._grammar.judge.judge(text, span.start, "minutes")
        subject = judgement.subject if judgement else None
        return Candidate("action", "step", (span,), parent=parent, reports=True, subject=subject, themes=parent.themes)

    def _counted(self, part: Span) -> list[tuple[str | None, Span]]:
        """The pieces that a part counts from 1 on, each with its number; the part as it is where it counts none."""
        starts: list[re.Match[str]] = []
        for match in COUNTED.finditer(part.of(self._reading.text)):
            if int(match[1]) == len(starts) + 1 and (starts or match.start() == 0):
                starts.append(match)
        if not starts:
            return [(None, part)]
        edges = [*(match.start() for match in starts), part.end - part.start]
        pieces = [Span(part.start + match.end(), part.start + end) for match, (_, end) in zip(starts, pairwise(edges), strict=True)]
        return [(match[1], self._reading.trim(piece) or piece) for match, piece in zip(starts, pieces, strict=True)]

    def _shared(self, parts: list[Span], block: Block, table: Table) -> dict[int, dict[str, list[Cell]]]:
        """The owners and times of the row for each part that is to be done, by where it begins: each has its own where there are as
        many of them."""
        header = header_of(table, "steps") if table.has("steps") else None
        if header is None or not TO_DO.match(" ".join(header.of(self._reading.text).split())):
            return {}
        whole = [part for cell in cells_of(block, table, "steps") for part in cell.parts]
        parts = [part for part in parts if any(cell.start <= part.start and part.end <= cell.end for cell in whole)]
        shared: dict[int, dict[str, list[Cell]]] = {part.start: {} for part in parts}
        for role in SHARED:
            values = [value for cell in cells_of(block, table, role) for value in cell.parts]
            for index, part in enumerate(parts):
                own = values[index : index + 1] if len(values) == len(parts) else values
                if own:
                    shared[part.start][role] = [Cell((value,)) for value in own]
        return shared

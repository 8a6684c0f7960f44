"""What a column of progress tells beside a promise: sentences are its steps, a word or two how far it is."""

import re

from pipeline.extract.candidate import Candidate
from pipeline.extract.grammar import Grammar
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.progress import DUE, IS_IT_DONE
from pipeline.extract.tables.column_looks import text_at
from pipeline.extract.tables.columns import Table
from pipeline.extract.tables.row_cells import parts_in, parts_of
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span

RESOLVED = frozenset({"SE07", "SE08"})
TOLD = re.compile(r"\b(?:progress|updates?|position)\b", re.IGNORECASE)
FEWEST_SPACES, FEWEST_IN_SENTENCE = 5, 3
RATED = re.compile(
    r"updates? (?:needed|required|awaited|to follow)\b"
    r"|(?:yes|done|complete|completed|achieved|delayed|in progress|on track)\b\s?[.:;,–-](?!.*\b(?:will|shall|to be)\b)",
    re.IGNORECASE,
)
DESCRIBES = re.compile(
    r"\A(?:the |there )?[^.;]{0,60}?\b(?:is|are|was|were|reflects?|remains?|shows?|means?)\b(?! (?:due|scheduled|planned|expected))"
)


class RemarkReader:
    """Reads the remarks of one paper."""

    def __init__(self, grammar: Grammar, reading: Reading) -> None:
        self._grammar, self._reading = grammar, reading

    def read(self, block: Block, table: Table) -> list[Span]:
        """What a progress column tells in sentences is steps; a word or two are the status of the row, as are comments on a rating."""
        return [] if self._are_comments(table) else self._sentences(block, table)

    def comments(self, block: Block, table: Table) -> list[Span]:
        """The sentences of a column of comments beside an order, who is to do it and when: neither steps of it nor how far it is."""
        return self._sentences(block, table) if self._are_comments(table) else []

    def _sentences(self, block: Block, table: Table) -> list[Span]:
        told = ((part, part.of(self._reading.text)) for column in self._telling(table) for part in parts_in(block, column))
        return [part for part, text in told if _is_sentence(text) and not (DUE.match(text) or RATED.match(text))]

    def _are_comments(self, table: Table) -> bool:
        headers = [text_at(table.header, column, self._reading) for column in self._telling(table)] if table.header else []
        return table.has("owner") and table.has("timescale") and bool(headers) and not any(map(TOLD.search, headers))

    def _telling(self, table: Table) -> list[int]:
        """The columns of a status that tell more than how far a row is; of several, those that are headed as progress."""
        columns = table.columns.get("status", [])
        headers = {column: text_at(table.header, column, self._reading) if table.header else "" for column in columns}
        if len(columns) > 1:
            return [column for column, text in headers.items() if TOLD.search(text)]
        return [column for column, text in headers.items() if not IS_IT_DONE.fullmatch(text)]

    def is_step(self, piece: Span) -> bool:
        """Whether a remark promises, orders or reports something, or says when; `Accepted.` does none of these."""
        text = piece.of(self._reading.text)
        judgement = self._grammar.judge.judge(text, piece.start, "minutes")
        promises = self._grammar.verbs.opens(text) or (judgement is not None and judgement.kind is not None)
        reports = self._grammar.status.read(text, is_order=False, has_date_to_come=False) is not None
        return promises or reports or (bool(self._reading.times_in(piece)) and not DESCRIBES.search(text))

    def decided(self, block: Block, table: Table, only: bool) -> list[Candidate]:
        """What was resolved in the discussion of an item of minutes; unless `only` that, also who is to do what."""
        parts = parts_of(block, table, "discussion")
        judged = [found for part in parts for found in self._grammar.judge.sentences(self._reading, part, "minutes")]
        return [
            Candidate(j.kind, j.rule, (sentence,), subject=j.subject)
            for sentence, j in judged
            if j.kind and (j.rule in RESOLVED or not only)
        ]

    def take(self, remarks: list[Span], record: Candidate) -> None:
        """Leaves in the status of a row what its steps do not tell."""
        if remarks and "status" in record.cells:
            cells = record.cells["status"]
            record.cells["status"] = [Cell(left) for cell in cells if (left := tuple(part for part in cell.parts if part not in remarks))]


def _is_sentence(text: str) -> bool:
    """Whether a remark is more than a word or two: a few words with a full stop, or more of them without."""
    return text.count(" ") >= (FEWEST_IN_SENTENCE if text.endswith(".") else FEWEST_SPACES)

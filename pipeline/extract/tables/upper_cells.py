"""What the upper of two cells of orders says, and how the rows below it stand to it."""

from dataclasses import dataclass

from pipeline.extract.candidate import Candidate
from pipeline.extract.grammar import Grammar
from pipeline.extract.lists.nesting import PRINTED_NUMBER
from pipeline.extract.reading import Reading
from pipeline.model.span import Span


@dataclass
class Upper:
    """What an upper cell says: its record where it orders something and has several rows below it, or says what is to be reached, else
    their theme; `ref` is its number."""

    record: Candidate | None
    ref: str | None
    theme: str
    is_told: bool = False

    def give(self, records: list[Candidate]) -> list[Candidate]:
        """The records of a row as they stand below the cell, the cell's own before the first of them."""
        for record in records:
            if self.record and record.parent is None:
                record.parent = self.record
            elif not self.record:
                record.themes = (*record.themes, self.theme)
        if records and self.ref and not self.record and not self.is_told:
            records[0].ref = records[0].ref or self.ref
        told, self.is_told = self.is_told, self.is_told or bool(records)
        return [self.record, *records] if self.record and records and not told else records


def read_upper(cell: Span, printed: Span | None, count: int, reading: Reading, grammar: Grammar) -> Upper:
    """What an upper cell above `count` rows says; `printed` is its number, where that stands in a column of its own."""
    text = cell.of(reading.text)
    number = PRINTED_NUMBER.match(text)
    words = Span(cell.start + number.end(), cell.end) if number else cell
    ref = number["ref"] if number else printed.of(reading.text) if printed else None
    promises = any(rule.pattern.search(words.of(reading.text)) for rule in grammar.upper_cells)
    orders = promises or (count > 1 and _orders(words, reading, grammar))
    record = Candidate("commitment", "CO09", (words,), ref=ref) if orders else None
    return Upper(record, ref if record or count == 1 else None, " ".join(text.split()))


def _orders(words: Span, reading: Reading, grammar: Grammar) -> bool:
    """Whether an upper cell orders or promises something."""
    text = words.of(reading.text)
    judgement = grammar.judge.judge(text, words.start, None)
    promises = judgement is not None and judgement.kind == "commitment"
    return grammar.verbs.opens(text) or promises

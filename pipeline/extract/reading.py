"""A document with its tokens, sentences and times: what all finders work on."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.language.pipeline import OWNERS
from pipeline.extract.language.tokens import LOWERS, STARTS, WORDS
from pipeline.extract.timex import Timex, TimexFinder, within
from pipeline.model.document import Document
from pipeline.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language


class Reading:
    """One document, read once by spaCy and the time rules; all spans count characters of its text.

    `words` and `lowers` are its tokens, `idx` where each begins; `owner_phrases` are pairs of span and rule.
    """

    def __init__(self, document: Document, nlp: "Language", times: TimexFinder) -> None:
        self.document = document
        self.text = document.text
        doc = nlp(document.text)
        self.words: list[str] = doc.user_data[WORDS]
        self.lowers: list[str] = doc.user_data[LOWERS]
        self.idx: list[int] = doc.user_data[STARTS]
        self.owner_phrases = [(Span(span.start_char, span.end_char), span.label_) for span in doc.spans[OWNERS]]
        self.times = times.find_due(document.text)
        self._starts = [self.idx[index] for index in np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()]
        self._owner_starts = [span.start for span, _ in self.owner_phrases]

    def tokens(self, span: Span) -> tuple[int, int]:
        """First and past-the-last token that begin inside the span."""
        return bisect_left(self.idx, span.start), bisect_left(self.idx, span.end)

    def sentences(self, span: Span) -> list[Span]:
        """The sentences of the span, without the white space between them."""
        inner = self._starts[bisect_right(self._starts, span.start) : bisect_left(self._starts, span.end)]
        edges = [span.start, *inner, span.end]
        return [trimmed for a, b in pairwise(edges) if (trimmed := self.trim(Span(a, b)))]

    def times_in(self, span: Span) -> list[Timex]:
        """The times that stand inside the span."""
        return within(self.times, span)

    def owners_in(self, span: Span) -> list[tuple[Span, str]]:
        """The owner phrases that begin inside the span, each with its rule, and cut where the span ends: a name in capitals may
        run on into the next step."""
        first, last = bisect_left(self._owner_starts, span.start), bisect_left(self._owner_starts, span.end)
        return [(Span(phrase.start, min(phrase.end, span.end)), rule) for phrase, rule in self.owner_phrases[first:last]]

    def trim(self, span: Span) -> Span | None:
        """The span without white space at its ends; None where nothing is left."""
        piece = span.of(self.text)
        left, right = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
        return Span(span.start + left, span.end - right) if left < len(piece) else None

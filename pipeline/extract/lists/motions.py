"""Motions and amendments in minutes: what they would do falls with them."""

import re

from pipeline.extract.candidate import Candidate
from pipeline.extract.sentences.promises import is_lost
from pipeline.extract.sentences.resolutions import clauses_above

MOVED = re.compile(
    r"\b(?:proposed|moved)\b[^.]{0,120}\bamendments?\b|\bamendments?\b[^.]{0,60}\b(?:was|were) (?:proposed|moved)\b", re.IGNORECASE
)
FALLEN = re.compile(r"\W*(?:the )?amendments? (?:was |were )?(?:lost|defeated|rejected|not carried|withdrawn|fell)\W*", re.IGNORECASE)
STANDS = re.compile(r"\W*(?:the )?amendments? (?:was |were )?(?:carried|agreed|accepted|passed)\W*", re.IGNORECASE)


class Motions:
    """What was found of the amendment that is being told of; `found` is the list that all candidates go into."""

    def __init__(self, found: list[Candidate], text: str) -> None:
        self._found, self._text = found, text
        self._moved: int | None = None  # how many were found before the amendment

    def read(self, text: str, listed: int, is_led: bool) -> None:
        """Reads a paragraph or an item; `listed` is how many were found before its list, `is_led` whether a lead-in opened that."""
        if MOVED.search(text):
            self._moved = len(self._found)
        elif FALLEN.fullmatch(text) and self._moved is not None:
            del self._found[self._moved :]
        elif STANDS.fullmatch(text):
            self._moved = None
        elif is_lost(text):
            clauses = clauses_above([record.span.of(self._text) for record in self._found[listed:]])
            del self._found[listed if is_led else len(self._found) - clauses :]

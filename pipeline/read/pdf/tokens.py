"""The words in the text of a PDF page, and what stands before each."""

import re
from typing import NamedTuple

from pipeline.model.tuples import maker

# pdfium ends a line that is broken inside a word with U+FFFE or U+0002 and no line end.
HYPHENS = "\ufffe\x02"
WORD = re.compile(rf"([^\s\x00{HYPHENS}]+)([{HYPHENS}]?)([\s\x00{HYPHENS}]*)")  # a word, its hyphen, and what stands behind it
BREAKS = frozenset(f"\n\r{HYPHENS}")


class Token(NamedTuple):
    """A word that covers `[start, end)` of the text, and what stands before it: a new line (`\\n`) or a space."""

    start: int
    end: int
    text: str
    before: str


_token = maker(Token)


def find_tokens(text: str) -> list[Token]:
    """The words of a page's text; one that ends in a line-end hyphen keeps it as `-`, and the next one begins a line.

    >>> [(token.text, token.before) for token in find_tokens("to re\\ufffeplant trees")]
    [('to', '\\n'), ('re-', ' '), ('plant', '\\n'), ('trees', ' ')]
    """
    first = WORD.search(text)
    start, before = first.start() if first else 0, "\n"
    tokens = []
    for word, hyphen, gap in WORD.findall(text):
        end = start + len(word) + len(hyphen)
        tokens.append(_token((start, end, word + "-" if hyphen else word, before)))
        before = "\n" if hyphen or not BREAKS.isdisjoint(gap) else " "
        start = end + len(gap)
    return tokens

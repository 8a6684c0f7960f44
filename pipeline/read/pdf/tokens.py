"""The words in the text of a PDF page, and what stands before each."""

import re
from typing import NamedTuple

# pdfium ends a line that is broken inside a word with U+FFFE or U+0002 and no line end.
HYPHENS = "\ufffe\x02"
TOKEN = re.compile(rf"[^\s\x00{HYPHENS}]+[{HYPHENS}]?")
BREAKS = frozenset(f"\n\r{HYPHENS}")


class Token(NamedTuple):
    """A word that covers `[start, end)` of the text, and what stands before it: a new line (`\\n`), a space, or nothing."""

    start: int
    end: int
    text: str
    before: str


def find_tokens(text: str) -> list[Token]:
    """The words of a page's text; one that ends in a line-end hyphen keeps it as `-`, and the next one begins a line.

    >>> [(token.text, token.before) for token in find_tokens("to re\\ufffeplant trees")]
    [('to', '\\n'), ('re-', ' '), ('plant', '\\n'), ('trees', ' ')]
    """
    tokens, last, is_torn = [], 0, True
    for match in TOKEN.finditer(text):
        start, end = match.span()
        word, gap = match.group(), text[last:start]
        before = "\n" if is_torn or not BREAKS.isdisjoint(gap) else " " if gap else ""
        is_torn = word[-1] in HYPHENS
        tokens.append(Token(start, end, word[:-1] + "-" if is_torn else word, before))
        last = end
    return tokens

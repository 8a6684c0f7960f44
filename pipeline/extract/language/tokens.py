"""Takes a text apart into tokens, as spaCy's own tokenizer would by these patterns, in a fifth of its time."""

import pipeline.extract.language.light_spacy  # noqa: F401 - before anything of spaCy

# isort: split
import re
from functools import lru_cache
from itertools import accumulate
from operator import add

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

WORDS, LOWERS, STARTS, FIRST_IN_LINE = "words", "lowers", "starts", "first_in_line"
BREAK = re.compile(r"[\n\t]")
CHUNK = re.compile(r"\S+ ?|\s+")
PREFIX = re.compile(r"[\[\"'(‘“£$€–—•*#]|-(?=\w)")
SUFFIX = re.compile(r"(?:[\"'’”)\],:;!?…–—*%.]|[’']s)\Z")
INFIX = re.compile(r"((?<=[^\W\d])[/–—](?=[^\W\d])|(?<=[a-z])[.)](?=[A-Z(]))")
LONGEST_WORD = 300
KNOWN_CHUNKS = 2**15


class WordTokenizer:
    """Line ends and tabs count as spaces. Of white space, what is more than the one space behind a word is a token of its own. What no
    word could be so long for is cut into pieces, as to strip the marks off it one by one takes the square of its length.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a text; its `user_data` holds its words, the same in lower case, where each begins, and which are the first behind
        a line end or tab."""
        words: list[str] = []
        spaces: list[bool] = []
        for more_words, more_spaces in map(_parted, CHUNK.findall(text.replace("\n", " ").replace("\t", " "))):
            words += more_words
            spaces += more_spaces
        doc = Doc(self._vocab, words, spaces)
        starts = list(accumulate(map(add, map(len, words), spaces), initial=0))[:-1]
        breaks = [match.start() for match in BREAK.finditer(text)]
        first_in_line = np.searchsorted(np.array(starts, dtype="int64"), np.array(breaks, dtype="int64"), side="right")
        lowers = list(map(str.lower, words))
        doc.user_data |= {WORDS: words, LOWERS: lowers, STARTS: starts, FIRST_IN_LINE: frozenset(first_in_line.tolist())}
        return doc


@lru_cache(maxsize=KNOWN_CHUNKS)  # most of a paper's words stand in it many times
def _parted(chunk: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The tokens of a word with the space behind it, or of white space, and which of them a space follows."""
    is_spaced = chunk[-1] == " " and not chunk.isspace()
    word = chunk[:-1] if is_spaced else chunk
    tokens = (word,) if word.isalnum() or word.isspace() else _cut(word) if len(word) > LONGEST_WORD else _without_marks(word)
    return tokens, (*(False,) * (len(tokens) - 1), is_spaced)


def _cut(word: str) -> tuple[str, ...]:
    return tuple(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))


def _without_marks(word: str) -> tuple[str, ...]:
    """The word, and the marks before, behind and within it.

    >>> _without_marks("(and/or)."), _without_marks("Council’s")
    (('(', 'and', '/', 'or', ')', '.'), ('Council', '’s'))
    """
    before, behind, size = [], [], 0
    while word and len(word) != size:
        size = len(word)
        if prefix := PREFIX.match(word):
            before.append(prefix[0])
            word = word[prefix.end() :]
        if suffix := SUFFIX.search(word):
            behind.append(suffix[0])
            word = word[: suffix.start()]
    return (*before, *filter(None, INFIX.split(word)), *reversed(behind))

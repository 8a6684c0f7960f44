"""The spaCy pipeline: tokens, sentences within blocks, and the spans of owners that rules/owner names by their words."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.rulebook import Rulebook

OWNERS = "owners"
WORDS, STARTS, FIRST_IN_LINE = "words", "starts", "first_in_line"
BREAK = re.compile(r"[\n\t]")
SPACED = {ord("\n"): " ", ord("\t"): " "}
STOPS = frozenset(".!?")
CLOSING = frozenset("\"'”’)]»")
MAX_CHARACTERS = 20_000_000


def build_language(rulebook: Rulebook) -> Language:
    """A blank English pipeline; no trained model is needed, nor to be had offline."""
    nlp = spacy.blank("en")
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe("pledgebook_sentences", config={"abbreviations": sorted(rulebook.words["abbreviations"])})
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": OWNERS, "spans_filter": {"@misc": "spacy.first_longest_spans_filter.v1"}})
    patterns = [{"label": rule.id, "pattern": rule.tokens} for rule in rulebook.of("owner") if rule.tokens]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp


def read_doc(nlp: Language, text: str) -> Doc:
    """The spaCy Doc of a document's text; `doc.user_data` holds its words and where each begins.

    Line ends and tabs are handed over as spaces, of the same length, since the tokenizer remembers only what stands between
    spaces; that is three times as fast. The sentences still end there.
    """
    doc = nlp.make_doc(text.translate(SPACED))
    words = [token.text for token in doc]
    spaces = doc.to_array(["SPACY"]).astype("int64")
    lengths = np.fromiter(map(len, words), dtype="int64", count=len(words)) + spaces
    starts = lengths.cumsum() - lengths
    breaks = np.array([match.start() for match in BREAK.finditer(text)], dtype="int64")
    first_behind = np.searchsorted(starts, breaks, side="right")
    doc.user_data |= {WORDS: words, STARTS: starts.tolist(), FIRST_IN_LINE: frozenset(first_behind.tolist())}
    return nlp(doc)


@Language.factory("pledgebook_sentences", default_config={"abbreviations": []})
def make_sentences(nlp: Language, name: str, abbreviations: list[str]) -> Callable[[Doc], Doc]:
    """Ends a sentence at a stop before a capital, a figure or a quotation, and at every line end of the text."""
    known = frozenset(abbreviations)

    def sentences(doc: Doc) -> Doc:
        starts = np.full(len(doc), -1, dtype="int64").view("uint64")  # spaCy's code for: starts no sentence
        words, first_in_line = doc.user_data[WORDS], doc.user_data[FIRST_IN_LINE]
        stopped = True
        for index, word in enumerate(words):
            if index in first_in_line or (stopped and word not in CLOSING and not word[0].islower()):
                starts[index] = 1
            if word in STOPS:
                stopped = index > 0 and words[index - 1].lower() not in known
            elif word.endswith((".", "!", "?")):
                stopped = "." not in word[:-1] and word[:-1].lower() not in known and (len(word) > 2 or not _is_initial(words, index))
            elif word not in CLOSING:
                stopped = False
        return doc.from_array(["SENT_START"], starts.reshape(-1, 1))

    return sentences


def _is_initial(words: list[str], index: int) -> bool:
    """Whether a letter and its stop cut a name short, as in `Cllr A. Smith`: another name, or nothing, stands before it."""
    return index == 0 or words[index - 1][0].isupper() or words[index - 1] == "."


def describe(nlp: Language) -> dict[str, Any]:
    """The components of the pipeline and the spans that each writes, for documentation."""
    return {name: nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names}

"""The spaCy pipeline: tokens, sentences within blocks, and the spans of owners that rules/owner names by their words."""

from collections.abc import Callable
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.rulebook import Rulebook

OWNERS = "owners"
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


@Language.factory("pledgebook_sentences", default_config={"abbreviations": []})
def make_sentences(nlp: Language, name: str, abbreviations: list[str]) -> Callable[[Doc], Doc]:
    """Ends a sentence at a stop before a capital, a figure or a quotation, and at every line end of the text."""
    known = frozenset(abbreviations)

    def sentences(doc: Doc) -> Doc:
        starts = np.full(len(doc), -1, dtype="int64").view("uint64")  # spaCy's code for: starts no sentence
        starts[:1] = 1
        words = [token.text for token in doc]
        stopped = False
        for index, word in enumerate(words):
            if "\n" in word or "\t" in word:
                stopped = True
            elif stopped and word not in CLOSING:
                if "\n" in words[index - 1] or "\t" in words[index - 1] or not word[0].islower():
                    starts[index] = 1
                stopped = False
            if word in STOPS:
                stopped = index > 0 and words[index - 1].lower() not in known
            elif word.endswith((".", "!", "?")):
                stopped = "." not in word[:-1] and word[:-1].lower() not in known and (len(word) > 2 or not _is_initial(words, index))
        return doc.from_array(["SENT_START"], starts.reshape(-1, 1))

    return sentences


def _is_initial(words: list[str], index: int) -> bool:
    """Whether a letter and its stop cut a name short, as in `Cllr A. Smith`: another name, or nothing, stands before it."""
    return index == 0 or words[index - 1][0].isupper() or words[index - 1] == "."


def describe(nlp: Language) -> dict[str, Any]:
    """The components of the pipeline and the spans that each writes, for documentation."""
    return {name: nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names}

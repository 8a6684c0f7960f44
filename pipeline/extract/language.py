"""The spaCy pipeline: tokens, sentences within blocks, and the spans of owners that rules/owner names by their words."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

from pipeline.rulebook import Rulebook

OWNERS = "owners"
WORDS, STARTS, FIRST_IN_LINE = "words", "starts", "first_in_line"
BREAK = re.compile(r"[\n\t]")
SPACED = {ord("\n"): " ", ord("\t"): " "}
STOPS = frozenset(".!?")
CLOSING = frozenset("\"'”’)]»")
PREFIX = re.compile(r"^(?:[\[\"'(‘“£$€–—•*#]|-(?=\w))")
SUFFIX = re.compile(r"(?:[\"'’”)\],:;!?…–—*%.]|[’']s)$")
INFIX = re.compile(r"(?<=[^\W\d])[/–—](?=[^\W\d])|(?<=[a-z])[.)](?=[A-Z(])")
REACH = 16
NEAR, NAME_WITHIN = 8, 3
LONGEST_WORD = 300
NO_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
MAX_CHARACTERS = 20_000_000


def build_language(rulebook: Rulebook) -> Language:
    """A blank English pipeline; no trained model is needed, nor to be had offline."""
    nlp = spacy.blank("en")
    nlp.max_length = MAX_CHARACTERS
    nlp.tokenizer = Tokenizer(nlp.vocab, prefix_search=PREFIX.search, suffix_search=SUFFIX.search, infix_finditer=INFIX.finditer)
    nlp.add_pipe("pledgebook_sentences", config={"abbreviations": sorted(rulebook.words["abbreviations"])})
    patterns = {rule.id: rule.tokens for rule in rulebook.of("owner") if rule.tokens}
    nlp.add_pipe("pledgebook_owners", config={"patterns": patterns})
    return nlp


@Language.factory("pledgebook_owners", default_config={"patterns": {}})
def make_owners(nlp: Language, name: str, patterns: dict[str, list[dict[str, Any]]]) -> Callable[[Doc], Doc]:
    """Writes the longest phrase that begins at each cue word into `doc.spans`, labelled with its rule.

    The matcher looks only at the few tokens behind a cue: over the whole text it takes half the time of all extraction.
    """
    matcher = Matcher(nlp.vocab)
    for rule, tokens in patterns.items():
        matcher.add(rule, [tokens])
    plain = frozenset(word for tokens in patterns.values() if "OP" not in tokens[-1] for word in _words_of(tokens[-1]))
    cues = frozenset(word for tokens in patterns.values() for word in _words_of(tokens[0]))

    def owners(doc: Doc) -> Doc:
        phrases, words = [], doc.user_data[WORDS]
        for index, word in enumerate(words):
            if word.lower() in cues and _leads_to_name(words[index + 1 : index + NEAR], plain):
                found = [(end, label) for label, start, end in matcher(doc[index : index + REACH]) if start == 0]
                if found:
                    end, label = max(found)
                    phrases.append(Span(doc, index, index + end, label=label))
        doc.spans[OWNERS] = phrases
        return doc

    return owners


def _leads_to_name(near: list[str], plain: frozenset[str]) -> bool:
    """Whether a name in capitals begins among the next few words, or one of the bodies that are named by their kind is near."""
    return any(word[0].isupper() for word in near[:NAME_WITHIN]) or any(word in plain for word in near)


def _words_of(token: dict[str, Any]) -> list[str]:
    """The words, in lower case, that a token of a pattern may be."""
    words = token["LOWER"]
    return words["IN"] if isinstance(words, dict) else [words]


def read_doc(nlp: Language, text: str) -> Doc:
    """The spaCy Doc of a document's text; `doc.user_data` holds its words and where each begins.

    Line ends and tabs are handed over as spaces, of the same length, since the tokenizer remembers only what stands between
    spaces; that is three times as fast. The sentences still end there.
    """
    doc = _tokens(nlp, text.translate(SPACED))
    lengths, spaces = doc.to_array(["LENGTH", "SPACY"]).astype("int64").T if len(doc) else np.zeros((2, 0), dtype="int64")
    starts = (lengths + spaces).cumsum() - lengths - spaces
    words = [text[start:end] for start, end in zip(starts.tolist(), (starts + lengths).tolist(), strict=True)]
    breaks = np.array([match.start() for match in BREAK.finditer(text)], dtype="int64")
    first_behind = np.searchsorted(starts, breaks, side="right")
    doc.user_data |= {WORDS: words, STARTS: starts.tolist(), FIRST_IN_LINE: frozenset(first_behind.tolist())}
    return nlp(doc)


def _tokens(nlp: Language, text: str) -> Doc:
    """The tokens of a text. What no word could be so long for is cut into pieces unseen: to take apart a word of many stops and
    commas, the tokenizer needs the square of its length."""
    docs, position = [], 0
    for match in NO_WORD.finditer(text):
        pieces = [match[0][at : at + LONGEST_WORD] for at in range(0, len(match[0]), LONGEST_WORD)]
        docs += [nlp.make_doc(text[position : match.start()]), Doc(nlp.vocab, pieces, [False] * len(pieces))]
        position = match.end()
    if not docs:
        return nlp.make_doc(text)
    return Doc.from_docs([doc for doc in [*docs, nlp.make_doc(text[position:])] if len(doc)], ensure_whitespace=False) or nlp.make_doc("")


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
        return doc.from_array(["SENT_START"], starts.reshape(-1, 1))  # type: ignore[arg-type]  # spaCy's stub names a type of its own

    return sentences


def _is_initial(words: list[str], index: int) -> bool:
    """Whether a letter and its stop cut a name short, as in `Cllr A. Smith`: another name, or nothing, stands before it."""
    return index == 0 or words[index - 1][0].isupper() or words[index - 1] == "."

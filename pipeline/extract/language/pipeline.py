"""The spaCy pipeline: tokens, sentences within blocks, and the spans of owners that rules/owner names by their words."""

import pipeline.extract.language.light_spacy  # noqa: F401 - before anything of spaCy

# isort: split
import re
from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.attrs import IS_STOP, LOWER  # type: ignore[import-not-found]  # written in Cython, without a stub
from spacy.lang.en import English
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.extract.language.tokens import FIRST_IN_LINE, LOWERS, WORDS, WordTokenizer
from pipeline.rulebook import Rulebook

OWNERS = "owners"
STOPS = frozenset(".!?")
CLOSING = frozenset("\"'”’)]»")
LETTERS = frozenset("abcdefghijklmnop") | {"ii", "iii", "iv", "vi", "vii", "viii"}
LABEL = ("letter", "bracket", "capital")
REACH = 16
NEAR, NAME_WITHIN = 8, 3
MAX_CHARACTERS = 20_000_000


def build_language(rulebook: Rulebook) -> Language:
    """A blank English pipeline; no trained model is needed, nor to be had offline. It keeps of a word only what the rules ask for:
    to find out all that spaCy can tell takes as long again as to make the tokens."""
    asked = {LOWER: str.lower, IS_STOP: lambda word: word.lower() in English.Defaults.stop_words}
    vocab = Vocab(lex_attr_getters=asked)
    nlp = English(vocab, max_length=MAX_CHARACTERS, create_tokenizer=lambda nlp: WordTokenizer(nlp.vocab))
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
    # Most phrases are short, and the matcher begins one at each word it is given; but a rule must see all the words that it demands.
    first = max([NEAR, *(sum(_fewest(token) for token in tokens) for tokens in patterns.values())])

    def owners(doc: Doc) -> Doc:
        phrases, words, lowers = [], doc.user_data[WORDS], doc.user_data[LOWERS]
        for index in [index for index, lower in enumerate(lowers) if lower in cues]:
            if _leads_to_name(words[index + 1 : index + NEAR], plain):
                end, label = longest(doc[index : index + first])
                if end == first:
                    end, label = longest(doc[index : index + REACH])
                if end:
                    phrases.append(Span(doc, index, index + end, label=label))
        doc.spans[OWNERS] = phrases
        return doc

    def longest(near: Span) -> tuple[int, int]:
        """Where the longest phrase that begins a few tokens ends, counted from there, and its rule; zeros where there is none."""
        return max(((end, label) for label, start, end in matcher(near) if start == 0), default=(0, 0))

    return owners


def _leads_to_name(near: list[str], plain: frozenset[str]) -> bool:
    """Whether a name in capitals begins among the next few words, or one of the bodies that are named by their kind is near."""
    return any(word[0].isupper() for word in near[:NAME_WITHIN]) or any(word in plain for word in near)


def _words_of(token: dict[str, Any]) -> list[str]:
    """The words, in lower case, that a token of a pattern may be."""
    words = token["LOWER"]
    return words["IN"] if isinstance(words, dict) else [words]


def _fewest(token: dict[str, Any]) -> int:
    """How many words a token of a pattern stands for at least."""
    many = re.match(r"\{(\d+)", token.get("OP", "{1"))
    return int(many[1]) if many else int(token["OP"] == "+")


@Language.factory("pledgebook_sentences", default_config={"abbreviations": []})
def make_sentences(nlp: Language, name: str, abbreviations: list[str]) -> Callable[[Doc], Doc]:
    """Ends a sentence at a stop before a capital, a figure, a quotation or the letter of an item, as in `d) The clerk`, from which it
    is parted, and at every line end of the text."""
    known = frozenset(abbreviations)

    def sentences(doc: Doc) -> Doc:
        starts = np.full(len(doc), -1, dtype="int64")  # spaCy's code for: starts no sentence
        words: list[str] = doc.user_data[WORDS]
        first_in_line = [index for index in doc.user_data[FIRST_IN_LINE] if index < len(words)]
        stops = [index for index, word in enumerate(words) if word[-1] in STOPS and _stops(words, index, known)]
        behind = [_next_open(words, index + 1) for index in (-1, *stops)]
        labels = [index for index in behind if _is_label(words, index)]
        opening = [index for index in behind if index < len(words) and not words[index][0].islower()]
        starts[[*first_in_line, *opening, *labels, *(index + 2 for index in labels)]] = 1
        return doc.from_array(["SENT_START"], starts.view("uint64").reshape(-1, 1))  # type: ignore[arg-type]  # spaCy's stub names a type of its own

    return sentences


def _stops(words: list[str], index: int, known: frozenset[str]) -> bool:
    """Whether a word that ends in a stop ends a sentence, rather than being cut short."""
    word = words[index]
    if word in STOPS:
        return index > 0 and words[index - 1].lower() not in known
    return "." not in word[:-1] and word[:-1].lower() not in known and (len(word) > 2 or not _is_initial(words, index))


def _next_open(words: list[str], index: int) -> int:
    """The first word from `index` on that closes no quotation or bracket."""
    while index < len(words) and words[index] in CLOSING:
        index += 1
    return index


def _is_label(words: list[str], index: int) -> bool:
    """Whether a letter with its bracket stands there, and a capital behind it."""
    following = words[index : index + 3]
    return len(following) == len(LABEL) and following[0] in LETTERS and following[1] == ")" and following[2][0].isupper()


def _is_initial(words: list[str], index: int) -> bool:
    """Whether a letter and its stop cut a name short, as in `Cllr A. Smith`: another name, or nothing, stands before it."""
    return index == 0 or words[index - 1][0].isupper() or words[index - 1] == "."

"""Regular expressions from word lists, fragments and rules; a bad one is named with the piece that is wrong."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from pipeline.errors import RulebookError
from pipeline.rulebook.schema import Fragment, WordList

FRAGMENT = re.compile(r"(?<!\\N)\{([A-Za-z][A-Za-z_]*)\}")
FLAGS = re.IGNORECASE
NEAR = 12  # characters shown on each side of what is wrong
WRONG = (  # what Python says of a pattern, and what that means
    ("missing ), unterminated subpattern", "a ( is opened and never closed"),
    ("unbalanced parenthesis", "a ) closes nothing"),
    ("unterminated character set", "a [ is opened and never closed"),
    ("nothing to repeat", "a *, + or ? stands behind nothing that it could repeat"),
    ("multiple repeat", "two of *, + and ? stand side by side"),
    ("bad escape (end of pattern)", "it ends in a backslash"),
    ("bad escape", "a backslash stands before a letter with which it means nothing"),
    ("look-behind requires fixed-width", "what stands in (?<=…) or (?<!…) must always be of the same length"),
    ("redefinition of group name", "the same name (?P<…>) is given twice, here or in a fragment that is used"),
    ("min repeat greater than max", "in {from,to} the first number is the larger one"),
    ("bad character range", "in [a-z] the letters run backwards; a plain hyphen goes last"),
    ("unknown extension", "behind (? stands a mark that means nothing"),
)

TOO_LARGE = "it repeats something too often, or is nested too deep; write it more simply"


def word_pattern(words: WordList) -> str:
    """Any of the words, the longest first, with any white space between theirs; those of one first letter stand together, so that most
    need not be tried, which halves the time of a long list."""
    groups: dict[str, list[str]] = {}
    for term in sorted(words.terms, key=lambda term: (-len(term), term)):
        groups.setdefault(term[:1], []).append(re.escape(term[1:]).replace(r"\ ", r"\s+"))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items()) + ")"


def fragment_patterns(words: Mapping[str, str], fragments: Mapping[str, tuple[Fragment, str]]) -> dict[str, str]:
    """The patterns of the word lists, and those of the fragments, which may use each other in any order.

    Each fragment comes with the place where it stands, for error messages.
    """
    patterns, waiting = dict(words), dict(fragments)
    while waiting:
        key = _next(waiting, patterns)
        fragment, place = waiting.pop(key)
        compiled = compile_pattern(fragment.pattern, patterns, place)
        if not compiled.search(fragment.sample):
            raise RulebookError(f"{place}: its sample {fragment.sample!r} is not matched; mend the pattern or the sample")
        patterns[key] = f"(?:{expand(fragment.pattern, patterns, place)})"
    return patterns


def compile_pattern(pattern: str, fragments: Mapping[str, str], place: str) -> re.Pattern[str]:
    """The pattern with its fragments filled in. Raises RulebookError for one that is wrong."""
    try:
        return re.compile(expand(pattern, fragments, place), FLAGS)
    except re.error as error:
        raise RulebookError(f"{place}: not a valid pattern: {_wrong(pattern, error)}") from error
    except (OverflowError, RecursionError) as error:  # how the library says so of some patterns
        raise RulebookError(f"{place}: not a valid pattern: {TOO_LARGE}") from error


def expand(pattern: str, fragments: Mapping[str, str], place: str) -> str:
    """The pattern with its fragments filled in. Raises RulebookError for one that nobody knows."""

    def insert(match: re.Match[str]) -> str:
        if match[1] not in fragments:
            near = get_close_matches(match[1], fragments, n=1)
            meant = f"did you mean {{{near[0]}}}? Known" if near else "known"
            raise RulebookError(f"{place}: there is no word list or fragment named {match[0]}; {meant} are {', '.join(sorted(fragments))}")
        return fragments[match[1]]

    return FRAGMENT.sub(insert, pattern)


def _next(waiting: dict[str, tuple[Fragment, str]], patterns: dict[str, str]) -> str:
    """A fragment all of whose parts are known. Raises RulebookError where there is none."""
    for key, (fragment, place) in waiting.items():
        parts = set(FRAGMENT.findall(fragment.pattern))
        if parts <= patterns.keys():
            return key
        if not parts <= patterns.keys() | waiting.keys():
            expand(fragment.pattern, patterns | dict.fromkeys(waiting, ""), place)  # raises, and names the part that nobody knows
    place = next(iter(waiting.values()))[1]
    raise RulebookError(f"{place}: it uses itself, by way of the fragments {', '.join(sorted(waiting))}; take one of the uses away")


def _wrong(pattern: str, error: re.error) -> str:
    """What is wrong with a pattern, where, counted in characters from 1, and by which piece."""
    said = next((meaning for words, meaning in WRONG if words in error.msg), error.msg)
    try:
        re.compile(FRAGMENT.sub(lambda match: "x" * len(match[0]), pattern))
    except re.error as plain:
        at = plain.pos or 0
        return f"{said}, at character {at + 1}, in “{pattern[max(0, at - NEAR) : at + NEAR]}”"
    return f"{said}, in “{pattern}” with its fragments filled in"

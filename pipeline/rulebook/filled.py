"""Word lists filled in where no pattern stands: in the tokens of a rule, and in the words that it needs."""

from collections.abc import Iterable, Mapping
from string import digits
from typing import Any

from pipeline.errors import RulebookError
from pipeline.rulebook.patterns import FRAGMENT
from pipeline.rulebook.schema import WordList


def with_words(value: Any, words: Mapping[str, WordList], place: str) -> Any:
    """A part of a token pattern with its word lists filled in. Raises RulebookError for a list that nobody knows."""
    if isinstance(value, dict):
        return {key: with_words(part, words, place) for key, part in value.items()}
    if isinstance(value, list):
        return [with_words(part, words, place) for part in value]
    if isinstance(value, str) and (name := FRAGMENT.fullmatch(value)):
        return _terms(name[1], words, place)
    return value


def needed_words(needs: Iterable[str], words: Mapping[str, WordList], place: str) -> tuple[str, ...]:
    """The words that `needs` stand for, in order, without those that begin with another: wherever `january` stands, `jan` does.
    Raises RulebookError for a list that nobody knows."""
    spelled = {word for need in needs for longer in _with_terms(need, words, place) for word in _with_digits(longer)}
    kept: list[str] = []
    for word in sorted(spelled):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return tuple(kept)


def _with_terms(need: str, words: Mapping[str, WordList], place: str) -> list[str]:
    """The words that a need stands for in which each `{list}` is any term of that list."""
    name = FRAGMENT.search(need)
    if name is None:
        return [need]
    return [longer for term in _terms(name[1], words, place) for longer in _with_terms(need.replace(name[0], term, 1), words, place)]


def _with_digits(word: str) -> list[str]:
    """The words that a word stands for in which `#` is any digit."""
    if "#" not in word:
        return [word]
    return [longer for digit in digits for longer in _with_digits(word.replace("#", digit, 1))]


def _terms(name: str, words: Mapping[str, WordList], place: str) -> list[str]:
    if name not in words:
        raise RulebookError(f"{place}: there is no word list named {{{name}}}; known are {', '.join(sorted(words))}")
    return sorted(words[name].terms)

"""Loads rules/: `lexicon/*.yaml` are word lists, every other folder holds rules, one subject a file."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from pipeline.errors import RulebookError
from pipeline.rulebook.files import Files, digest_of, read_files
from pipeline.rulebook.filled import needed_words, with_words
from pipeline.rulebook.parse import parse
from pipeline.rulebook.patterns import FLAGS, compile_pattern, fragment_patterns, word_pattern
from pipeline.rulebook.schema import Fragment, Rule, RuleFile, WordList

Model = TypeVar("Model", bound=BaseModel)
LEXICON = "lexicon/"


@dataclass(frozen=True, eq=False)
class CompiledRule:
    """A rule ready to use; `subject` is its file without the ending, as `time/days`, `source` its pattern with all fragments filled in."""

    id: str
    subject: str
    source: str
    tokens: list[dict[str, Any]]
    needs: tuple[str, ...]
    rule: Rule

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for: for all of them that takes half a second, and a short paper asks for few."""
        return re.compile(self.source, FLAGS)

    def compile(self) -> None:
        """Compiles the pattern now."""
        self.pattern  # noqa: B018 - to ask for it is to compile it

    def may_match(self, lower: str) -> bool:
        """Whether a text, given in lower case, holds one of the words that the rule needs; true for a rule that needs none."""
        for word in self.needs:  # any() of a generator takes twice as long, and this runs more often than all else
            if word in lower:
                return True
        return not self.needs


class Words(dict[str, frozenset[str]]):
    """The word lists by name; one that the program needs and a clerk has taken away is named."""

    def __missing__(self, name: str) -> frozenset[str]:
        raise RulebookError(f"there is no word list {LEXICON}{name}.yaml, and the program needs it; put it back")


class Fragments(dict[str, str]):
    """The expanded fragments and word lists by name; likewise."""

    def __missing__(self, name: str) -> str:
        raise RulebookError(f"there is no fragment {name} in any file, and the program needs it; put it back")


class Rulebook(NamedTuple):
    """All rules in the order of their files, the word lists and the expanded fragments by name; `digest` is a SHA-256 over the
    rule files, `about` what each file says of itself, by its name without the ending."""

    rules: tuple[CompiledRule, ...]
    words: Words
    fragments: Fragments
    digest: str
    about: dict[str, str]

    def compile_all(self) -> None:
        """Compiles the patterns that nobody has asked for yet."""
        for rule in self.rules:
            rule.compile()

    def of(self, folder: str) -> tuple[CompiledRule, ...]:
        """The rules of a folder (`time`) or of one subject (`time/days`)."""
        return tuple(rule for rule in self.rules if rule.subject == folder or rule.subject.startswith(folder + "/"))


def load_rulebook(folder: Path) -> Rulebook:
    """The rules under `folder`. Raises RulebookError naming file, rule, key and cure, with a line for each mistake."""
    files = read_files(folder)
    if not any(not name.startswith(LEXICON) for name in files):
        raise RulebookError(f"{folder} holds no rules; name the folder of the rules with --rules")
    words = _parse_all({name.removeprefix(LEXICON): file for name, file in files.items() if name.startswith(LEXICON)}, WordList)
    subjects = _parse_all({name: file for name, file in files.items() if not name.startswith(LEXICON)}, RuleFile)
    fragments = fragment_patterns({name: word_pattern(file) for name, file in words.items()}, _fragments(words, subjects, folder))
    rules = [rule for name, subject in subjects.items() for rule in subject.rules]
    places = {id(rule): (name, f"{folder / name}.yaml: rule {rule.id}") for name, subject in subjects.items() for rule in subject.rules}
    _check_unique([(rule, *places[id(rule)]) for rule in rules])
    compiled = _each(rules, lambda rule: _compile(rule, *places[id(rule)], fragments, words))
    about = {name: file.about for name, file in subjects.items()} | {LEXICON + name: file.about for name, file in words.items()}
    return Rulebook(
        tuple(compiled), Words({name: frozenset(file.terms) for name, file in words.items()}), Fragments(fragments), digest_of(files), about
    )


def _parse_all(files: Files, model: type[Model]) -> dict[str, Model]:
    parsed = _each(list(files.values()), lambda file: parse(*file, model))
    return dict(zip(files, parsed, strict=True))


Item = TypeVar("Item")
Made = TypeVar("Made")


def _each(items: list[Item], make: Callable[[Item], Made]) -> list[Made]:
    """What is made of each item. Raises RulebookError with the mistakes of all of them."""
    made, mistakes = [], []
    for item in items:
        try:
            made.append(make(item))
        except RulebookError as error:
            mistakes.append(str(error))
    if mistakes:
        raise RulebookError("\n".join(mistakes))
    return made


def _fragments(words: dict[str, WordList], subjects: dict[str, RuleFile], folder: Path) -> dict[str, tuple[Fragment, str]]:
    """The fragments of all files, each with its place."""
    found: dict[str, tuple[Fragment, str]] = {}
    for name, file in subjects.items():
        for key, fragment in file.fragments.items():
            place = f"{folder / name}.yaml: fragment {key}"
            if key in found or key in words:
                other = found[key][1] if key in found else f"the word list lexicon/{key}.yaml"
                raise RulebookError(f"{place}: this name is taken by {other}; give one of them another name")
            found[key] = fragment, place
    return found


def _check_unique(rules: list[tuple[Rule, str, str]]) -> None:
    """Raises RulebookError where an id or a name stands on two rules."""
    seen: dict[str, str] = {}
    for rule, subject, place in rules:
        for key, value in (("id", rule.id), ("name", rule.name)):
            if value in seen:
                raise RulebookError(f"{place}, key {key}: {value} is also in {seen[value]}.yaml; give one of them a new {key}")
            seen[value] = subject


def _compile(rule: Rule, subject: str, place: str, fragments: dict[str, str], words: dict[str, WordList]) -> CompiledRule:
    pattern = compile_pattern(rule.pattern, fragments, f"{place}, key pattern").pattern
    tokens = [with_words(token, words, f"{place}, key tokens") for token in rule.tokens]
    needs = needed_words(rule.needs, words, f"{place}, key needs")
    made = CompiledRule(rule.id, subject, pattern, tokens, needs, rule)
    if made.pattern.search("") is not None:
        raise RulebookError(f"{place}, key pattern: it matches even an empty text, and so everywhere; make some part of it compulsory")
    return made

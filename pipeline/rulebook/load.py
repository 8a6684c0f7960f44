"""Loads rules/: `lexicon/*.yaml` are word lists, every other folder holds rules, one subject a file."""

import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from pipeline.errors import RulebookError
from pipeline.rulebook.schema import Fragment, Rule, RuleFile, WordList

Model = TypeVar("Model", bound=BaseModel)
FRAGMENT = re.compile(r"\{([a-z][a-z_]*)\}")


class CompiledRule(NamedTuple):
    """A rule ready to use; `subject` is its file without the ending, as `time/days`."""

    id: str
    subject: str
    pattern: re.Pattern[str]
    tokens: list[dict[str, Any]]
    needs: tuple[str, ...]
    rule: Rule

    def may_match(self, lower: str) -> bool:
        """Whether a text, given in lower case, holds one of the words that the rule needs; true for a rule that needs none."""
        for word in self.needs:  # any() of a generator takes twice as long, and this runs more often than all else
            if word in lower:
                return True
        return not self.needs


class Rulebook(NamedTuple):
    """All rules in the order of their files, the word lists and the expanded fragments by name; `digest` is a SHA-256 over the
    rule files."""

    rules: tuple[CompiledRule, ...]
    words: dict[str, frozenset[str]]
    fragments: dict[str, str]
    digest: str

    def of(self, folder: str) -> tuple[CompiledRule, ...]:
        """The rules of a folder (`time`) or of one subject (`time/days`)."""
        return tuple(rule for rule in self.rules if rule.subject == folder or rule.subject.startswith(folder + "/"))


def load_rulebook(folder: Path) -> Rulebook:
    """The rules under `folder`. Raises RulebookError naming file, rule, key and cure."""
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        raise RulebookError(f"{folder} holds no rules; name the folder of the rules with --rules")
    digest, words, subjects = hashlib.sha256(), {}, {}
    for path in files:
        data = path.read_bytes()
        name = path.relative_to(folder).with_suffix("").as_posix()
        digest.update(name.encode() + b"\0" + data + b"\0")
        if name.startswith("lexicon/"):
            words[name.removeprefix("lexicon/")] = _parse(path, data, WordList)
        else:
            subjects[name] = _parse(path, data, RuleFile)
    fragments = _fragments(words, subjects, folder)
    rules = [_compile(rule, name, fragments, words, folder) for name, subject in subjects.items() for rule in subject.rules]
    _check_ids(rules, folder)
    return Rulebook(tuple(rules), {name: frozenset(words[name].terms) for name in words}, fragments, digest.hexdigest())


def _parse(path: Path, data: bytes, model: type[Model]) -> Model:
    try:
        return model.model_validate(yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError as error:
        raise RulebookError(f"{path}: this is not valid YAML: {error}") from error
    except ValidationError as error:
        raise RulebookError("\n".join(f"{path}: {_place(problem['loc'], data)}: {problem['msg']}" for problem in error.errors())) from error


def _place(location: tuple[int | str, ...], data: bytes) -> str:
    """Where in the file a problem is, with the rule's id rather than its number."""
    if len(location) > 1 and location[0] == "rules" and isinstance(location[1], int):
        content: dict[str, Any] = yaml.safe_load(data)
        rule = content["rules"][location[1]]
        name = rule.get("id", f"number {location[1] + 1}") if isinstance(rule, dict) else f"number {location[1] + 1}"
        return f"rule {name}, key {' > '.join(map(str, location[2:]))}"
    return f"key {' > '.join(map(str, location))}" if location else "the file"


def _fragments(words: dict[str, WordList], subjects: dict[str, RuleFile], folder: Path) -> dict[str, str]:
    """Word lists first, then the files' fragments in any order, as each may use the others."""
    patterns = {
        name: "(?:" + "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in _longest_first(file.terms)) + ")"
        for name, file in words.items()
    }
    waiting: dict[str, tuple[Fragment, str]] = {}
    for name, file in subjects.items():
        for key, fragment in file.fragments.items():
            place = f"{folder / name}.yaml: fragment {key}"
            if key in waiting or key in words:
                other = waiting[key][1] if key in waiting else f"the word list lexicon/{key}.yaml"
                raise RulebookError(f"{place}: this name is taken by {other}; give one of them another name")
            waiting[key] = fragment, place
    while waiting:
        key = _next_fragment(waiting, patterns)
        fragment, place = waiting.pop(key)
        patterns[key] = f"(?:{_expand(fragment.pattern, patterns, place)})"
        _check_sample(fragment, patterns[key], place)
    return patterns


def _next_fragment(waiting: dict[str, tuple[Fragment, str]], patterns: dict[str, str]) -> str:
    """A fragment all of whose parts are known. Raises RulebookError where there is none."""
    for key, (fragment, place) in waiting.items():
        parts = set(FRAGMENT.findall(fragment.pattern))
        if parts <= patterns.keys():
            return key
        if not parts <= patterns.keys() | waiting.keys():
            _expand(fragment.pattern, patterns | dict.fromkeys(waiting, ""), place)  # raises, and names the part that nobody knows
    place = next(iter(waiting.values()))[1]
    raise RulebookError(f"{place}: it uses itself, by way of the fragments {', '.join(sorted(waiting))}; take one of the uses away")


def _longest_first(terms: tuple[str, ...]) -> list[str]:
    return sorted(terms, key=lambda term: (-len(term), term))


def _check_sample(fragment: Fragment, pattern: str, place: str) -> None:
    try:
        matched = re.search(pattern, fragment.sample, re.IGNORECASE)
    except re.error as error:
        raise RulebookError(f"{place}: not a valid pattern: {error}") from error
    if not matched:
        raise RulebookError(f"{place}: its sample {fragment.sample!r} is not matched; mend the pattern or the sample")


def _expand(pattern: str, fragments: dict[str, str], place: str) -> str:
    def insert(match: re.Match[str]) -> str:
        if match[1] not in fragments:
            raise RulebookError(
                f"{place}: there is no word list or fragment named {{{match[1]}}}; known are {', '.join(sorted(fragments))}"
            )
        return fragments[match[1]]

    return FRAGMENT.sub(insert, pattern)


def _compile(rule: Rule, subject: str, fragments: dict[str, str], words: dict[str, WordList], folder: Path) -> CompiledRule:
    place = f"{folder / subject}.yaml: rule {rule.id}, key"
    try:
        pattern = re.compile(_expand(rule.pattern, fragments, f"{place} pattern"), re.IGNORECASE)
    except re.error as error:
        raise RulebookError(f"{place} pattern: not a valid pattern: {error}") from error
    return CompiledRule(
        rule.id, subject, pattern, [_with_words(token, words, f"{place} tokens") for token in rule.tokens], rule.needs, rule
    )


def _with_words(value: Any, words: dict[str, WordList], place: str) -> Any:
    """A part of a token pattern with its word lists filled in."""
    if isinstance(value, dict):
        return {key: _with_words(part, words, place) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_words(part, words, place) for part in value]
    if isinstance(value, str) and (name := FRAGMENT.fullmatch(value)):
        if name[1] not in words:
            raise RulebookError(f"{place}: there is no word list named {value}; known are {', '.join(sorted(words))}")
        return sorted(words[name[1]].terms)
    return value


def _check_ids(rules: list[CompiledRule], folder: Path) -> None:
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.id in seen:
            raise RulebookError(f"{folder / rule.subject}.yaml: rule {rule.id} is also in {seen[rule.id]}.yaml; give one of them a new id")
        seen[rule.id] = rule.subject

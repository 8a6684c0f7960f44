"""What is wrong in a rule file, in words for somebody who knows neither Python nor pydantic."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from pipeline.rulebook.schema import EXPECTED, Example, Fragment, NearMiss, Rule

PARTS: dict[str, type[BaseModel]] = {
    "rules": Rule,
    "examples": Example,
    "known_failures": Example,
    "near_misses": NearMiss,
    "fragments": Fragment,
}
ENTRIES = {"examples": "example", "known_failures": "known failure", "near_misses": "near miss"}


class Mistake(NamedTuple):
    """One mistake: the keys and positions that lead to it, the rule it stands in by id or number, the line from 1 (0 where there is
    none), the text that stands there (None where it is no plain text), and what pydantic says."""

    location: tuple[int | str, ...]
    rule: str
    line: int
    text: str | None
    problem: ErrorDetails
    known_keys: tuple[str, ...]

    @classmethod
    def of(cls, problem: ErrorDetails, model: type[BaseModel], root: yaml.Node | None) -> "Mistake":
        """The mistake that pydantic found in a file of this model, whose YAML is `root`."""
        location = problem["loc"]
        node, line = _walk(root, location)
        part = next((PARTS[step] for step in reversed(location[:-1]) if isinstance(step, str) and step in PARTS), model)
        text = node.value if isinstance(node, yaml.ScalarNode) else None
        return cls(location, _rule_of(location, root), line, text, problem, tuple(part.model_fields))


def place_in_words(mistake: Mistake) -> str:
    """Where it is: `rule TM07, example 2, key match`."""
    steps = list(mistake.location)
    words = []
    if mistake.rule:
        words, steps = [f"rule {mistake.rule}"], steps[2:]
    elif steps[:1] == ["fragments"] and len(steps) > 1:
        words, steps = [f"fragment {steps[1]}"], steps[2:]
    while steps:
        step = steps.pop(0)
        entry = f"{steps.pop(0) + 1}" if steps and isinstance(steps[0], int) else ""  # type: ignore[operator]  # just seen to be a number
        if step in ENTRIES and entry:
            words.append(f"{ENTRIES[str(step)]} {entry}")
        else:
            words.append(f"key {step}" + (f", entry {entry}" if entry else ""))
    return ", ".join(words) or "the file"


def in_words(mistake: Mistake) -> str:
    """What is wrong, and what to do."""
    kind, key = mistake.problem["type"], str(mistake.location[-1]) if mistake.location else ""
    if kind == "extra_forbidden":
        return f"there is no such key; {meant(key, mistake.known_keys)}"
    if kind == "missing":
        return f"this key is missing; add it: {EXPECTED.get(key, 'a text')}"
    if kind == "string_type":
        return _no_text(mistake)
    if kind == "string_pattern_mismatch":
        return f"“{mistake.text}” is badly formed; it must be {EXPECTED.get(key, 'different')}"
    if kind == "too_short":
        return _too_few(mistake.problem.get("ctx", {}))
    if kind in ("tuple_type", "list_type"):
        return "this must be a list: each entry on a line of its own behind a hyphen, or all between [ and ]"
    if kind in ("dict_type", "model_type"):
        return "this must hold keys with their values, as “text: …”"
    return mistake.problem["msg"].removeprefix("Value error, ")


def meant(wrong: str, known: Sequence[str]) -> str:
    """Which of the known names was meant, if any is near; and all of them."""
    near = get_close_matches(wrong, known, n=1)
    return f"{f'did you mean {near[0]}? Known' if near else 'known'} are {', '.join(sorted(known))}"


def _no_text(mistake: Mistake) -> str:
    given = mistake.problem["input"]
    if mistake.text is None or given is None:
        return "this must be a text; write one, in quotes"
    kind = {"bool": "yes or no", "int": "a number", "float": "a number", "date": "a date"}.get(type(given).__name__, "something else")
    return f'YAML takes {mistake.text} without quotes for {kind}; put it in quotes: "{mistake.text}"'


def _too_few(context: dict[str, Any]) -> str:
    least, have = context["min_length"], context["actual_length"]
    more = "one" if least - have == 1 else str(least - have)
    return f"there {'is' if have == 1 else 'are'} {have or 'none'}, and there must be at least {least}; add {more}"


def _walk(node: yaml.Node | None, location: Sequence[int | str]) -> tuple[yaml.Node | None, int]:
    """The node at a place, None where there is none, and the line of the nearest one above it that there is."""
    line = 0
    for step in location:
        found = None
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = (node.value[step], node.value[step])
        if found is None:
            return None, line
        line, node = found[0].start_mark.line + 1, found[1]
    return node, line


def _rule_of(location: Sequence[int | str], root: yaml.Node | None) -> str:
    """The id of the rule that a place is in, or `number 3`; empty outside rules."""
    if len(location) < 2 or location[0] != "rules" or not isinstance(location[1], int):
        return ""
    node, _ = _walk(root, [*location[:2], "id"])
    return node.value if isinstance(node, yaml.ScalarNode) and node.value else f"number {location[1] + 1}"

"""The bytes of a rule file to its typed content; every mistake is named with its line, its rule, its key and its cure."""

from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from pipeline.errors import RulebookError
from pipeline.rulebook.mistakes import Mistake, in_words, place_in_words

Model = TypeVar("Model", bound=BaseModel)

STACK, DEEPEST = 1000, 100  # levels that the library bears, and that the search for a mistake's place does
TOO_DEEP = "it is nested too deep; no rule needs more than a few levels"
NO_VALUE = "not what it seems"
NOT_SO = (ValueError, TypeError, KeyError, AttributeError)  # what the library raises of such as 2026-13-45
BROKEN = (  # what the YAML library says, and what a person should do about it
    ("cannot start any token", "a tab, or a mark that only quotes allow, stands here; indent with spaces, and put the text in quotes"),
    ("mapping values are not allowed", "a colon followed by a space stands in a text without quotes; put the whole text in quotes"),
    ("unknown escape character", "in double quotes a backslash begins a code; put the text in single quotes"),
    ("quoted scalar", "a quote is opened and never closed; close it"),
    ("flow sequence", "a [ is opened and not closed, or a comma is missing in it"),
    ("flow mapping", "a { is opened and not closed, or a comma is missing in it"),
    ("block collection", "this line does not stand in as far as its neighbours; give it as many spaces as they have"),
    ("block mapping", "this line does not stand in as far as its neighbours, or text follows a closing quote"),
    ("could not find expected ':'", "a key stands here without a colon behind it; add the colon, or put the text in quotes"),
    ("undefined alias", "a text that begins with * must stand in quotes"),
    ("control characters", "a character that cannot be printed stands here; delete it"),
    ("unacceptable character", "a character that cannot be printed stands here, or the file is not saved as UTF-8"),
    (NO_VALUE, "a number or date seems to stand here, but is none; put it in quotes"),
    ("UTF-8", "the file is not saved as UTF-8; save it again in that encoding"),
    ("utf-8", "the file is not saved as UTF-8; save it again in that encoding"),
)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # which of both there is depends on the build
    """Reads plain values, and refuses a key that stands twice: the first would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping of a node."""
        seen: set[str] = set()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(
                    problem="a list or a table stands where a key should; put it in quotes", problem_mark=key.start_mark
                )
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key.value} stands twice here; take one away", problem_mark=key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


class _Finder(_Loader):
    """Says where the value stands that is not what YAML takes it for, which the library does not."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node."""
        try:
            return super().construct_object(node, deep)
        except NOT_SO as error:
            raise yaml.MarkedYAMLError(problem=f"{NO_VALUE}: {error}", problem_mark=node.start_mark) from error


def parse(path: Path, data: bytes, model: type[Model]) -> Model:
    """The content of a rule file. Raises RulebookError with a line for each mistake."""
    try:
        return model.model_validate(_load(data))
    except yaml.YAMLError as error:
        raise RulebookError(f"{path}{_yaml_place(error)}: this is not valid YAML: {_yaml_cure(error)}") from error
    except RecursionError as error:
        raise RulebookError(f"{path}: {TOO_DEEP}") from error
    except ValidationError as error:
        if _is_deeper(data, DEEPEST):
            raise RulebookError(f"{path}: {TOO_DEEP}") from error
        root = yaml.compose(data, Loader=yaml.SafeLoader)
        places = [problem["loc"] for problem in error.errors()]
        lines = [
            _line(path, Mistake.of(problem, model, root))
            for problem in error.errors()
            if not (problem["type"] == "too_short" and any(place[: len(problem["loc"])] == problem["loc"] != place for place in places))
        ]  # an entry that is wrong is not counted as one, and has its own line
        raise RulebookError("\n".join(lines)) from error


def _load(data: bytes) -> Any:
    """What the file holds. Raises YAMLError, and RecursionError where it is nested too deep."""
    # Written in C, the library would overflow the stack and end the process. The closer look is rare, as it takes as long as loading.
    most = max((len(line) - len(line.lstrip(b" -?:\t")) for line in data.splitlines()), default=0)
    if data.count(b"[") + data.count(b"{") + most > STACK and _is_deeper(data, STACK):
        raise RecursionError
    try:
        return yaml.load(data, Loader=_Loader)
    except NOT_SO:
        return yaml.load(data, Loader=_Finder)


def _is_deeper(data: bytes, levels: int) -> bool:
    """Whether the file has more levels than so many; looks no further than that, as each level makes the next one slower to read."""
    steps = (
        isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent) for event in yaml.parse(data, _Loader)
    )
    return any(depth > levels for depth in accumulate(steps))


def _line(path: Path, mistake: Mistake) -> str:
    where = f", line {mistake.line}" if mistake.line else ""
    return f"{path}{where}: {place_in_words(mistake)}: {in_words(mistake)}"


def _yaml_place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""


def _yaml_cure(error: yaml.YAMLError) -> str:
    said = " ".join(str(part) for part in (getattr(error, "problem", None), getattr(error, "context", None)) if part) or str(error)
    cure = next((cure for words, cure in BROKEN if words in said), None)
    return cure or (said if "stands twice" in said else f"look at the quotes and the indentation round this place ({said})")

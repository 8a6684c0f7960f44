"""Rules that fuzzing found to end the program otherwise than with a plain line."""

from pathlib import Path

import pytest
import yaml

from pipeline.errors import RulebookError
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.parse import parse
from pipeline.rulebook.schema import RuleFile

RULE = """\
about: Made up.
rules:
  - id: ST90
    name: status.made_up
    why: None.
    %s
    examples: [{text: a}, {text: b}, {text: c}]
    near_misses: [{text: d, why: other}, {text: e, why: other}]
"""


@pytest.mark.parametrize(
    "line",
    [
        "pattern: 'a{9999999999}'",
        f"pattern: '{'(' * 3000}a{')' * 3000}'",
        "tokens: [{TEXT: {REGEX: 'a{9999999999}'}}, {LOWER: b}]",
    ],
)
def test_a_pattern_too_large_to_compile_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "status").mkdir()
    (tmp_path / "status" / "made.yaml").write_text(RULE % line)
    with pytest.raises(RulebookError, match="repeats something too often, or is nested too deep"):
        load_rulebook(tmp_path)


@pytest.mark.parametrize(
    "value",
    [
        "2026-13-45",
        "2026-02-30",
        "1" + "0" * 6000,
        "!!int 'x'",
        "!!float 'x'",
        "!!bool 'x'",
        "!!binary 'x'",
        "!!timestamp 'x'",
    ],
)
def test_a_value_that_is_not_what_yaml_takes_it_for_is_named_with_its_place(value: str) -> None:
    with pytest.raises(RulebookError, match=r"^made.yaml, line 1, column 8: this is not valid YAML: "):
        parse(Path("made.yaml"), f"about: {value}\n".encode(), RuleFile)


@pytest.mark.parametrize(
    "data",
    [
        "about: !!omap [a]",
        "? [a]\n: b\n",
        "? {a: b}\n: c\n",
        "!!map [a]",
        "about: !!str [a]",
        "about: !!set [a]",
        "<<: 3\nabout: x",
        "1: 2",
    ],
)
def test_what_is_no_mapping_of_texts_is_a_mistake(data: str) -> None:
    with pytest.raises(RulebookError, match=r"^made.yaml"):
        parse(Path("made.yaml"), data.encode(), RuleFile)


@pytest.mark.parametrize(
    "data",
    ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000, f"about: {'[' * 20_000}{']' * 20_000}", f"about: {'[' * 600}{']' * 600}"],
)
def test_a_file_nested_too_deep_is_a_mistake(data: str) -> None:
    """The library, written in C, would overflow the stack, and end the process."""
    with pytest.raises(RulebookError, match=r"^made.yaml"):
        parse(Path("made.yaml"), data.encode(), RuleFile)


def test_many_brackets_side_by_side_are_not_deep() -> None:
    text = yaml.safe_dump(
        {"about": "x", "fragments": {f"f{at}": {"pattern": "a", "sample": "a"} for at in range(1200)}}, default_flow_style=True
    )
    assert len(parse(Path("made.yaml"), text.encode(), RuleFile).fragments) == 1200


def test_a_file_of_aliases_within_aliases_is_told_in_few_lines() -> None:
    rows = [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 9)]
    with pytest.raises(RulebookError) as caught:
        parse(Path("made.yaml"), "\n".join(["a0: &a0 [x]", *rows, "about: x", "rules: *a8"]).encode(), RuleFile)
    assert len(str(caught.value)) < 100_000

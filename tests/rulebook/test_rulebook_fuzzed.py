"""Rules that fuzzing found to end the program otherwise than with a plain line."""

from pathlib import Path

import pytest

from pipeline.errors import RulebookError
from pipeline.rulebook import load_rulebook

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

"""A small folder of rules that tests put wrong."""

from pathlib import Path

import pytest

from pipeline.errors import RulebookError
from pipeline.rulebook import Rulebook, load_rulebook

WORDS = 'about: "Trees."\nwhy: "They are planted."\nterms: [oak, red oak, lime]\n'
RULES = """about: Plants.
fragments:
  many: {pattern: '{count} {trees}s?', sample: "ten oaks"}
  count: {pattern: '(?:ten|\\d+)', sample: "12"}
rules:
  - id: PL01
    name: plants.trees
    why: Trees are planted.
    pattern: '\\bplant {many}'
    examples:
      - {text: "plant ten oaks", match: "plant ten oaks"}
      - {text: "plant 12 limes", match: "plant 12 limes"}
      - {text: "plant 5 oaks", match: "plant 5 oaks"}
    near_misses:
      - {text: "plant roses", why: "no trees"}
      - {text: "plant oaks", why: "no count"}
"""


class Folder:
    """A folder of rules that can be put wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.put("lexicon/trees", WORDS)
        self.put("green/plants", RULES)

    def put(self, name: str, content: str) -> None:
        file = self.path / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def load(self) -> Rulebook:
        return load_rulebook(self.path)

    def complaint(self, old: str, new: str) -> str:
        """What the loader says when `old` in the rules is `new`."""
        assert old in RULES
        self.put("green/plants", RULES.replace(old, new))
        return self.complaint_as_is()

    def complaint_as_is(self) -> str:
        with pytest.raises(RulebookError) as error:
            self.load()
        return str(error.value)


@pytest.fixture
def rules(tmp_path: Path) -> Folder:
    """A right folder of one rule, PL01, and one word list."""
    return Folder(tmp_path / "rules")


@pytest.fixture
def words() -> str:
    """The word list of that folder."""
    return WORDS


@pytest.fixture
def plants() -> str:
    """The rule file of that folder."""
    return RULES

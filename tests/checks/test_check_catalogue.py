"""What is said of the checks elsewhere is what their files say."""

import json
from pathlib import Path
from typing import get_args

from pipeline.checks.catalogue import catalogue
from pipeline.model.paper import FlagKind

ROOT = Path(__file__).parent.parent.parent


def test_the_catalogue_holds_the_checks_of_now() -> None:
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == catalogue(), "stale: make docs"


def test_the_register_names_all_kinds_of_flags() -> None:
    database = json.loads((ROOT / "datasette-metadata.json").read_bytes())["databases"]["register"]
    told = database["tables"]["flags"]["columns"]["kind"]
    assert told == f"What is wrong: {', '.join(get_args(FlagKind))}; docs/checks.md tells of each."

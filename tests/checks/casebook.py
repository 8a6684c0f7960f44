"""The cases of each check, from the YAML file of its name beside; each file is read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.checks.base import Check

FOLDER = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # which of both there is depends on the build


def cases_of(check: Check) -> dict[str, list[dict[str, Any]]]:
    """The cases by group: `flagged`, `clean` and `known_failures`."""
    return _cases(check.find.__module__.rpartition(".")[2])


@cache
def _cases(name: str) -> dict[str, list[dict[str, Any]]]:
    return yaml.load((FOLDER / f"{name}.yaml").read_bytes(), Loader=LOADER)

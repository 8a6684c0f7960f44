"""What is asked of a run."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Order(NamedTuple):
    """What is asked of a run: all papers of `corpus`, or those at `paths` instead; `force` reads unchanged ones too, `retry` those
    that could not be read before, and `jobs` are read at once.

    Files that `leaves` names stay as the register knows them, whether they are there or not.
    """

    paths: tuple[Path, ...]
    corpus: Path
    out: Path
    rules: Path
    force: bool = False
    jobs: int = 1
    retry: bool = False
    leaves: Callable[[str], bool] = lambda _: False

"""The rules as this program can use them."""

from pathlib import Path

from pipeline.rulebook import Rulebook, load_rulebook


def load_rules(folder: Path) -> Rulebook:
    """The rules under `folder`. Raises RulebookError, before anything is read by them, naming file, rule, key and cure."""
    from pipeline.extract.demands import check_demands  # imported on use, as in derive.py

    rulebook = load_rulebook(folder)
    check_demands(rulebook, str(folder))
    return rulebook

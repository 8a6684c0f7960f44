"""Which rules somebody means who names a rule, a file or a folder."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePath

from pipeline.errors import PipelineError
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

LEXICON = "lexicon"


class ChoiceError(PipelineError):
    """A name that no rule, file or folder of rules has."""


def choose_rules(rulebook: Rulebook, names: Iterable[str]) -> tuple[CompiledRule, ...]:
    """The rules that the names mean, in their own order; all where there are no names, and for a word list, which any may use.

    A name is an id (`TM07`), a file (`rules/time/days.yaml`, `time/days`) or a folder (`time`). Raises ChoiceError.
    """
    chosen = {rule.id for name in names for rule in _named(rulebook, name)}
    return tuple(rule for rule in rulebook.rules if rule.id in chosen) if chosen else rulebook.rules


def _named(rulebook: Rulebook, name: str) -> tuple[CompiledRule, ...]:
    parts = PurePath(name).with_suffix("").parts
    if LEXICON in parts:
        return rulebook.rules
    found = tuple(rule for rule in rulebook.rules if rule.id == name.upper() or rule.rule.name == name)
    for first in range(len(parts) if not found else 0):  # the folder of the rules may stand before the name
        found = found or rulebook.of("/".join(parts[first:]))
    if not found:
        known = [
            *(rule.id for rule in rulebook.rules),
            *(rule.rule.name for rule in rulebook.rules),
            *{rule.subject for rule in rulebook.rules},
        ]
        near = get_close_matches(name, known, n=1)
        meant = f" Did you mean {near[0]}?" if near else " Say an id as TM07, a file as time/days, or a folder as time."
        raise ChoiceError(f"There is no rule, file or folder of rules named {name}.{meant}")
    return found

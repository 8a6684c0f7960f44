"""What this program demands of rules beyond their form: normalisers that exist, and what these and the readers take from a rule."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pipeline.errors import RulebookError
from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.quantities.figures import NORMALISERS as FIGURES
from pipeline.extract.quantities.quantity import QuantityReader
from pipeline.extract.quantities.roles import FIGURES as FIGURE_GROUPS
from pipeline.extract.quantities.roles import NORMALISERS as ROLES
from pipeline.extract.quantities.roles import ORDER as MASKED
from pipeline.extract.sentences.judgement import Checks
from pipeline.extract.sentences.verbs import Verbs
from pipeline.extract.timex import NORMALISERS as TIMES
from pipeline.extract.timex import TimexFinder
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

VALUES = {  # by subject, what its rules must say under `value`
    "commitment/columns": ("role",),
    "commitment/lead_ins": ("kind",),
    "commitment/sections": ("section",),
    "country": ("currency", "financial_year_month"),
    "owner/names": ("role",),
    "status": ("status",),
    "time/relations": ("relation",),
}
WITHOUT = ("time/relations", "time/traps", "quantity/comparators", "quantity/traps")  # of times and quantities, what has no normaliser
Normaliser = Callable[[re.Match[str], Mapping[str, Any]], object]
NORMALISERS: Mapping[str, Mapping[str, Normaliser]] = {"time": TIMES, "quantity": FIGURES}


def check_demands(rulebook: Rulebook, folder: str) -> None:
    """Raises RulebookError, with a line for each rule that the program could not use; `folder` is where the rules lie."""
    known = known_normalisers(rulebook)
    TimexFinder(rulebook), QuantityReader(rulebook)  # made here, so that what they miss is told before anything is read
    mistakes = [f"{folder}/{rule.subject}.yaml: rule {rule.id}, key {said}" for rule in rulebook.rules for said in _mistakes(rule, known)]
    if mistakes:
        raise RulebookError("\n".join(mistakes))


def known_normalisers(rulebook: Rulebook) -> dict[str, Collection[str]]:
    """The names of the normalisers by folder; those of sentences judge a match."""
    return {**NORMALISERS, "quantity": {**FIGURES, **ROLES}, "commitment": Checks(rulebook, Bodies(rulebook), Verbs(rulebook)).by_name}


def _mistakes(rule: CompiledRule, known: dict[str, Collection[str]]) -> Iterator[str]:
    folder, name = rule.subject.split("/")[0], rule.rule.normaliser
    names = known.get(folder, ())
    if name and name not in names:
        near = get_close_matches(name, names, n=1)
        meant = f"did you mean {near[0]}? Known" if near else "known"
        yield f"normaliser: there is none named {name}; {meant} are {', '.join(sorted(filter(None, names)))}"
    elif name is None and folder in NORMALISERS and rule.subject not in WITHOUT:
        yield f"normaliser: this key is missing; add the name of one of {', '.join(sorted(names))}"
    elif rule.subject in MASKED:
        if not any(group in rule.pattern.groupindex for group in FIGURE_GROUPS):
            yield "pattern: a named group (?P<figure>…) is missing around the figure that the rule speaks of"
    elif name and folder in NORMALISERS:
        yield from _unusable(rule, NORMALISERS[folder][name])
    for key in VALUES.get(rule.subject, VALUES.get(folder, ())):
        if key not in rule.rule.value:
            yield f"value: {key} is missing; add it, as the other rules of the file have it"


def _unusable(rule: CompiledRule, normaliser: Normaliser) -> Iterator[str]:
    """What the normaliser misses in a match of the rule's own examples: a fixed value, or a named group of the pattern."""
    for match in filter(None, (rule.pattern.search(example.text) for example in rule.rule.examples)):
        try:
            normaliser(match, rule.rule.value)
        except KeyError as error:
            yield f"value: {error.args[0]} is missing; the normaliser {rule.rule.normaliser} needs it"
            return
        except IndexError:
            yield f"pattern: a named group (?P<…>) is missing that the normaliser {rule.rule.normaliser} takes its parts from"
            return
        except (AttributeError, TypeError):  # of a group that is not there, or has no words in this match, a normaliser gets None
            yield f"pattern: in {match[0]!r} a named group (?P<…>) is missing or empty that the normaliser {rule.rule.normaliser} needs"
            return

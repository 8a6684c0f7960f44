"""Every example of every rule is read by the rule that owns it; every near miss is not; every known failure still fails.

The examples are in rules/, beside their patterns; here stands only how each folder of rules is asked.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.extract import normalise, quantity
from pipeline.extract.bodies import Bodies
from pipeline.extract.candidate import Candidate
from pipeline.extract.columns import ColumnReader
from pipeline.extract.facts import Country, find_country
from pipeline.extract.judgement import Checks
from pipeline.extract.language import build_language
from pipeline.extract.lead_in import LeadInReader
from pipeline.extract.outline import Outline
from pipeline.extract.owner import OwnerReader
from pipeline.extract.promises import Judge
from pipeline.extract.quantity import QuantityReader
from pipeline.extract.reading import Reading
from pipeline.extract.status import StatusReader
from pipeline.extract.timex import TimexFinder
from pipeline.extract.verbs import Verbs
from pipeline.model.document import Document
from pipeline.model.span import Span
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.schema import Example, NearMiss

ROOT = Path(__file__).parent.parent.parent
RULEBOOK = load_rulebook(ROOT / "rules")
PREFIXES = {
    "commitment/columns": "CO",
    "commitment/lead_ins": "LI",
    "commitment/sections": "SC",
    "commitment/sentences": "SE",
    "country": "CY",
    "deadline": "DN",
    "owner": "OW",
    "quantity/money": "MN",
    "quantity/targets": "QU",
    "status": "ST",
    "time": "TM",
    "time/relations": "RL",
}
SETTINGS = ("only", "bare", "country", "section", "whole")  # of a rule's value, what says when it holds


class Read(NamedTuple):
    """What a rule has read: the words, and the value they make."""

    rule: str
    match: str
    value: dict[str, Any]


class Readers:
    """All that reads by rules, made once."""

    def __init__(self) -> None:
        bodies = Bodies(RULEBOOK)
        self.judge, self.lead_ins = Judge(RULEBOOK, bodies), LeadInReader(RULEBOOK, bodies)
        self.checks = Checks(RULEBOOK, bodies, Verbs(RULEBOOK)).by_name
        self.columns, self.outline, self.status = ColumnReader(RULEBOOK), Outline(RULEBOOK), StatusReader(RULEBOOK)
        self.quantities, self.times, self.owners = QuantityReader(RULEBOOK), TimexFinder(RULEBOOK), OwnerReader(RULEBOOK, bodies)
        self._nlp = build_language(RULEBOOK)

    def reading(self, text: str) -> Reading:
        return Reading(Document(text, ()), self._nlp, self.times)


@lru_cache(maxsize=1)
def readers() -> Readers:
    return Readers()


def read_times(rule: CompiledRule, text: str) -> list[Read]:
    times = readers().times
    is_cell = rule.pattern.pattern.startswith(r"\A")
    found = times.read_cell(text, Span(0, len(text)), times.find(text)) if is_cell else times.find(text)
    return [Read(timex.rule, timex.span.of(text), timex.value._asdict()) for timex in found]


def read_quantities(rule: CompiledRule, text: str) -> list[Read]:
    targets, budgets = readers().quantities.read(text, 0, text)
    return [Read(value.rule, value.text, value.model_dump()) for value in (*targets, *budgets)]


def read_owner_words(rule: CompiledRule, text: str) -> list[Read]:
    return [Read(name, span.of(text), rule.rule.value) for span, name in readers().reading(text).owner_phrases]


def read_initials(rule: CompiledRule, text: str) -> list[Read]:
    owners = readers().owners.read(whole(text), readers().reading(text))
    return [Read(owner.rule, searched(rule, text), {"role": owner.role}) for owner in owners if owner.text in searched(rule, text)]


def read_sentence(rule: CompiledRule, text: str) -> list[Read]:
    context = rule.rule.value.get("only") or rule.rule.value.get("section")
    judgement = readers().judge.judge(text, 0, context)
    return [Read(judgement.rule, searched(rule, text), {"kind": judgement.kind})] if judgement else []


def read_lead_in(rule: CompiledRule, text: str) -> list[Read]:
    lead = readers().lead_ins.read(text, 0)
    return [Read(lead.rule, searched(rule, text), {"kind": lead.kind})] if lead else []


def read_relation(rule: CompiledRule, text: str) -> list[Read]:
    relation = readers().times.relation(text, len(text), 0)
    return first("time/relations", text, {"relation": relation})


def read_status(rule: CompiledRule, text: str) -> list[Read]:
    return first("status", text, {"status": readers().status.read(text, is_order=False, has_date_to_come=False)})


def read_column(rule: CompiledRule, text: str) -> list[Read]:
    return first("commitment/columns", text, {"role": readers().columns.role(text)})


def read_section(rule: CompiledRule, text: str) -> list[Read]:
    return first("commitment/sections", text, {"section": readers().outline.kind_of(text)})


def read_around(rule: CompiledRule, text: str) -> list[Read]:
    """A rule of whose words only where they stand is asked."""
    match = rule.pattern.search(text)
    return [Read(rule.id, match[0], rule.rule.value)] if match else []


def read_country(rule: CompiledRule, text: str) -> list[Read]:
    country: Country = find_country(readers().reading(text), RULEBOOK)
    return first("country", text, {"currency": country.currency, "financial_year_month": country.month})


def whole(text: str) -> Candidate:
    """A step that the text is."""
    return Candidate("action", "step", (Span(0, len(text)),))


def first(subject: str, text: str, value: dict[str, Any]) -> list[Read]:
    """What the first rule of a subject that matches makes of the text; that no other rule has a say is part of the subject."""
    found = next(((rule, match) for rule in RULEBOOK.of(subject) if (match := rule.pattern.search(text))), None)
    return [Read(found[0].id, found[1][0], value)] if found else []


def searched(rule: CompiledRule, text: str) -> str:
    match = rule.pattern.search(text)
    return match[0] if match else ""


READERS: dict[str, Callable[[CompiledRule, str], list[Read]]] = {
    "commitment/columns": read_column,
    "commitment/lead_ins": read_lead_in,
    "commitment/sections": read_section,
    "commitment/sentences": read_sentence,
    "country": read_country,
    "deadline": read_around,
    "owner/around": read_around,
    "owner/initials": read_initials,
    "owner": read_owner_words,
    "quantity": read_quantities,
    "status": read_status,
    "time/relations": read_relation,
    "time": read_times,
}


def of_subject(table: dict[str, Any], subject: str) -> Any:
    """The entry for a subject, or failing one for its folder."""
    return table[subject] if subject in table else table[subject.split("/")[0]]


def owned(rule: CompiledRule, text: str) -> list[Read]:
    """What the rule itself reads in the text."""
    return [read for read in of_subject(READERS, rule.subject)(rule, text) if read.rule == rule.id]


def is_read(rule: CompiledRule, example: Example) -> bool:
    """Whether the rule reads the example as it says, with all that is fixed for the rule."""
    wanted = {**({} if rule.rule.normaliser else rule.rule.value), **example.value}
    return any(
        read.match == (example.match or example.text) and all(read.value[key] == wanted[key] for key in wanted if key not in SETTINGS)
        for read in owned(rule, example.text)
    )


def cases(kind: str) -> list[Any]:
    return [pytest.param(rule, case, id=f"{rule.id} {case.text}") for rule in RULEBOOK.rules for case in getattr(rule.rule, kind)]


@pytest.mark.parametrize(("rule", "example"), cases("examples"))
def test_an_example_is_read_by_the_rule_that_owns_it(rule: CompiledRule, example: Example) -> None:
    assert is_read(rule, example), of_subject(READERS, rule.subject)(rule, example.text)


@pytest.mark.parametrize(("rule", "near_miss"), cases("near_misses"))
def test_a_near_miss_is_left_alone(rule: CompiledRule, near_miss: NearMiss) -> None:
    assert owned(rule, near_miss.text) == [], near_miss.why


@pytest.mark.parametrize(
    ("rule", "example"), cases("known_failures") or [pytest.param(None, None, marks=pytest.mark.skip(reason="no rule has a known failure"))]
)
@pytest.mark.xfail(strict=True, reason="a known failure of the rule; where it is read by now, make it an example")
def test_a_known_failure_still_fails(rule: CompiledRule, example: Example) -> None:
    assert is_read(rule, example)


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_an_id_has_the_prefix_of_its_folder(rule: CompiledRule) -> None:
    assert rule.id.startswith(of_subject(PREFIXES, rule.subject))


@pytest.mark.parametrize("rule", [rule for rule in RULEBOOK.rules if rule.rule.normaliser], ids=lambda rule: rule.id)
def test_a_normaliser_is_the_name_of_a_function(rule: CompiledRule) -> None:
    known = {"time": normalise.NORMALISERS, "quantity": quantity.NORMALISERS, "commitment": readers().checks}
    assert rule.rule.normaliser in known[rule.subject.split("/")[0]]


def test_every_normaliser_is_named_by_a_rule() -> None:
    named = {rule.rule.normaliser for rule in RULEBOOK.rules}
    assert {*normalise.NORMALISERS, *quantity.NORMALISERS, *readers().checks} - {""} <= named


def test_a_name_stands_on_one_rule_only() -> None:
    names = [rule.rule.name for rule in RULEBOOK.rules]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", [rule for rule in RULEBOOK.rules if rule.rule.needs], ids=lambda rule: rule.id)
def test_what_a_rule_matches_holds_a_word_that_it_needs(rule: CompiledRule) -> None:
    texts = [case.text for other in RULEBOOK.rules for case in (*other.rule.examples, *other.rule.near_misses)]
    papers = sorted([*(ROOT / "corpus").glob("*.txt"), *(ROOT / "tests/papers").glob("*.txt")])
    lines = [line for path in papers for line in re.split(r"[\n\t]|(?<=\.) ", path.read_text("utf-8"))]
    assert [text for text in texts + lines if rule.pattern.search(text) and not rule.may_match(text.lower())] == []


@pytest.mark.parametrize("rule", [rule for rule in RULEBOOK.rules if not rule.tokens], ids=lambda rule: rule.id)
def test_a_pattern_never_matches_nothing(rule: CompiledRule) -> None:
    assert rule.pattern.search("") is None


@pytest.mark.parametrize("name", sorted(RULEBOOK.words))
def test_a_word_list_is_in_lower_case_and_sorted(name: str) -> None:
    assert all(term == term.lower() == " ".join(term.split()) for term in RULEBOOK.words[name])

"""How the rules of each folder are asked what they read in a text."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, NamedTuple, TypeVar

from pipeline.extract.candidate import Candidate
from pipeline.extract.facts import find_country
from pipeline.extract.language.pipeline import build_language
from pipeline.extract.lists.lead_in import LeadInReader
from pipeline.extract.lists.outline import Outline
from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.owners.owner import OwnerReader
from pipeline.extract.quantities.quantity import QuantityReader
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.modality import SUBJECT, ModalityReader
from pipeline.extract.sentences.promises import Judge
from pipeline.extract.sentences.status import StatusReader
from pipeline.extract.sentences.verbs import Verbs
from pipeline.extract.tables.columns import ColumnReader
from pipeline.extract.timex import TimexFinder
from pipeline.model.document import Document
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.needed import NeededWords

Entry = TypeVar("Entry")


class Read(NamedTuple):
    """What a rule has read: its id, the words as printed, and the value they make."""

    rule: str
    match: str
    value: Mapping[str, Any]


Ask = Callable[[CompiledRule, str], list[Read]]


class Readers:
    """All that reads by one rulebook, made once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.bodies = Bodies(rulebook)
        self.times, self.quantities = TimexFinder(rulebook), QuantityReader(rulebook)
        self.owners, self.judge = OwnerReader(rulebook, self.bodies), Judge(rulebook, self.bodies)
        self.lead_ins, self.status = LeadInReader(rulebook, self.bodies), StatusReader(rulebook)
        self.modality = ModalityReader(rulebook, Verbs(rulebook))
        self.countries = NeededWords(rulebook.of("country"))
        self.columns, self.outline = ColumnReader(rulebook), Outline(rulebook.of("commitment/sections"))
        self._asks: dict[str, Ask] = {
            "commitment/columns": self._column,
            "commitment/lead_ins": self._lead_in,
            "commitment/sections": self._section,
            "commitment/sentences": self._sentence,
            "country": self._country,
            "deadline": around,
            "modality": self._firmness,
            "owner": self._owner_words,
            "owner/around": around,
            "owner/initials": self._initials,
            "owner/labels": around,
            "owner/prose": around,
            "quantity": self._quantities,
            "quantity/amounts": self._amounts,
            "quantity/comparators": around,
            "quantity/traps": self._traps,
            "status": self._status,
            "time": self._times,
            "time/relations": self._relation,
            "time/traps": around,
        }

    def read(self, rule: CompiledRule, text: str) -> list[Read]:
        """What is read in the text where the rule would be asked, by it or by another rule."""
        return of_subject(self._asks, rule.subject, around)(rule, text)

    def reading(self, text: str) -> Reading:
        """The text as a document without blocks."""
        return Reading(Document(text, ()), self._language, self.times)

    @cached_property
    def _language(self) -> Any:
        return build_language(self.rulebook)

    def _times(self, rule: CompiledRule, text: str) -> list[Read]:
        found = self.times.find(text)
        if rule.source.startswith(r"\A"):
            found = self.times.read_cell(text, Span(0, len(text)), found)
        return [Read(timex.rule, timex.span.of(text), timex.value._asdict()) for timex in found]

    def _quantities(self, rule: CompiledRule, text: str) -> list[Read]:
        only = rule.rule.value.get("only")
        targets, budgets = self.quantities.read(text, 0, text, only)
        described = [role for role in self.quantities.roles(text, only) if role.name == "description"]
        return [Read(value.rule, value.text, value.model_dump()) for value in (*targets, *budgets)] + [
            Read(role.rule.id, text[role.start : role.end], {}) for role in described
        ]

    def _amounts(self, rule: CompiledRule, text: str) -> list[Read]:
        return [Read(amount.rule, text[amount.start : amount.end], amount._asdict()) for amount in self.quantities.amounts(text)]

    def _traps(self, rule: CompiledRule, text: str) -> list[Read]:
        return [Read(trap, span.of(text), {}) for trap, span in self.quantities.traps(text)]

    def _owner_words(self, rule: CompiledRule, text: str) -> list[Read]:
        return [Read(name, span.of(text), rule.rule.value) for span, name in self.reading(text).owner_phrases]

    def _initials(self, rule: CompiledRule, text: str) -> list[Read]:
        owners = self.owners.read(whole(text), self.reading(text))
        words = searched(rule, text)
        return [Read(owner.rule, words, {"role": owner.role}) for owner in owners if owner.text in words]

    def _sentence(self, rule: CompiledRule, text: str) -> list[Read]:
        context = rule.rule.value.get("only") or rule.rule.value.get("section")
        judgement = self.judge.judge(text, 0, context)
        return [Read(judgement.rule, searched(rule, text), {"kind": judgement.kind})] if judgement else []

    def _lead_in(self, rule: CompiledRule, text: str) -> list[Read]:
        lead = self.lead_ins.read(text, 0)
        return [Read(lead.rule, searched(rule, text), {"kind": lead.kind})] if lead else []

    def _relation(self, rule: CompiledRule, text: str) -> list[Read]:
        return self._first("time/relations", text, {"relation": self.times.relation(text, len(text), 0)})

    def _status(self, rule: CompiledRule, text: str) -> list[Read]:
        return self._first("status", text, {"status": self.status.read(text, is_order=False, has_date_to_come=False)})

    def _firmness(self, rule: CompiledRule, text: str) -> list[Read]:
        found = None if rule.rule.value.get("only") == SUBJECT or not rule.rule.value["kind"] else self.modality.words(text)
        return [Read(found[0].id, found[1].of(text), found[0].rule.value)] if found else around(rule, text)

    def _column(self, rule: CompiledRule, text: str) -> list[Read]:
        return self._first("commitment/columns", text, {"role": self.columns.role(text)})

    def _section(self, rule: CompiledRule, text: str) -> list[Read]:
        return self._first("commitment/sections", text, {"section": self.outline.kind_of(text)})

    def _country(self, rule: CompiledRule, text: str) -> list[Read]:
        country = find_country(self.reading(text), self.countries)
        return self._first("country", text, {"currency": country.currency, "financial_year_month": country.month})

    def _first(self, subject: str, text: str, value: Mapping[str, Any]) -> list[Read]:
        """What the first rule of a subject that matches makes of the text: of these the order decides."""
        found = next(((rule, match) for rule in self.rulebook.of(subject) if (match := rule.pattern.search(text))), None)
        return [Read(found[0].id, found[1][0], value)] if found else []


def of_subject(table: Mapping[str, Entry], subject: str, default: Entry) -> Entry:
    """The entry for a subject, or failing one for the nearest folder above it."""
    above = (subject, *map(str, PurePosixPath(subject).parents))
    return next((table[name] for name in above if name in table), default)


def around(rule: CompiledRule, text: str) -> list[Read]:
    """A rule of whose words only where they stand is asked."""
    match = rule.pattern.search(text)
    return [Read(rule.id, match[0], rule.rule.value)] if match else []


def searched(rule: CompiledRule, text: str) -> str:
    """The words of the text that the rule's pattern matches; empty where there are none."""
    match = rule.pattern.search(text)
    return match[0] if match else ""


def whole(text: str) -> Candidate:
    """A step that the text is."""
    return Candidate("action", "step", (Span(0, len(text)),))

"""Everything that the rules read in a phrase by itself, as if it stood in a paper of a given day."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.extract.candidate import Candidate
from pipeline.extract.quantity import read_target_cell
from pipeline.extract.timex import Anchor, Timex, resolve
from pipeline.model.record import Budget, Deadline, Owner, Relation, Target, Value
from pipeline.model.span import Span
from pipeline.trial.readers import Readers

FIGURE = re.compile(r"\s*\d[\d,]*(?:\.\d+)?\s*%?\s*")
TARGET_COLUMN = "CO03"
PLACES = frozenset({"page", "boxes"})  # a phrase has none


class Said(NamedTuple):
    """What a rule makes of the phrase as a whole: its kind or its status, None where the rule says that there is none."""

    value: str | None
    rule: str


class Phrase(NamedTuple):
    """A phrase and what is read in it; `kind` and `status` are None where no rule speaks. A time's `relation` is what the words
    before it say, `in` where they say nothing."""

    text: str
    kind: Said | None
    times: tuple[Deadline, ...]
    targets: tuple[Target, ...]
    budgets: tuple[Budget, ...]
    owners: tuple[Owner, ...]
    status: Said | None

    def as_json(self) -> dict[str, Any]:
        """All values as plain ones, for other programs."""
        return {
            "text": self.text,
            "kind": self.kind._asdict() if self.kind else None,
            "times": _plain(self.times),
            "targets": _plain(self.targets),
            "budgets": _plain(self.budgets),
            "owners": _plain(self.owners),
            "status": self.status._asdict() if self.status else None,
        }


def read_phrase(readers: Readers, text: str, anchor: Anchor) -> Phrase:
    """What the rules read in the text, which stands in a paper of that day and plan. A text that is no more than a time or a figure is
    read as a cell of a column of such."""
    reading, whole = readers.reading(text), Span(0, len(text))
    judgement = readers.judge.judge(text, 0) if text.strip() else None
    lead = readers.lead_ins.read(text, 0) if text.rstrip().endswith(":") else None
    kind = Said(judgement.kind, judgement.rule) if judgement else Said(lead.kind, lead.rule) if lead else None
    subject = judgement.subject if judgement else lead.subject if lead else None
    candidate = Candidate("action", kind.rule if kind else "", (whole,), subject=subject)
    targets, budgets = readers.quantities.read(text, 0, text)
    if not targets and FIGURE.fullmatch(text) and (target := read_target_cell(text, whole, "", TARGET_COLUMN, None)):
        targets = [target]
    times = reading.times or (readers.times.read_cell(text, whole, []) if text.strip() else [])
    return Phrase(
        text,
        kind,
        tuple(_resolved(timex, text, readers, anchor) for timex in times),
        tuple(targets),
        tuple(budgets),
        readers.owners.read(candidate, reading),
        _status(readers, text),
    )


def _resolved(timex: Timex, text: str, readers: Readers, anchor: Anchor) -> Deadline:
    relation: Relation = readers.times.relation(text, timex.span.start, 0) or "in"
    return resolve(timex, text, relation, anchor)


def _status(readers: Readers, text: str) -> Said | None:
    """What the first rule of status that matches says."""
    rule = next((rule for rule in readers.statuses if rule.pattern.search(text)), None)
    return Said(rule.rule.value["status"], rule.id) if rule else None


def _plain(values: Iterable[Value]) -> list[dict[str, Any]]:
    return [value.model_dump(mode="json", exclude=set(PLACES)) for value in values]

"""Everything that the rules read in a phrase by itself, as if it stood in a paper of a given day."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.extract.candidate import Candidate
from pipeline.extract.quantities.figure_cells import read_target_cell
from pipeline.extract.quantities.figures import Amount
from pipeline.extract.timex import Anchor, Timex, Timex3, resolve, resolve_timex, within
from pipeline.model.record import Budget, Deadline, Modality, Owner, Record, Relation, Target
from pipeline.model.span import Span
from pipeline.trial.readers import Readers

PLACES = frozenset({"page", "boxes"})  # a phrase has none


class Said(NamedTuple):
    """What a rule makes of the phrase as a whole: its kind or its status, None where the rule says that there is none."""

    value: str | None
    rule: str


class Time(NamedTuple):
    """A time as the deadline it would make, that of an hour its day, and by the TIMEX3 standard, which takes no plan into account.
    `is_due` is False for one that only tells, as `yesterday`. The relation is what the words before it say, `in` where they say nothing."""

    deadline: Deadline
    timex3: Timex3
    is_due: bool

    def as_json(self) -> dict[str, Any]:
        """All values as plain ones."""
        days = {key: day and day.isoformat() for key, day in (("start", self.timex3.start), ("end", self.timex3.end))}
        return {**_plain(self.deadline), "is_due": self.is_due, "timex3": {**self.timex3._asdict(), **days}}


class Phrase(NamedTuple):
    """A phrase and what is read in it; `kind`, `modality` and `status` are None where no rule speaks. `amounts` are all of them, also
    those that only describe, and those of which targets and budgets are made."""

    text: str
    kind: Said | None
    modality: Modality | None
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    targets: tuple[Target, ...]
    budgets: tuple[Budget, ...]
    owners: tuple[Owner, ...]
    status: Said | None

    @property
    def described(self) -> list[Amount]:
        """The amounts that no target and no budget is made of."""
        used = [value.span for value in (*self.targets, *self.budgets)]
        return [amount for amount in self.amounts if not any(Span(amount.start, amount.end).overlaps(span) for span in used)]

    def as_json(self) -> dict[str, Any]:
        """All values as plain ones, for other programs."""
        return {
            "text": self.text,
            "kind": self.kind._asdict() if self.kind else None,
            "modality": _plain(self.modality) if self.modality else None,
            "times": [time.as_json() for time in self.times],
            "amounts": [{"text": self.text[amount.start : amount.end], **amount._asdict()} for amount in self.amounts],
            "targets": _all_plain(self.targets),
            "budgets": _all_plain(self.budgets),
            "owners": _all_plain(self.owners),
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
    amounts = readers.quantities.amounts(text)
    if not targets and not budgets and _is_figure(amounts, text):
        targets = read_target_cell(text, whole, "", readers.quantities)
    progress = readers.status.find(text, is_order=False, has_date_to_come=False)
    return Phrase(
        text,
        kind,
        readers.modality.read(candidate, reading) if kind else None,
        tuple(_times(readers, text, anchor, reading.times)),
        tuple(amounts),
        tuple(targets),
        tuple(budgets),
        readers.owners.read(candidate, reading),
        Said(progress.status, progress.rule) if progress else None,
    )


def _is_figure(amounts: list[Amount], text: str) -> bool:
    """Whether a text is no more than one amount."""
    return len(amounts) == 1 and amounts[0].end - amounts[0].start == len(text.strip())


def _times(readers: Readers, text: str, anchor: Anchor, due: list[Timex]) -> Iterable[Time]:
    found = readers.times.find(text)
    if text.strip() and (cell := readers.times.read_cell(text, Span(0, len(text)), found)) != found:
        found = due = cell
    for timex in found:
        relation: Relation = readers.times.relation(text, timex.span.start, 0) or "in"
        of_day = within(due, timex.span)[:1] if timex.value.type == "TIME" else []
        deadline = of_day[0] if of_day else timex
        yield Time(resolve(deadline, text, relation, anchor), resolve_timex(timex, anchor), deadline in due)


def _plain(value: Record) -> dict[str, Any]:
    return value.model_dump(mode="json", exclude=set(PLACES))


def _all_plain(values: Iterable[Record]) -> list[dict[str, Any]]:
    return [_plain(value) for value in values]

"""Papers made of the few facts that a case states; the rest is what a plain row of a plan would have.

A row with `promises: no` is printed in the paper, with its reference, and is no commitment; `labelled: no` has inherited its reference
from above; `heading` is a heading alone.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from pipeline.model.identity import commitment_id, fold
from pipeline.model.paper import Label, Level, Paper, PaperFacts
from pipeline.model.record import Budget, Commitment, Deadline, Modality, Owner, Target
from pipeline.model.span import Span

ROOM = 40
"""Characters between two texts, unless a case says `room`: enough for cells and a reference."""


@pytest.fixture
def make_paper() -> Callable[..., Paper]:
    return paper_of


def paper_of(rows: list[dict[str, Any]], slug: str = "plan", levels: Sequence[dict[str, Any]] = (), **stated: str) -> Paper:
    nothing = dict.fromkeys(("title", "publisher", "kind", "published", "published_evidence", "period_start", "period_end", "pages"))
    facts = PaperFacts(slug=slug, file=f"{slug}.txt", sha256="0" * 64, text_sha256="0" * 64, **{**nothing, **stated})
    told = tuple(Level(unit="%", span=Span(start=0, end=len(level["text"])), page=None, **level) for level in levels)
    commitments: list[Commitment] = []
    labels: list[Label] = []
    end = 0
    for row in rows:
        start = end + row.get("room", ROOM)
        end = start + len(row.get("text", row.get("heading")))
        commitment = _commitment(row, slug, commitments, start) if "text" in row and row.get("promises", True) else None
        if commitment:
            commitments.append(commitment)
        if "heading" in row or (row.get("ref") and row.get("labelled", True)):
            labels.append(_label(row, commitment, start, end))
    return Paper(paper=facts, commitments=tuple(commitments), flags=(), reading_issues=(), labels=tuple(labels), levels=told)


def _label(row: dict[str, Any], commitment: Commitment | None, start: int, end: int) -> Label:
    kind = "heading" if "heading" in row else "row" if row.get("kind", "action") == "action" else "item"
    text = row.get("heading") or row["text"]
    identity = commitment.id if commitment else None
    return Label(
        kind=kind,
        marker=row.get("ref"),
        text=text,
        level=kind == "heading",
        span=Span(start=start, end=end),
        page=None,
        commitment=identity,
    )


def _commitment(row: dict[str, Any], slug: str, before: list[Commitment], start: int) -> Commitment:
    text, ref = row["text"], row.get("ref")
    equal = sum(fold(each.text) == fold(text) and each.ref == ref for each in before)
    return Commitment(
        id=commitment_id(slug, ref, text, equal),
        ref=ref,
        kind=row.get("kind", "action"),
        parent=before[row["under"]].id if "under" in row else None,
        section=tuple(row.get("section", ["Plan"])),
        text=text,
        owners=tuple(Owner(text=name, role="lead", **_read(name, text, start)) for name in row.get("owners", ())),
        deadlines=tuple(_deadline(stated, text, start) for stated in row.get("ends", ())),
        targets=tuple(_target(stated, text, start) for stated in row.get("targets", ())),
        budgets=tuple(
            Budget(text=str(sum_), amount=sum_, currency="GBP", **_read(str(sum_), text, start)) for sum_ in row.get("budgets", ())
        ),
        status=row.get("status"),
        modality=_modality(row, text, start),
        page=None,
        span=Span(start=start, end=start + len(text)),
        boxes=(),
        rule=row.get("rule", "CO09"),
    )


def _read(words: str, text: str, start: int) -> dict[str, Any]:
    """Where a value was read: in the text, if its words stand there, else in a cell behind it."""
    at = start + (text.find(words) if words in text else len(text) + 1)
    return {"span": Span(start=at, end=at + len(words)), "rule": "XX01"}


def _modality(row: dict[str, Any], text: str, start: int) -> Modality | None:
    """How firmly it is meant: promised, unless a row says otherwise, or `modality: null`."""
    kind = row.get("modality", "promised")
    return Modality(text=row.get("condition", ""), kind=kind, **_read("", text, start)) if kind else None


def _deadline(stated: str | dict[str, Any], text: str, start: int) -> Deadline:
    """A day, or the words of a deadline with what was read from them."""
    facts = {"text": stated, "end": stated} if isinstance(stated, str) else stated
    plain = {"type": "DATE", "timex": facts.get("end"), "start": None, "end": None, "relation": "by", "rrule": None}
    return Deadline(**{**_read(facts["text"], text, start), **plain, **facts})


def _target(stated: float | dict[str, Any], text: str, start: int) -> Target:
    """A percentage, or the words of a target with what was read from them."""
    facts = stated if isinstance(stated, dict) else {"text": str(stated), "value": stated}
    plain = {"unit": "%", "direction": "reach", "metric": "", "baseline": None}
    return Target(**{**_read(facts["text"], text, start), **plain, **facts})

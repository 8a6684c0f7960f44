"""Papers made of the few facts that a case states; the rest is what a plain row of a plan would have."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.model.identity import commitment_id, fold
from pipeline.model.paper import Paper, PaperFacts
from pipeline.model.record import Budget, Commitment, Deadline, Owner, Target
from pipeline.model.span import Span

ROOM = 40
"""Characters between two texts, unless a case says `room`: enough for cells and a reference."""


@pytest.fixture
def make_paper() -> Callable[..., Paper]:
    return paper_of


def paper_of(rows: list[dict[str, Any]], slug: str = "plan") -> Paper:
    nothing = dict.fromkeys(("title", "publisher", "kind", "published", "published_evidence", "period_start", "period_end", "pages"))
    facts = PaperFacts(slug=slug, file=f"{slug}.txt", sha256="0" * 64, text_sha256="0" * 64, **nothing)
    commitments: list[Commitment] = []
    for row in rows:
        commitments.append(_commitment(row, slug, commitments))
    return Paper(paper=facts, commitments=tuple(commitments), flags=(), reading_issues=())


def _commitment(row: dict[str, Any], slug: str, before: list[Commitment]) -> Commitment:
    text, ref = row["text"], row.get("ref")
    start = (before[-1].span.end if before else 0) + row.get("room", ROOM)
    equal = sum(fold(each.text) == fold(text) and each.ref == ref for each in before)
    return Commitment(
        id=commitment_id(slug, ref, text, equal),
        ref=ref,
        kind=row.get("kind", "action"),
        parent=before[row["under"]].id if "under" in row else None,
        section=tuple(row.get("section", ["Plan"])),
        text=text,
        owners=tuple(Owner(text=name, role="lead", **_read()) for name in row.get("owners", ())),
        deadlines=tuple(_deadline(end) for end in row.get("ends", ())),
        targets=tuple(_target(value) for value in row.get("targets", ())),
        budgets=tuple(Budget(text=str(sum_), amount=sum_, currency="GBP", **_read()) for sum_ in row.get("budgets", ())),
        status=None,
        page=None,
        span=Span(start=start, end=start + len(text)),
        boxes=(),
        rule=row.get("rule", "CO09"),
    )


def _read() -> dict[str, Any]:
    return {"span": Span(start=0, end=1), "rule": "XX01"}


def _deadline(end: str) -> Deadline:
    return Deadline(text=end, type="DATE", timex=end, start=None, end=end, relation="by", rrule=None, **_read())


def _target(value: float) -> Target:
    return Target(text=str(value), value=value, unit="%", direction="reach", metric="", baseline=None, **_read())

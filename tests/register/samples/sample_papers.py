"""Small papers made by hand, for the tests of the register and of the site."""

import hashlib
from pathlib import Path
from typing import Any

from pipeline.model.body import Body
from pipeline.model.identity import commitment_id, flag_id
from pipeline.model.paper import Coverage, Difference, Flag, Issue, Paper, PaperFacts, Passage, Stretch
from pipeline.model.record import Box, Budget, Commitment, Deadline, Owner, Target
from pipeline.model.span import Span
from pipeline.register import Register, RunRow

RUN = RunRow("2020-11-15T09:00:00", "2020-11-15T09:00:01.500000", "0.1.0", "abc123", read=2)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def register_of(path: Path, *papers: Paper) -> None:
    """Writes the papers into the register at the path, and finishes it for 15 November 2020."""
    with Register(path) as register:
        for one in papers:
            register.write(one, "f", "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)


def commitment(slug: str, text: str, *, ref: str | None = None, under: Commitment | None = None, **more: Any) -> Commitment:
    facts = {"kind": "action", "section": ("Streets", "Trees"), "owners": (), "deadlines": (), "targets": (), "budgets": ()}
    facts |= {"status": None, "page": None, "span": Span(10, 10 + len(text)), "boxes": (), "rule": "list_item"}
    parent = under.id if under else None
    return Commitment(id=commitment_id(slug, ref, text, 0), ref=ref, parent=parent, text=text, **(facts | more))


def deadline(text: str, end: str | None, **more: Any) -> Deadline:
    facts = {"type": "DATE", "timex": None, "start": end, "end": end, "relation": "by", "rrule": None}
    return Deadline(text=text, span=Span(0, len(text)), rule="by_month", **(facts | more))


def owner(text: str, role: str = "lead") -> Owner:
    return Owner(text=text, span=Span(0, len(text)), rule="column", role=role)


def target(text: str, value: float | None, unit: str = "%", **more: Any) -> Target:
    facts = {"direction": "reach", "metric": "trees", "baseline": None}
    return Target(text=text, span=Span(0, len(text)), rule="percent", value=value, unit=unit, **(facts | more))


def flag(kind: str, message: str, *members: Commitment, evidence: tuple[str, ...] = ()) -> Flag:
    ids = tuple(member.id for member in members)
    return Flag(
        id=flag_id(kind, [message, *ids]),
        kind=kind,
        severity="medium",
        members=ids,
        message=message,
        evidence=evidence,
        passages=tuple(
            Passage(paper="plan", commitment=each.id, text=each.text, span=each.span, page=each.page, boxes=each.boxes) for each in members
        ),
        difference=tuple(Difference(one=words, other="") for words in evidence),
    )


def coverage(*unread: Stretch) -> Coverage:
    return Coverage(characters=400, characters_in_records=300, items=9, items_in_records=6, rows=4, rows_in_records=3, unread=unread)


def body(name: str, *aliases: str, kind: str = "role", local: bool = True) -> Body:
    return Body(name=name, kind=kind, local=local, aliases=aliases)


def paper(
    slug: str,
    *commitments: Commitment,
    flags: tuple[Flag, ...] = (),
    issues: tuple[Issue, ...] = (),
    unread: tuple[Stretch, ...] = (),
    bodies: tuple[Body, ...] = (),
    **more: Any,
) -> Paper:
    digest = hashlib.sha256(slug.encode()).hexdigest()
    facts = {"slug": slug, "file": f"{slug}.txt", "sha256": digest, "text_sha256": digest, "title": slug.title()}
    facts |= {"publisher": "Anytown Council", "kind": "plan", "published": "2020-06", "published_evidence": "June 2020"}
    facts |= {"period_start": "2020-04-01", "period_end": "2021-03-31", "pages": None}
    paper_facts = PaperFacts(**(facts | more))
    return Paper(paper=paper_facts, commitments=commitments, flags=flags, reading_issues=issues, coverage=coverage(*unread), bodies=bodies)


def streets() -> Paper:
    """Every kind of value, a parent with steps, flags and a reading issue."""
    box = Box(page=2, x0=72.0, top=100.5, x1=300.0, bottom=112.0)
    plan = commitment("streets", "Make every street green", ref="1", kind="commitment", owners=(owner("Head of Highways"),))
    trees = commitment(
        "streets",
        "Plant 60 trees by December 2020",
        ref="1.1",
        under=plan,
        deadlines=(deadline("December 2020", "2020-12-31", timex="2020-12", start="2020-12-01"),),
        targets=(target("60 trees", 60, "tree", direction="increase", baseline=5.5, page=2, boxes=(box,)),),
        budgets=(Budget(text="£50k", span=Span(0, 4), rule="money", amount=50_000, currency="GBP"),),
        page=2,
        boxes=(box,),
        source="ocr",
        certain=False,
    )
    lamps = commitment("streets", "Lamps mended by May 2020", deadlines=(deadline("May 2020", "2020-05-31"),), owners=(owner("SR"),))
    done = commitment("streets", "Signs put up by May 2020", status="done", deadlines=(deadline("May 2020", "2020-05-31"),))
    yearly = commitment(
        "streets", "Sweep “leaves” every year", deadlines=(deadline("every year", None, rrule="FREQ=YEARLY", relation="recurring"),)
    )
    begun = commitment(
        "streets", "Grit roads from October 2021", deadlines=(deadline("October 2021", "2021-10-31", relation="from"),), section=()
    )
    flags = (
        flag("no_owner", "Nobody is named.", trees, evidence=("Plant 60 trees",)),
        flag("numbering_gap", "1.2 is missing.", evidence=("1.1", "1.3")),
    )
    issues = (Issue(message="A table is torn.", where="line 7"),)
    unread = (Stretch(text="The trees of 1908", characters=90, span=Span(400, 500), page=3),)
    bodies = (body("Head of Highways", "HoH"), body("SR", kind="person"))
    return paper("streets", plan, trees, lamps, done, yearly, begun, flags=flags, issues=issues, unread=unread, bodies=bodies)


def parks() -> Paper:
    """No title, vague words for a date, partners, a target without a figure, and markup where text belongs."""
    swings = commitment(
        "parks",
        "Mend the swings in due course",
        kind="recommendation",
        owners=(owner("Friends of the Park", "partner"), owner("Parks Team")),
        deadlines=(deadline("in due course", None),),
        targets=(target("fewer accidents", None, "accident", direction="decrease"),),
    )
    said = commitment("parks", f"Say {HOSTILE} aloud", section=(HOSTILE,), owners=(owner(HOSTILE),))
    friends, hostile = body("Friends of the Park", kind="organisation", local=False), body(HOSTILE, kind="organisation", local=False)
    return paper("parks", swings, said, title=None, bodies=(friends, body("Parks Team", kind="team"), hostile))


def walks() -> tuple[Paper, Paper]:
    """An earlier and a later plan of another publisher, with one promise in nearly the same words."""
    return _walks(2018, "Repair every footbridge along the old canal"), _walks(2019, "Repair every footbrigde along the old canal")


def _walks(year: int, text: str) -> Paper:
    slug, period = f"walks-{year}", {"period_start": f"{year}-04-01", "period_end": f"{year + 1}-03-31"}
    promise = commitment(slug, f"{text} before winter comes", section=())
    return paper(slug, promise, publisher="Othertown Council", title="Walks Plan", published=f"{year}-06", **period)

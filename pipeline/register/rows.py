"""One paper as rows, table by table: pure, without a database."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from pipeline.model.paper import Coverage, Flag, Paper
from pipeline.model.record import Commitment, Owner, Stated, Value

Row = dict[str, object]

Places = Mapping[object, object]
"""The `place` of commitments, by id."""

SECTION_SEPARATOR = " › "
LABEL_LENGTH = 60
SEVERITIES = ("high", "medium", "low")
"""In the order in which auditors see flags; among equals the oldest papers come first, those without a date last."""
UNKNOWN = "9999"
"""Stands for the year of a paper that is not dated, where papers are sorted."""


def paper_rows(paper: Paper, fingerprint: str, ingested: str) -> dict[str, list[Row]]:
    """All rows of the paper, by table, a table after those it points to."""
    slug, commitments = paper.paper.slug, paper.commitments
    listed = [_commitment(paper, position, commitment) for position, commitment in enumerate(commitments, 1)]
    shared = {row["id"]: {name: row[name] for name in ("place", "due", "status")} for row in listed}
    return {
        "papers": [_paper(paper) | {"fingerprint": fingerprint, "ingested": ingested}],
        "commitments": listed,
        "deadlines": [row | {"quarter": quarter(row["end"])} for row in _values(slug, commitments, "deadlines")],
        # The body is told when all papers are in.
        "owners": [row | {"body": None} | shared[row["commitment"]] for row in _values(slug, commitments, "owners")],
        "targets": list(_values(slug, commitments, "targets")),
        "budgets": list(_values(slug, commitments, "budgets")),
        "body_names": list(_body_names(paper)),
        **flag_rows(slug, paper.paper.published, paper.flags, {row["id"]: row["place"] for row in listed}),
        "reading_issues": list(_reading_issues(paper)),
        "unread": list(_unread(paper)),
    }


def quarter(day: object) -> str | None:
    """The calendar quarter of an ISO day.

    >>> quarter("2020-11-30")
    '2020-Q4'
    """
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}" if isinstance(day, str) else None


def place(slug: str, position: int) -> str:
    """What sorts a record by paper, and within the paper as it is read.

    >>> place("plan", 12)
    'plan/00012'
    """
    return f"{slug}/{position:05}"


def label(ref: str | None, text: str) -> str:
    """What a link to a commitment says: its reference and first words.

    >>> label("3.1", "Plant trees")
    '3.1 Plant trees'
    """
    words = f"{ref} {text}" if ref else text
    return words if len(words) <= LABEL_LENGTH else words[: LABEL_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def owner_names(owners: Iterable[Owner]) -> str | None:
    """Those who must do it, leads first, partners marked; None where nobody is named."""
    leads_first = sorted(owners, key=lambda owner: owner.role != "lead")
    return "; ".join(owner.text if owner.role == "lead" else f"with {owner.text}" for owner in leads_first) or None


def flag_rows(slug: str, published: str | None, raised: Iterable[Flag], places: Places, after: int = 0) -> dict[str, list[Row]]:
    """The flags of a paper and their members, numbered behind the `after` flags that it has."""
    flags: list[Row] = []
    members: list[Row] = []
    for position, flag in enumerate(raised, after + 1):
        at = place(slug, position)
        counts = {"place": at, "members": len(flag.members), "turn": f"{SEVERITIES.index(flag.severity)} {published or UNKNOWN} {at}"}
        flags.append({**flag.model_dump(), **_evidence(flag), **counts, "paper": slug})
        shared = {"flag": flag.id, "kind": flag.kind, "paper": slug}
        members += [
            {"id": f"{flag.id}-m{number}", "commitment": member, "position": number, "place": places.get(member), **shared}
            for number, member in enumerate(flag.members, 1)
        ]
    return {"flags": flags, "flag_members": members}


def _evidence(flag: Flag) -> Row:
    shown = {
        "evidence": flag.evidence,
        "passages": [passage.model_dump() for passage in flag.passages],
        "difference": [stretch.model_dump() for stretch in flag.difference],
    }
    return {name: json.dumps(value, ensure_ascii=False) for name, value in shown.items()}


def _paper(paper: Paper) -> Row:
    facts = paper.paper
    counts = {"commitments": len(paper.commitments), "flags": len(paper.flags), "reading_issues": len(paper.reading_issues)}
    fields = [field for field in Coverage.model_fields if field != "unread"]
    read = {field: getattr(paper.coverage, field, None) for field in fields}
    return {"name": facts.title or file_title(facts.file), **facts.model_dump(), **counts, **_counts_stated(paper.commitments), **read}


def file_title(file: str) -> str:
    """What a paper without a title is called: its file's name in words.

    >>> file_title("plans/milton-keynes-council_plan-2020.txt"), file_title("HOSC minutes.pdf")
    ('Milton Keynes Council Plan 2020', 'HOSC minutes')
    """
    stem = PurePosixPath(file).stem
    words = " ".join(stem.replace("_", " ").replace("-", " ").split())
    return (words.title() if words.islower() else words) or file


def _counts_stated(commitments: Iterable[Commitment]) -> Row:
    """How many commitments state each of the four things."""
    stated = [commitment.stated for commitment in commitments if commitment.stated]
    return {field: sum(getattr(each, field) for each in stated) for field in Stated.model_fields}


def _reading_issues(paper: Paper) -> Iterator[Row]:
    slug = paper.paper.slug
    for position, issue in enumerate(paper.reading_issues, 1):
        told = {"message": issue.message, "location": issue.where, "code": issue.code}
        yield {"id": f"{slug}-i{position:03}", "paper": slug, "position": position, **told}


def _unread(paper: Paper) -> Iterator[Row]:
    slug = paper.paper.slug
    for position, stretch in enumerate(paper.coverage.unread if paper.coverage else (), 1):
        found = {"span_start": stretch.span.start, "span_end": stretch.span.end}
        shown = stretch.model_dump(exclude={"span"})
        yield {"id": f"{slug}-u{position}", "paper": slug, "position": position, **shown, **found}


def _commitment(paper: Paper, position: int, commitment: Commitment) -> Row:
    """`due` leaves out deadlines `from` a day: on it the work starts."""
    ends = [deadline.end for deadline in commitment.deadlines if deadline.end and deadline.relation != "from"]
    return {
        **commitment.model_dump(include={"id", "ref", "kind", "parent", "text", "status", "source", "certain"}),
        **_found_at(commitment),
        **{field: getattr(commitment.stated, field, None) for field in Stated.model_fields},
        "modality": commitment.modality.kind if commitment.modality else None,
        "modality_words": commitment.modality.text if commitment.modality else None,
        "status_words": commitment.status_evidence.text if commitment.status_evidence else None,
        "paper": paper.paper.slug,
        "publisher": paper.paper.publisher,
        "place": place(paper.paper.slug, position),
        "section": SECTION_SEPARATOR.join(commitment.section) or None,
        "heading": commitment.section[-1] if commitment.section else None,
        "owners": owner_names(commitment.owners),
        "due": min(ends, default=None),
        "label": label(commitment.ref, commitment.text),
    }


def _values(slug: str, commitments: Iterable[Commitment], kind: str) -> Iterator[Row]:
    """The rows of one kind of value; ids count within the commitment (`c0123-d1`), so that they are the same in every register."""
    for commitment in commitments:
        values: tuple[Value, ...] = getattr(commitment, kind)
        for position, value in enumerate(values, 1):
            yield {
                **value.model_dump(exclude={"span", "page", "boxes", "rule"}),
                **_found_at(value),
                "id": f"{commitment.id}-{kind[0]}{position}",
                "commitment": commitment.id,
                "paper": slug,
                "position": position,
            }


def _body_names(paper: Paper) -> Iterator[Row]:
    """Every printing of every body of the paper."""
    slug = paper.paper.slug
    printings = ((body, text) for body in paper.bodies for text in (body.name, *body.aliases))
    for position, (body, text) in enumerate(printings, 1):
        facts = {"text": text, "name": body.name, "kind": body.kind, "local": body.local}
        yield {"id": f"{slug}-b{position:03}", "paper": slug, "body": None, **facts}


def _found_at(found: Commitment | Value) -> Row:
    boxes = json.dumps([box.model_dump() for box in found.boxes]) if found.boxes else None
    return {"page": found.page, "span_start": found.span.start, "span_end": found.span.end, "boxes": boxes, "rule": found.rule}

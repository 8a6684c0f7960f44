"""The versions of each paper, and what each gained, lost and changed: the one part of the register that no paper can tell again.

A version is told by its bytes: other rules read the same version anew. What was removed keeps its versions, under its slug.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.links.matching import match
from pipeline.model.paper import Paper, PaperFacts
from pipeline.model.record import Commitment
from pipeline.register.opening import insert_rows
from pipeline.register.rows import Row
from pipeline.register.stored import stored_paper

if TYPE_CHECKING:
    from sqlite_utils import Database

Event = Literal["received", "changed", "removed", "returned"]
NOTHING = "nothing"
FIELDS = ("ref", "text", "status")
LISTS = ("owners", "deadlines", "targets", "budgets")


class Change(NamedTuple):
    """A promise that came, went or says something else: as it was and as it is, None on the side where there is none."""

    earlier: Commitment | None
    later: Commitment | None

    @property
    def kind(self) -> str:
        """What became of it."""
        return "changed" if self.earlier and self.later else "gained" if self.later else "lost"


def compare(before: Sequence[Commitment], after: Sequence[Commitment]) -> Iterator[Change]:
    """What is lost, in the old order, then what is gained or changed, in the new. A promise is the same where its id is, or where its
    words and facts are those of one whose id is gone."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    gone, come = ([one for one in side if one.id not in other] for side, other in ((before, new), (after, old)))
    followed = {link.later: link.earlier for link in match(gone, come).links} if gone and come else {}
    yield from (Change(one, None) for one in gone if one.id not in set(followed.values()))
    for one in after:
        earlier = old.get(followed.get(one.id, one.id))
        if earlier is None or _differences(earlier, one):
            yield Change(earlier, one)


def note(db: "Database", paper: Paper, recorded: str) -> bool:
    """Whether the paper has come in another version than the last, which is then kept; call it before the old rows go, in the
    transaction that replaces them."""
    facts, last = paper.paper, _last(db, paper.paper.slug)
    if last and last["event"] != "removed" and last["sha256"] == facts.sha256:
        return False
    event: Event = "received" if last is None else "returned" if last["event"] == "removed" else "changed"
    before = _stored(db, facts.slug) if event == "changed" else None
    known: Row = {"event": event, "file": facts.file, "sha256": facts.sha256, "commitments": len(paper.commitments)}
    changes = list(compare(before.commitments, paper.commitments)) if before else []
    _insert(db, facts.slug, last, known | {"recorded": recorded}, changes)
    return event != "received"


def note_removal(db: "Database", slug: str, recorded: str) -> bool:
    """Whether the paper was here, and is now kept as removed, with all that it promised; call it as `note`."""
    before, last = _stored(db, slug), _last(db, slug)
    if before is None:
        return False
    known: Row = {"event": "removed", "file": before.paper.file, "sha256": before.paper.sha256, "commitments": 0}
    _insert(db, slug, last, known | {"recorded": recorded}, [Change(one, None) for one in before.commitments])
    return True


def history(db: "Database", slug: str) -> list[Row]:
    """The versions of a paper, the first first, each with its `changes`."""
    versions = list(db.query("SELECT * FROM versions WHERE slug = ? ORDER BY number", [slug]))
    changes = "SELECT * FROM version_changes WHERE version_id = ? ORDER BY position"
    return [version | {"changes": list(db.query(changes, [version["id"]]))} for version in versions]


def restore(db: "Database", versions: Iterable[Row]) -> None:
    """Put in what `history` gave; call it in a transaction."""
    for version in versions:
        changes = version.get("changes")
        db.table("versions").insert({name: value for name, value in version.items() if name != "changes"})
        db.table("version_changes").insert_all(changes if isinstance(changes, list) else [])


def _stored(db: "Database", slug: str) -> Paper | None:
    """The paper as the register holds it."""
    rows = db.query(f"SELECT {', '.join(PaperFacts.model_fields)} FROM papers WHERE slug = ?", [slug])
    return next((stored_paper(db, PaperFacts.model_validate(row)) for row in rows), None)


def _last(db: "Database", slug: str) -> Row | None:
    return next(db.query("SELECT * FROM versions WHERE slug = ? ORDER BY number DESC LIMIT 1", [slug]), None)


def _insert(db: "Database", slug: str, last: Row | None, known: Row, changes: Sequence[Change]) -> None:
    number = int(str(last["number"])) + 1 if last else 1
    kinds = [change.kind for change in changes]
    counts = {kind: kinds.count(kind) for kind in ("gained", "lost", "changed")}
    name = f"{slug}-v{number}"
    insert_rows(db, "versions", [{"id": name, "slug": slug, "number": number} | known | counts])
    rows = (_row(change, position) for position, change in enumerate(changes, 1))
    insert_rows(db, "version_changes", ({"id": f"{name}-{row['position']}", "version_id": name, "slug": slug} | row for row in rows))


def _row(change: Change, position: int) -> Row:
    earlier, later = change
    return {
        "position": position,
        "change": change.kind,
        "earlier_id": earlier.id if earlier else None,
        "later_id": later.id if later else None,
        "earlier_text": earlier.text if earlier else None,
        "later_text": later.text if later else None,
        "differences": "; ".join(_differences(earlier, later)) if earlier and later else None,
    }


def _differences(earlier: Commitment, later: Commitment) -> list[str]:
    """What two printings of a promise say differently, in their own words."""
    sides = [{name: str(getattr(one, name) or NOTHING) for name in FIELDS} | _lists(one) for one in (earlier, later)]
    return [f"{name}: {old} → {new}" for (name, old), new in zip(sides[0].items(), sides[1].values(), strict=True) if old != new]


def _lists(one: Commitment) -> dict[str, str]:
    """The values of a promise as printed."""
    return {name: ", ".join(value.text for value in getattr(one, name)) or NOTHING for name in LISTS}

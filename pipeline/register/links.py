"""Promises followed over the years: the tables `successions`, `links` and `histories`, and the flags between papers.

They are made from what stands in the register, a publisher at a time, and only from where a paper of it has come, gone or changed:
`followed` names the publishers of which everything is up to date.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.links import Lineage
from pipeline.model.identity import fold
from pipeline.model.paper import PaperFacts
from pipeline.register import between
from pipeline.register.followed import follow_changed
from pipeline.register.predecessors import Stated, stated_successions
from pipeline.register.stored import stored_facts

if TYPE_CHECKING:
    from sqlite_utils import Database

FORGET = (
    "DELETE FROM successions WHERE paper = :slug OR earlier_paper = :slug",
    "DELETE FROM links WHERE paper = :slug OR earlier_paper = :slug",
    "DELETE FROM histories WHERE paper = :slug OR commitment IN (SELECT id FROM commitments WHERE paper = :slug)",
)
_BESIDE = "SELECT earlier_paper FROM successions WHERE paper = :slug UNION SELECT paper FROM successions WHERE earlier_paper = :slug"
_PARTNERS = f"SELECT publisher FROM papers WHERE slug IN ({_BESIDE} UNION SELECT :slug)"


def refresh(db: "Database", changed: Collection[str]) -> set[str]:
    """Follow the promises of every publisher that is not followed yet; call it in a transaction.

    Args:
        db: the register.
        changed: the papers that have come or changed, by slug.

    Returns:
        The papers that were followed, or were before and are no more, by slug.
    """
    done = {row[0] for row in db.execute("SELECT publisher FROM followed")}
    stated = stated_successions(db)
    moved = frozenset().union(*(each.moved for each in stated))
    done -= {publisher_key(publisher) for each in stated if each.moved for publisher in each.publishers}
    printed: dict[str, list[str | None]] = defaultdict(list)
    for (publisher,) in db.execute("SELECT DISTINCT publisher FROM papers").fetchall():
        printed[publisher_key(publisher)].append(publisher)
    followed: set[str] = set()
    for keys in _joined(stated, printed):
        if not done.issuperset(keys):
            papers = {key: [facts for publisher in printed[key] for facts in stored_facts(db, publisher)] for key in keys}
            followed |= _refill(db, papers, moved.union(changed))
    return followed


def _joined(stated: Iterable[Stated], keys: Iterable[str]) -> list[tuple[str, ...]]:
    """The publishers, those together of which a clerk says that a paper of the one succeeds a paper of the other."""
    groups = {key: {key} for key in keys}
    for each in stated:
        together = set().union(*(groups[publisher_key(publisher)] for publisher in each.publishers))
        groups.update(dict.fromkeys(together, together))
    return sorted({tuple(sorted(group)) for group in groups.values()})


def forget(db: "Database", slug: str) -> set[str]:
    """Take out all that was found between a paper and others, and have its publisher followed again, as well as theirs; call it in a
    transaction. Returns the papers that it stood between."""
    for (publisher,) in db.execute(_PARTNERS, {"slug": slug}).fetchall():
        unfollow(db, publisher)
    beside = {each for (each,) in db.execute(_BESIDE, {"slug": slug})}
    between.take_out(db, between.flags_on(db, slug) | between.flags_into(db, slug))
    for statement in FORGET:
        db.execute(statement, {"slug": slug})
    return beside


def unfollow(db: "Database", publisher: str | None) -> None:
    """Have a publisher's papers followed again."""
    db.execute("DELETE FROM followed WHERE publisher = ?", [publisher_key(publisher)])


def publisher_key(publisher: str | None) -> str:
    """A publisher as its papers are put together; empty for papers that name none."""
    return fold(publisher or "")


def _refill(db: "Database", of_publisher: Mapping[str, Sequence[PaperFacts]], changed: Collection[str]) -> frozenset[str]:
    lineage = Lineage([facts for each in of_publisher.values() for facts in each])
    followed = follow_changed(db, lineage, lineage.facts.keys() & changed)
    counts = {key: sum(facts.slug in lineage.before for facts in each) for key, each in of_publisher.items()}
    done = ({"publisher": key, "papers": len(of_publisher[key]), "successions": count} for key, count in counts.items())
    db.table("followed").insert_all(done, replace=True)
    return followed

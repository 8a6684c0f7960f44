"""The papers of one publisher followed again where they have changed, and from there on: what was found before them stays."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.links import Followed, Known, Lineage, Link, Step, follow_again
from pipeline.model.paper import Paper
from pipeline.register import between
from pipeline.register.rows import Row
from pipeline.register.stored import stored_paper

if TYPE_CHECKING:
    from sqlite_utils import Database


def follow_changed(db: "Database", lineage: Lineage, changed: Collection[str]) -> frozenset[str]:
    """Follow the papers that have changed, those that succeed others than before, and all that come after them; call it in a transaction.

    Returns the papers that were followed, or were before and are no more, by slug.
    """
    slugs = lineage.with_descendants({*changed, *_moved(db, lineage)})
    needed = {each for slug in slugs & lineage.members for each in (slug, *lineage.looked_back_on(slug))}
    papers = [stored_paper(db, lineage.facts[slug]) for slug in sorted(needed)]
    shortened = {history for slug in slugs for history in _take_out(db, slug)}
    followed = follow_again(lineage, slugs, papers, _known(db, needed - slugs))
    for table, rows in _rows(followed, papers).items():
        db.table(table).insert_all(rows)
    _add_steps(db, lineage, followed.steps, shortened)
    between.add(db, followed.flags)
    return slugs


def _moved(db: "Database", lineage: Lineage) -> set[str]:
    """The papers that succeed another than before, or that come to be or cease to be among those that are followed."""
    before: dict[str, str] = {}
    for slug in lineage.facts:
        before.update(db.execute("SELECT paper, earlier_paper FROM successions WHERE paper = ?", [slug]).fetchall())
    members = {*before, *before.values()}
    other = {slug for slug in {*before, *lineage.before} if before.get(slug) != lineage.before.get(slug)}
    return other | {slug for slug in members ^ lineage.members if slug in lineage.facts}


def _take_out(db: "Database", slug: str) -> list[str]:
    """Take out what was found of a paper; returns the histories that have lost steps."""
    between.take_out(db, between.flags_on(db, slug))
    shortened = [history for (history,) in db.execute("SELECT DISTINCT history FROM histories WHERE paper = ?", [slug])]
    for table in ("successions", "links", "histories"):
        db.execute(f"DELETE FROM {table} WHERE paper = ?", [slug])
    return shortened


def _known(db: "Database", slugs: Collection[str]) -> Known:
    """What is known of papers that stay as they are."""
    histories: dict[str, str] = {}
    links: list[Link] = []
    for slug in sorted(slugs):
        own = "c.paper = h.paper AND c.id = h.commitment"
        query = f"SELECT h.commitment, h.history FROM histories AS h JOIN commitments AS c ON {own} WHERE h.paper = ?"
        histories.update(db.execute(query, [slug]).fetchall())
        found = db.execute("SELECT earlier, commitment, likeness FROM links WHERE paper = ? ORDER BY id", [slug])
        links += (Link(earlier, later, likeness, ()) for earlier, later, likeness in found)
    return Known(histories, links)


def _rows(followed: Followed, papers: Iterable[Paper]) -> dict[str, list[Row]]:
    paper_of = {promise.id: paper.paper.slug for paper in papers for promise in paper.commitments}
    return {
        "successions": [
            {"paper": each.later, "earlier_paper": each.earlier, "reason": each.reason, "guess": int(each.is_guess)}
            for each in followed.successions
        ],
        "links": [
            {"id": f"{link.later}-l", "commitment": link.later, "paper": paper_of[link.later]}
            | {"earlier": link.earlier, "earlier_paper": paper_of[link.earlier]}
            | {"likeness": link.likeness, "reasons": ", ".join(link.reasons)}
            for link in followed.links
        ],
    }


def _add_steps(db: "Database", lineage: Lineage, steps: Sequence[Step], shortened: set[str]) -> None:
    """Put steps in where they belong in their histories, and number these anew as well as those that have lost some: papers in the order
    in which they succeed each other, the steps of one as they come."""
    places = {slug: place for place, slug in enumerate((*lineage.roots, *(each.later for each in lineage.from_the_first)))}
    histories: dict[str, list[Row]] = defaultdict(list)
    for history in sorted(shortened.union(step.history for step in steps)):
        histories[history] = list(db.query("SELECT * FROM histories WHERE history = ? ORDER BY position", [history]))
    for step in steps:
        histories[step.history].append(dict(step._asdict()))
    db.conn.executemany("DELETE FROM histories WHERE history = ?", [(history,) for history in histories])
    db.table("histories").insert_all(row for history, rows in histories.items() for row in _numbered(history, rows, places))


def _numbered(history: str, rows: list[Row], places: Mapping[str, int]) -> Iterator[Row]:
    in_order = sorted(rows, key=lambda row: places[str(row["paper"])])
    return (row | {"id": f"{history}-{position:03}", "position": position} for position, row in enumerate(in_order, 1))

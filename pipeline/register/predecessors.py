"""Which papers clerks name as the ones before others, over all publishers."""

from typing import TYPE_CHECKING, NamedTuple

from pipeline.links import Nameable, find_named

if TYPE_CHECKING:
    from sqlite_utils import Database


class Stated(NamedTuple):
    """What one clerk says: the `publishers` whose papers are followed together for it; `moved` are the papers, by slug, of which it is
    now another that is meant, and none where that is as it was."""

    publishers: frozenset[str | None]
    moved: frozenset[str] = frozenset()


def stated_successions(db: "Database") -> list[Stated]:
    """All that clerks say, by the slug of the later paper."""
    query = f"SELECT {', '.join(Nameable._fields)} FROM papers"
    later = [Nameable(*row) for row in db.execute(f"{query} WHERE succeeds IS NOT NULL ORDER BY slug").fetchall()]
    if not later:
        return []
    meant = find_named(later, (Nameable(*row) for row in db.execute(query)))
    before = db.execute("SELECT s.paper, p.slug, p.publisher FROM successions AS s JOIN papers AS p ON p.slug = s.earlier_paper").fetchall()
    until_now = {paper: (slug, publisher) for paper, slug, publisher in before}
    return [_stated(paper, meant[paper.slug].paper, until_now.get(paper.slug)) for paper in later if paper.slug in meant]


def _stated(later: Nameable, earlier: Nameable, before: tuple[str, str | None] | None) -> Stated:
    """Where there was none before, the one is new or the other, and so is known to be followed anew."""
    together = frozenset({later.publisher, earlier.publisher})
    if before is None or before[0] == earlier.slug:
        return Stated(together)
    return Stated(together | {before[1]}, frozenset({later.slug, before[0]}))

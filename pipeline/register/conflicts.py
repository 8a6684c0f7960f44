"""Promises to which papers of one publisher and one year give different dates: flags made from the groups of `alike` that have changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.links import Side, find_conflict
from pipeline.model.paper import Flag
from pipeline.register import between
from pipeline.register.links import publisher_key
from pipeline.register.stored import stored_commitment, stored_facts_of

if TYPE_CHECKING:
    from sqlite_utils import Database

KIND = "conflicting_deadline"
BEHIND = 50_000
"""Where these flags stand among those of their paper: behind all others, in the order of the promises, whichever came first."""
MOST_PAPERS = 3
"""Papers of a year that may make one promise: what more of them print is a form that each fills in for itself."""
_MEMBERS = """
SELECT a.commitment, a.paper, p.publisher, coalesce(p.published, p.period_start) FROM alike AS a JOIN papers AS p ON p.slug = a.paper
WHERE a."group" = ? AND EXISTS (SELECT 1 FROM deadlines AS d WHERE d.commitment = a.commitment AND d."end" IS NOT NULL)"""
Members = dict[str, list[str]]
"""Promises by paper."""


def refresh(db: "Database", regrouped: Iterable[str], papers: Iterable[str]) -> None:
    """Judge anew the promises that are or were in changed groups, and the groups of papers that follow others than before; call it in a
    transaction, when groups and links are up to date."""
    of_papers = (row[0] for slug in papers for row in db.execute("SELECT commitment FROM alike WHERE paper = ?", [slug]))
    promises = {*regrouped, *of_papers}
    groups = sorted({row[0] for promise in promises for row in db.execute('SELECT "group" FROM alike WHERE id = ?', [promise])})
    of_groups = (row[0] for group in groups for row in db.execute('SELECT commitment FROM alike WHERE "group" = ?', [group]))
    between.take_out(db, between.flags_about(db, promises.union(of_groups), KIND))
    for group in groups:
        _judge(db, group)


def _judge(db: "Database", group: str) -> None:
    for members in _of_one_year(db, group):
        papers = [(stored_facts_of(db, slug), promises) for slug, promises in members.items()]
        if found := find_conflict(Side(facts, stored_commitment(db, each)) for facts, promises in papers for each in promises):
            slug, flag = found
            between.put_in(db, slug, [flag], BEHIND + _position(db, flag, slug))


def _position(db: "Database", flag: Flag, slug: str) -> int:
    """The number of the flag's first promise in the paper."""
    places = (db.execute("SELECT place FROM commitments WHERE id = ? AND paper = ?", [member, slug]).fetchone() for member in flag.members)
    return min(int(place[0].rsplit("/", 1)[1]) for place in places if place) - 1


def _of_one_year(db: "Database", group: str) -> Iterator[Members]:
    """The members of a group in papers of one publisher and one year: of papers that succeed each other only those of the latest, since
    it is for links to tell what became of the others."""
    by_year: dict[tuple[str, str], Members] = defaultdict(lambda: defaultdict(list))
    when: dict[str, str] = {}
    for commitment, slug, publisher, stated in db.execute(_MEMBERS, [group]):
        if publisher and stated:
            when[slug] = stated
            by_year[publisher_key(publisher), stated[:4]][slug].append(commitment)
    for _, members in sorted(by_year.items()):
        if len(members) > 1:
            latest = {_first(db, slug): slug for slug in sorted(members, key=lambda slug: (when[slug], slug))}
            if 1 < len(latest) <= MOST_PAPERS:
                yield {slug: members[slug] for slug in latest.values()}


def _first(db: "Database", slug: str) -> str:
    """The first of the papers that this one goes back to."""
    while row := db.execute("SELECT earlier_paper FROM successions WHERE paper = ?", [slug]).fetchone():
        slug = row[0]
    return slug

"""Promises followed over the years: the tables `successions`, `links` and `histories`, and the flags between papers.

They are made from what stands in the register, a publisher at a time, and only where a paper of it has come, gone or changed: `followed`
names the publishers of which everything is up to date.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.links import Followed, find_successions, follow
from pipeline.model.identity import fold
from pipeline.model.paper import Flag, PaperFacts
from pipeline.register.rows import Row, flag_rows
from pipeline.register.stored import stored_facts, stored_paper

if TYPE_CHECKING:
    from sqlite_utils import Database

KINDS = ("deadline_moved", "owner_changed", "target_changed", "dropped")
"""The kinds of flags that stand between papers."""
FORGET = (
    "DELETE FROM successions WHERE paper = :slug OR earlier_paper = :slug",
    "DELETE FROM links WHERE paper = :slug OR earlier_paper = :slug",
    "DELETE FROM histories WHERE paper = :slug OR commitment IN (SELECT id FROM commitments WHERE paper = :slug)",
)
_THEIR_FLAGS = f"""
SELECT id FROM flags WHERE kind IN ({", ".join(repr(kind) for kind in KINDS)}) AND (paper = :slug OR id IN (
    SELECT flag FROM flag_members WHERE commitment IN (SELECT id FROM commitments WHERE paper = :slug)))"""


_NAMED = """
SELECT later.publisher, earlier.publisher FROM papers AS later JOIN papers AS earlier
ON lower(later.succeeds) IN (earlier.slug, lower(earlier.file)) OR lower(earlier.file) LIKE lower(later.succeeds) || '.%'
WHERE later.succeeds IS NOT NULL"""
_PARTNERS = """
SELECT DISTINCT p.publisher FROM papers AS p JOIN successions AS s ON p.slug IN (s.paper, s.earlier_paper)
WHERE :slug IN (s.paper, s.earlier_paper) UNION SELECT publisher FROM papers WHERE slug = :slug"""


def refill(db: "Database") -> None:
    """Follow the promises of every publisher that is not followed yet; call it in a transaction."""
    done = {row[0] for row in db.execute("SELECT publisher FROM followed")}
    printed: dict[str, list[str | None]] = defaultdict(list)
    for (publisher,) in db.execute("SELECT DISTINCT publisher FROM papers").fetchall():
        printed[publisher_key(publisher)].append(publisher)
    for keys in _joined(db, printed):
        if not done.issuperset(keys):
            _refill(db, {key: [facts for publisher in printed[key] for facts in stored_facts(db, publisher)] for key in keys})


def _joined(db: "Database", keys: Iterable[str]) -> list[tuple[str, ...]]:
    """The publishers, those together of which a clerk says that a paper of the one succeeds a paper of the other."""
    groups = {key: {key} for key in keys}
    for pair in db.execute(_NAMED).fetchall():
        together = set().union(*(groups[publisher_key(publisher)] for publisher in pair))
        groups.update(dict.fromkeys(together, together))
    return sorted({tuple(sorted(group)) for group in groups.values()})


def forget(db: "Database", slug: str) -> None:
    """Take out all that was found between a paper and others, and have its publisher followed again, as well as theirs; call it in a
    transaction."""
    for (publisher,) in db.execute(_PARTNERS, {"slug": slug}).fetchall():
        unfollow(db, publisher)
    _take_out(db, slug)


def unfollow(db: "Database", publisher: str | None) -> None:
    """Have a publisher's papers followed again."""
    db.execute("DELETE FROM followed WHERE publisher = ?", [publisher_key(publisher)])


def publisher_key(publisher: str | None) -> str:
    """A publisher as its papers are put together; empty for papers that name none."""
    return fold(publisher or "")


def _take_out(db: "Database", slug: str) -> None:
    flags = db.execute(_THEIR_FLAGS, {"slug": slug}).fetchall()
    db.conn.executemany("DELETE FROM flag_members WHERE flag = ?", flags)
    db.conn.executemany("DELETE FROM flags WHERE id = ?", flags)
    for statement in FORGET:
        db.execute(statement, {"slug": slug})


def _refill(db: "Database", of_publisher: Mapping[str, Sequence[PaperFacts]]) -> None:
    papers = [facts for each in of_publisher.values() for facts in each]
    for facts in papers:
        _take_out(db, facts.slug)
    named = {slug for succession in find_successions(papers) for slug in succession[:2]}
    stored = [stored_paper(db, facts) for facts in papers if facts.slug in named]
    followed = follow(stored)
    paper_of = {promise.id: paper.paper.slug for paper in stored for promise in paper.commitments}
    for table, rows in _rows(followed, paper_of).items():
        db.table(table).insert_all(rows)
    _add_flags(db, followed.flags)
    for facts in papers:
        db.execute("UPDATE papers SET flags = (SELECT count(*) FROM flags WHERE paper = slug) WHERE slug = ?", [facts.slug])
    later = {succession.later for succession in followed.successions}
    counts = {key: sum(facts.slug in later for facts in each) for key, each in of_publisher.items()}
    done = ({"publisher": key, "papers": len(of_publisher[key]), "successions": count} for key, count in counts.items())
    db.table("followed").insert_all(done, replace=True)


def _rows(followed: Followed, paper_of: dict[str, str]) -> dict[str, list[Row]]:
    positions: dict[str, int] = defaultdict(int)
    histories: list[Row] = []
    for step in followed.steps:
        positions[step.history] += 1
        position = positions[step.history]
        histories.append({"id": f"{step.history}-{position:03}", "position": position, **step._asdict()})
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
        "histories": histories,
    }


def _add_flags(db: "Database", flags: Sequence[tuple[str, Flag]]) -> None:
    """Put the flags behind those of the paper itself."""
    by_paper: dict[str, list[Flag]] = defaultdict(list)
    for slug, flag in flags:
        by_paper[slug].append(flag)
    for slug, raised in by_paper.items():
        after = db.execute("SELECT count(*) FROM flags WHERE paper = ?", [slug]).fetchone()[0]
        for table, rows in flag_rows(slug, raised, after).items():
            db.table(table).insert_all(rows)

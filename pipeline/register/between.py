"""Flags between papers: they stand on the later one, behind those of the paper itself, and go with either side."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.model.paper import Flag
from pipeline.register.opening import insert_rows
from pipeline.register.rows import flag_rows

if TYPE_CHECKING:
    from sqlite_utils import Database

IS_BETWEEN = """
EXISTS (SELECT 1 FROM flag_members AS m JOIN commitments AS c ON c.id = m.commitment WHERE m.flag = f.id AND c.paper <> f.paper)"""
"""Whether the flag `f` has a member in another paper than the one it stands on."""
_ON = f"SELECT f.id FROM flags AS f WHERE f.paper = ? AND {IS_BETWEEN}"
_INTO = "SELECT m.flag FROM commitments AS c JOIN flag_members AS m ON m.commitment = c.id WHERE c.paper = ? AND m.paper <> c.paper"
_ABOUT = f"SELECT f.id FROM flag_members AS n JOIN flags AS f ON f.id = n.flag WHERE n.commitment = ? AND f.kind = ? AND {IS_BETWEEN}"


def flags_on(db: "Database", slug: str) -> set[str]:
    """The flags between papers that stand on a paper, by id."""
    return {flag for (flag,) in db.execute(_ON, [slug])}


def flags_into(db: "Database", slug: str) -> set[str]:
    """The flags on other papers that have a member in this one."""
    return {flag for (flag,) in db.execute(_INTO, [slug])}


def flags_about(db: "Database", commitments: Iterable[str], kind: str) -> set[str]:
    """The flags of a kind, between papers, that have one of these members."""
    return {flag for commitment in commitments for (flag,) in db.execute(_ABOUT, [commitment, kind])}


def take_out(db: "Database", flags: Iterable[str]) -> None:
    """Take flags out, with their members; call it in a transaction."""
    ids = [(flag,) for flag in flags]
    papers = {row[0] for each in ids for row in db.execute("SELECT paper FROM flags WHERE id = ?", each)}
    db.conn.executemany("DELETE FROM flag_members WHERE flag = ?", ids)
    db.conn.executemany("DELETE FROM flags WHERE id = ?", ids)
    _count(db, papers)


def add(db: "Database", raised: Iterable[tuple[str, Flag]]) -> None:
    """Put flags in, each with the slug of its paper, behind those that the paper has; call it in a transaction."""
    by_paper: dict[str, list[Flag]] = defaultdict(list)
    for slug, flag in raised:
        by_paper[slug].append(flag)
    for slug, flags in by_paper.items():
        after = db.execute("SELECT count(*) FROM flags WHERE paper = ?", [slug]).fetchone()[0]
        put_in(db, slug, flags, after)


def put_in(db: "Database", slug: str, flags: Iterable[Flag], after: int) -> None:
    """Put flags in whose place among those of their paper is behind the number `after`; call it in a transaction."""
    raised = list(flags)
    found = (db.execute("SELECT id, place FROM commitments WHERE id = ?", [member]) for flag in raised for member in flag.members)
    (published,) = db.execute("SELECT published FROM papers WHERE slug = ?", [slug]).fetchone()
    places = {commitment: place for each in found for commitment, place in each}
    for table, rows in flag_rows(slug, published, raised, places, after).items():
        insert_rows(db, table, rows)
    _count(db, {slug})


def _count(db: "Database", papers: Iterable[str]) -> None:
    count = "UPDATE papers SET flags = (SELECT count(*) FROM flags WHERE paper = slug) WHERE slug = ?"
    db.conn.executemany(count, [(slug,) for slug in papers])

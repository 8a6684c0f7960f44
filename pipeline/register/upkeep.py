"""What is made from all papers together, kept up to date: each paper that comes or goes costs its own share, not the register's."""

from typing import TYPE_CHECKING

from pipeline.model.paper import Paper
from pipeline.register import alike, bodies, conflicts, links, ready

if TYPE_CHECKING:
    from sqlite_utils import Database


def note(db: "Database", paper: Paper) -> None:
    """Note a paper that has come; call it in the transaction that writes it, behind its rows."""
    links.unfollow(db, paper.paper.publisher)
    alike.note(db, paper)
    bodies.note(db, paper)
    _touch(db, paper.paper.slug)


def forget(db: "Database", slug: str) -> None:
    """Note that a paper goes; call it before its rows are deleted, in the same transaction."""
    alike.forget(db, slug)
    bodies.forget(db, slug)
    for beside in links.forget(db, slug):
        _touch(db, beside)
    db.execute("DELETE FROM papers_touched WHERE paper = ?", [slug])


def refresh(db: "Database", today: str) -> None:
    """Join the bodies of all papers, group what says the same, follow promises from paper to paper, find dates that clash between papers,
    and fill the ready tables for the ISO day `today`: all of it as far as papers have come or gone. Call it in a transaction."""
    touched = {slug for (slug,) in db.execute("SELECT paper FROM papers_touched")}
    bodies.refresh(db)
    regrouped = alike.refresh(db)
    followed = links.refresh(db, touched)
    conflicts.refresh(db, regrouped, followed)
    ready.refresh(db, today, touched)
    db.execute("DELETE FROM papers_touched")


def _touch(db: "Database", slug: str) -> None:
    db.execute("INSERT OR IGNORE INTO papers_touched VALUES (?)", [slug])

"""Joins the printings of one body over all papers: the table `bodies`, made from what each paper says of its own bodies.

What is one body for certain is a node: a folded name, and the publisher within whose papers it means the same, empty for all. Another name
that a paper gives it (an abbreviation) leads to it. `schema.HIDDEN` tells how both are kept, so that a paper costs only its own share.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.model.body import BodyKind, body_key
from pipeline.model.identity import fold
from pipeline.model.paper import Paper
from pipeline.register.naming import Printing, named
from pipeline.register.schema import BODIES

if TYPE_CHECKING:
    from sqlite_utils import Database

BETWEEN = "\x1f"
"""Stands between the two parts of a node: its publisher and its name."""
_COUNTS = """
SELECT count(DISTINCT paper) AS papers, count(DISTINCT commitment) AS commitments,
       count(DISTINCT CASE WHEN role = 'lead' THEN commitment END) AS leads FROM owners WHERE body = ?"""
_UPSERT = f"""
INSERT INTO bodies ({", ".join(BODIES.columns)}) VALUES ({", ".join(f":{name}" for name in BODIES.columns)})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in BODIES.columns)}"""
_PRINTINGS = """
SELECT text, name, kind, count(*) FROM body_nodes WHERE home = ? GROUP BY name, text, kind"""
_MOVED = "SELECT printing, paper, text, home FROM body_nodes WHERE node = ? AND home IS NOT ?"
# With a plus, SQLite does not look a text up among those of all papers, but among those of one.
_OWNERS = """
UPDATE owners SET body = (SELECT n.body FROM body_names AS n WHERE n.paper = owners.paper AND +n.text = owners.text ORDER BY n.id LIMIT 1)
WHERE paper = ? AND +text = ?"""


def note(db: "Database", paper: Paper) -> None:
    """Keep by which names the bodies of a paper are found; call it in the transaction that writes the paper, behind its rows."""
    facts = paper.paper
    publisher = fold(facts.publisher) if facts.publisher else f"paper {facts.slug}"
    query = "SELECT id, text, name, kind, local FROM body_names WHERE paper = ?"
    for printing, text, name, kind, local in db.execute(query, [facts.slug]).fetchall():
        node = _node(publisher if local else "", name, kind)
        is_other_name = body_key(text, kind) != body_key(name, kind)
        row = [printing, facts.slug, text, name, kind, node, _node(publisher, text, kind) if is_other_name else None]
        db.execute("INSERT INTO body_nodes VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", row)
    _touch(db, facts.slug)


def forget(db: "Database", slug: str) -> None:
    """Let go of the names of a paper; call it before its rows are deleted, in the same transaction."""
    _touch(db, slug)
    db.execute("DELETE FROM body_nodes WHERE paper = ?", [slug])


def refresh(db: "Database") -> None:
    """Join anew the bodies that papers which have come or gone name, and link owners and printings to them; call it in a transaction."""
    touched = {node for (node,) in db.execute("SELECT node FROM body_nodes_touched")}
    changed, owners = set(touched), set[tuple[str, str]]()
    for node in _with_shorts(db, touched):
        home = _home(db, node)
        moved = db.execute(_MOVED, [node, home]).fetchall()
        db.conn.executemany("UPDATE body_nodes SET home = ? WHERE printing = ?", [(home, printing) for printing, *_ in moved])
        db.conn.executemany("UPDATE body_names SET body = ? WHERE id = ?", [(body_id(home), printing) for printing, *_ in moved])
        changed.update((home,), *({before} for *_, before in moved if before))
        owners.update((paper, text) for _, paper, text, _ in moved)
    db.conn.executemany(_OWNERS, sorted(owners))
    for home in sorted(changed):
        _write(db, home)
    db.execute("DELETE FROM body_nodes_touched")


def body_id(node: str) -> str:
    """The id of a body, made from its node."""
    return "b" + hashlib.sha256(node.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _node(publisher: str, name: str, kind: BodyKind) -> str:
    return f"{publisher}{BETWEEN}{body_key(name, kind)}"


def _touch(db: "Database", slug: str) -> None:
    for column in ("node", "short", "home"):
        query = f"INSERT OR IGNORE INTO body_nodes_touched SELECT {column} FROM body_nodes WHERE paper = ? AND {column} IS NOT NULL"
        db.execute(query, [slug])


def _with_shorts(db: "Database", nodes: Iterable[str]) -> Iterator[str]:
    """Nodes and all that lead to them and may have to be led elsewhere; what is one body for all publishers leads nowhere itself."""
    waiting = sorted(nodes)
    seen = set(waiting)
    while waiting:
        node = waiting.pop()
        yield node
        if not node.startswith(BETWEEN):
            found = {short for (short,) in db.execute("SELECT DISTINCT short FROM body_nodes WHERE node = ? AND short NOT NULL", [node])}
            waiting += sorted(found - seen)
            seen |= found


def _home(db: "Database", node: str) -> str:
    """The node that this one leads to, as far as it stands for one name only in the papers of its publisher; itself where that leads in a
    circle."""
    at, seen = node, {node}
    while len(names := db.execute("SELECT DISTINCT node FROM body_nodes WHERE short = ?", [at]).fetchall()) == 1:
        at = names[0][0]
        if at in seen:
            return node
        seen.add(at)
    return at


def _write(db: "Database", home: str) -> None:
    """Write the body of a node as things stand, or take it out where nobody names it."""
    printings = [Printing(*row) for row in db.execute(_PRINTINGS, [home])]
    if not printings:
        db.execute("DELETE FROM bodies WHERE id = ?", [body_id(home)])
        return
    (counts,) = db.query(_COUNTS, [body_id(home)])
    row = {"id": body_id(home), "publisher": None if home.startswith(BETWEEN) else _publisher(db, home), **named(printings), **counts}
    db.execute(_UPSERT, row)


def _publisher(db: "Database", home: str) -> str | None:
    query = "SELECT min(p.publisher) FROM papers AS p WHERE p.slug IN (SELECT paper FROM body_nodes WHERE home = ?)"
    publisher: str | None = db.execute(query, [home]).fetchone()[0]
    return publisher

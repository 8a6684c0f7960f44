"""Joins the printings of one body over all papers: the table `bodies`, made from what each paper says of its own bodies.

What is one body for certain is a node: a folded name, and the publisher within whose papers it means the same, empty for all. Another name
that a paper gives it (an abbreviation) leads to it. `hidden.HIDDEN` tells how both are kept, so that a paper costs only its own share.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.model.body import BodyKind, body_key
from pipeline.model.identity import fold
from pipeline.model.paper import Paper
from pipeline.register import owned
from pipeline.register.naming import Printing, named

if TYPE_CHECKING:
    from sqlite_utils import Database

BETWEEN = "\x1f"
"""Stands between the two parts of a node: its publisher and its name."""
_NAMED = "name, kind, aliases, publisher"
_UPSERT = f"""
INSERT INTO bodies (id, {_NAMED}, papers, commitments, leads) VALUES (:id, :name, :kind, :aliases, :publisher, 0, 0, 0)
ON CONFLICT (id) DO UPDATE SET ({_NAMED}) = (excluded.name, excluded.kind, excluded.aliases, excluded.publisher)
WHERE ({_NAMED}) IS NOT (excluded.name, excluded.kind, excluded.aliases, excluded.publisher)"""
_PRINTINGS = """
SELECT text, name, kind, sum(papers) FROM body_printings WHERE home = ? GROUP BY name, text, kind"""
# Not `home IS NOT ?`, for which SQLite looks at every paper that names the body.
_MOVED = " UNION ALL ".join(
    f"SELECT printing, paper, text, home FROM body_nodes WHERE node = :node AND home {is_other}"
    for is_other in ("IS NULL", "< :home", "> :home")
)
_COUNT = f"""
INSERT INTO body_printings
SELECT n.home, n.name, n.text, n.kind, iif(substr(n.home, 1, 1) = '{BETWEEN}', '', coalesce(p.publisher, '')), {{sign}}1
FROM body_nodes AS n JOIN papers AS p ON p.slug = n.paper WHERE n.printing = ? AND n.home NOT NULL
ON CONFLICT DO UPDATE SET papers = papers + excluded.papers"""
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
    owned.subtract(db, [slug])
    _count(db, "-", [printing for (printing,) in db.execute("SELECT printing FROM body_nodes WHERE paper = ?", [slug])])
    db.execute("DELETE FROM body_nodes WHERE paper = ?", [slug])


def refresh(db: "Database") -> None:
    """Join anew the bodies that papers which have come or gone name, and link owners and printings to them; call it in a transaction."""
    touched = {node for (node,) in db.execute("SELECT node FROM body_nodes_touched")}
    changed, owners = set(touched), set[tuple[str, str]]()
    for node in _with_shorts(db, touched):
        home = _home(db, node)
        moved = db.execute(_MOVED, {"node": node, "home": home}).fetchall()
        _count(db, "-", [printing for printing, *_, before in moved if before])
        _move(db, [printing for printing, *_ in moved], home)
        changed.update((home,), *({before} for *_, before in moved if before))
        owners.update((paper, text) for _, paper, text, _ in moved)
    papers = sorted({paper for paper, _ in owners})
    owned.subtract(db, papers)
    db.conn.executemany(_OWNERS, sorted(owners))
    for home in sorted(changed):
        _write(db, home)
    owned.add(db, papers)
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


def _move(db: "Database", printings: Sequence[str], home: str) -> None:
    """Have printings, which are counted nowhere, stand for the body of a node."""
    db.conn.executemany("UPDATE body_nodes SET home = ? WHERE printing = ?", [(home, printing) for printing in printings])
    db.conn.executemany("UPDATE body_names SET body = ? WHERE id = ?", [(body_id(home), printing) for printing in printings])
    _count(db, "+", printings)


def _count(db: "Database", sign: str, printings: Iterable[str]) -> None:
    """Count printings under the nodes that they stand for, or count them no more."""
    db.conn.executemany(_COUNT.format(sign=sign), [(printing,) for printing in printings])


def _write(db: "Database", home: str) -> None:
    """Name the body of a node as it is printed now, or take it out where nobody names it; what it owns is counted elsewhere."""
    db.execute("DELETE FROM body_printings WHERE home = ? AND papers = 0", [home])
    printings = [Printing(*row) for row in db.execute(_PRINTINGS, [home])]
    if not printings:
        db.execute("DELETE FROM bodies WHERE id = ?", [body_id(home)])
        return
    (publisher,) = db.execute("SELECT nullif(min(publisher), '') FROM body_printings WHERE home = ?", [home]).fetchone()
    db.execute(_UPSERT, {"id": body_id(home), "publisher": publisher, **named(printings)})

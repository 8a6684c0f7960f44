"""Joins the printings of one body over all papers: the table `bodies`, made from what each paper says of its own bodies."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.body import BodyKind, body_key
from pipeline.model.identity import fold
from pipeline.register.rows import Row

if TYPE_CHECKING:
    from sqlite_utils import Database

ALIAS_SEPARATOR = "; "


class Printing(NamedTuple):
    """A printing of a body in a paper: of which name, what kind it is, and who published the paper."""

    id: str
    paper: str
    text: str
    name: str
    kind: BodyKind
    local: bool
    publisher: str | None

    @property
    def scope(self) -> str:
        """Within whose papers a local name means one body: the publisher's, or the paper alone where nobody knows of one."""
        return fold(self.publisher) if self.publisher else f"paper {self.paper}"


class Node(NamedTuple):
    """What is one body for certain: a folded name, and the publisher within whose papers it means the same, empty for all."""

    scope: str
    key: str


def join(printings: Iterable[Printing]) -> dict[Node, list[Printing]]:
    """The printings of each body. A name is the same body within its scope; an abbreviation leads to a name where the papers of
    one publisher define it in one way only."""
    bodies: dict[Node, list[Printing]] = defaultdict(list)
    defined: dict[Node, set[Node]] = defaultdict(set)
    for printing in sorted(printings, key=lambda printing: printing.id):
        node = _node(printing)
        bodies[node].append(printing)
        alias = body_key(printing.text, printing.kind)
        if alias != node.key:
            defined[Node(printing.scope, alias)].add(node)
    for short, names in sorted(defined.items()):
        if len(names) == 1 and short in bodies and short not in names:
            (name,) = names
            bodies[name] += bodies.pop(short)
    return bodies


def _node(printing: Printing) -> Node:
    return Node(printing.scope if printing.local else "", body_key(printing.name, printing.kind))


def refill(db: "Database") -> None:
    """Make `bodies` anew, and link owners and printings to it; call it in a transaction."""
    db.execute("UPDATE owners SET body = NULL WHERE body IS NOT NULL")
    db.execute("UPDATE body_names SET body = NULL WHERE body IS NOT NULL")
    db.execute("DELETE FROM bodies")
    columns = "n.id, n.paper, n.text, n.name, n.kind, n.local, p.publisher"
    found = db.execute(f"SELECT {columns} FROM body_names AS n JOIN papers AS p ON p.slug = n.paper").fetchall()
    joined = join(Printing(*row[:5], bool(row[5]), row[6]) for row in found)
    rows = [_row(node, printings) for node, printings in sorted(joined.items())]
    db.table("bodies").insert_all(rows)
    links = [(body_id(node), printing.id) for node, printings in joined.items() for printing in printings]
    db.conn.executemany("UPDATE body_names SET body = ? WHERE id = ?", links)
    db.execute("UPDATE owners SET body = (SELECT n.body FROM body_names AS n WHERE n.paper = owners.paper AND n.text = owners.text)")
    _count(db)


def _row(node: Node, printings: list[Printing]) -> Row:
    """The body: called by the fullest name, of several by the commonest, of these by the first in the alphabet."""
    names = Counter(printing.name for printing in printings)
    name = min(names, key=lambda name: (-len(body_key(name)), -names[name], name))
    kinds = Counter(printing.kind for printing in printings if printing.name == name)
    aliases = sorted({text for printing in printings for text in (printing.text, printing.name)} - {name}, key=lambda text: (text.lower(), text))
    publishers = sorted({printing.publisher for printing in printings if printing.publisher}) if node.scope else []
    return {
        "id": body_id(node),
        "name": name,
        "kind": min(kinds, key=lambda kind: (-kinds[kind], kind)),
        "aliases": ALIAS_SEPARATOR.join(aliases) or None,
        "publisher": publishers[0] if publishers else None,
    }


def body_id(node: Node) -> str:
    """The id of a body, made from its folded name and its scope."""
    return "b" + hashlib.sha256("\x1f".join(node).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _count(db: "Database") -> None:
    """How many papers and commitments name each body, and how many it leads."""
    db.execute(
        "UPDATE bodies SET (papers, commitments, leads) = (SELECT c.papers, c.commitments, c.leads FROM ("
        "SELECT body, count(DISTINCT paper) AS papers, count(DISTINCT commitment) AS commitments,"
        " count(DISTINCT CASE WHEN role = 'lead' THEN commitment END) AS leads FROM owners GROUP BY body) AS c WHERE c.body = bodies.id)"
    )
    db.execute("DELETE FROM bodies WHERE commitments IS NULL AND id NOT IN (SELECT body FROM body_names WHERE body IS NOT NULL)")

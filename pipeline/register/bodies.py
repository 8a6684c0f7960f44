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
    local: int
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
    columns = "n.id, n.paper, n.text, n.name, n.kind, n.local, p.publisher"
    found = db.execute(f"SELECT {columns} FROM body_names AS n JOIN papers AS p ON p.slug = n.paper").fetchall()
    joined = {body_id(node): (node, printings) for node, printings in join(Printing(*row) for row in found).items()}
    of_text = {(printing.paper, printing.text): body for body, (_, printings) in joined.items() for printing in printings}
    tallies: dict[str, Tally] = defaultdict(Tally.empty)
    for paper, text, commitment, role in db.execute("SELECT paper, text, commitment, role FROM owners"):
        if body := of_text.get((paper, text)):
            tallies[body].add(paper, commitment, role)
    db.execute("DELETE FROM bodies")
    rows = (_row(body, *joined[body]) | tallies[body].counts() for body in sorted(joined))
    db.table("bodies").insert_all(rows)
    for table in ("owners", "body_names"):
        held = db.execute(f"SELECT id, paper, text, body FROM {table}").fetchall()
        changed = [(of_text.get((paper, text)), row) for row, paper, text, body in held if of_text.get((paper, text)) != body]
        db.conn.executemany(f"UPDATE {table} SET body = ? WHERE id = ?", changed)


class Tally(NamedTuple):
    """The papers and commitments that name a body, and those that it leads."""

    papers: set[str]
    commitments: set[str]
    leads: set[str]

    @classmethod
    def empty(cls) -> "Tally":
        """None of them."""
        return cls(set(), set(), set())

    def add(self, paper: str, commitment: str, role: str) -> None:
        """Note an owner."""
        self.papers.add(paper)
        self.commitments.add(commitment)
        if role == "lead":
            self.leads.add(commitment)

    def counts(self) -> Row:
        """How many there are of each."""
        return {name: len(group) for name, group in self._asdict().items()}


def _row(body: str, node: Node, printings: list[Printing]) -> Row:
    """The body: called by the fullest name, of several by the commonest, of these by the first in the alphabet."""
    names = Counter(printing.name for printing in printings)
    name = min(names, key=lambda name: (-len(body_key(name)), -names[name], name))
    kinds = Counter(printing.kind for printing in printings if printing.name == name)
    aliases = sorted(
        {text for printing in printings for text in (printing.text, printing.name)} - {name}, key=lambda text: (text.lower(), text)
    )
    publishers = sorted({printing.publisher for printing in printings if printing.publisher}) if node.scope else []
    return {
        "id": body,
        "name": name,
        "kind": min(kinds, key=lambda kind: (-kinds[kind], kind)),
        "aliases": ALIAS_SEPARATOR.join(aliases) or None,
        "publisher": publishers[0] if publishers else None,
    }


def body_id(node: Node) -> str:
    """The id of a body, made from its folded name and its scope."""
    return "b" + hashlib.sha256("\x1f".join(node).encode("utf-8", "surrogatepass")).hexdigest()[:12]

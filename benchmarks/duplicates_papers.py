"""Papers of the promises of `duplicates_texts.py`, with dates, owners and figures, and a register of very many of them, made at once.

A hundred councils have a hundred papers each, a tenth of them the yearly editions of one plan. Half of the owners are teams of the council
itself, half are of four hundred agencies that all councils name, some in nearly every paper and most in few.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

from sqlite_utils import Database

from pipeline.duplicates.keys import word_hash
from pipeline.duplicates.pairs import _keys
from pipeline.duplicates.words import words_of
from pipeline.model.body import Body
from pipeline.model.identity import commitment_id
from pipeline.model.paper import Coverage, Paper, PaperFacts
from pipeline.model.record import Commitment, Deadline, Owner, Target
from pipeline.model.span import Span
from pipeline.register import Register, alike, bodies, due, facets, upkeep
from pipeline.register.rows import paper_rows

PROMISES, COUNCILS, EDITIONS = 100, 100, 10
"""Promises of a paper, councils, and the editions of the plan that each has."""
CELL = {"span": Span(10_000, 10_010), "rule": "column"}
FIGURE = Target(text="20%", value=20, unit="%", direction="reach", metric="", baseline=None, **CELL)
NOTHING = {"ref": None, "parent": None, "status": None, "page": None, "kind": "action", "rule": "list_item", "section": ("Plan",)}
NOTHING |= {"budgets": (), "boxes": ()}
DIGEST, NOW, TODAY = "0" * 64, "2020-11-15T09:00:00", "2020-11-15"
CACHE = 1_000_000
"""Kibibytes with which the register is filled; papers are added with SQLite's own 2,000."""
TEAMS = [f"{name} Team" for name in ("Parks", "Roads", "Housing", "Schools", "Libraries", "Waste", "Planning", "Youth", "Care", "Arts")]
KINDS = ("Trust", "Agency", "Board", "Fund", "Group")
AGENCIES = [f"{where} {what}" for where in (f"Area{number}" for number in range(80)) for what in KINDS]


def made_paper(slug: str, texts: Sequence[str], number: int) -> Paper:
    """The paper `number` (from 0) of all: the next of its council."""
    chance, council, place = Random(number), number % COUNCILS, number // COUNCILS
    is_plan = place % EDITIONS == 0
    known = {"slug": slug, "file": f"{slug}.txt", "sha256": DIGEST, "text_sha256": f"{number:064}", "publisher": f"Council {council}"}
    known |= {"title": "Town plan" if is_plan else f"Strategy {slug} {number}", "published": f"{2010 + place // EDITIONS}-06"}
    nothing = dict.fromkeys(PaperFacts.model_fields)
    coverage = Coverage(characters=1, characters_in_records=1, items=0, items_in_records=0, rows=0, rows_in_records=0, unread=())
    promises = tuple(promise(slug, text, place, chance) for place, text in enumerate(texts))
    names = sorted({owner.text for each in promises for owner in each.owners})
    return Paper(
        paper=PaperFacts.model_validate(nothing | known),
        commitments=promises,
        flags=(),
        reading_issues=(),
        coverage=coverage,
        bodies=tuple(Body(name=name, kind="team", local=name in TEAMS, aliases=(initials(name),)) for name in names),
    )


def initials(name: str) -> str:
    """The abbreviation of a name."""
    return "".join(word[0] for word in name.split())


def promise(slug: str, text: str, place: int, chance: Random) -> Commitment:
    """A promise with one date in two, an owner in two, a figure in five."""
    day = f"{chance.randint(2010, 2030)}-{chance.randint(1, 12):02}-28"
    agency = AGENCIES[int(len(AGENCIES) * chance.random() ** 3)]
    owner = agency if chance.random() < 0.5 else chance.choice(TEAMS)
    return Commitment.model_construct(  # a million checks would take minutes
        **NOTHING,
        id=commitment_id(slug, None, text, place),
        text=text,
        span=Span(0, len(text)),
        deadlines=(dated(day),) if chance.random() < 0.5 else (),
        owners=(owned(owner),) if chance.random() < 0.5 else (),
        targets=(FIGURE,) if chance.random() < 0.2 else (),
    )


@cache
def dated(day: str) -> Deadline:
    """A date in a cell of its own."""
    return Deadline(text=day, type="DATE", timex=day, start=day, end=day, relation="by", rrule=None, **CELL)


@cache
def owned(name: str) -> Owner:
    """An owner in a cell of its own."""
    return Owner(text=name, role="lead", **CELL)


def papers(texts: Sequence[str]) -> Iterator[Paper]:
    """All papers of these promises."""
    for number, start in enumerate(range(0, len(texts), PROMISES)):
        yield made_paper(f"paper-{number:06}", texts[start : start + PROMISES], number)


def build(path: Path, fill: Callable[[Database], None], councils: Sequence[str]) -> None:
    """A register at `path` of the papers that `fill` puts in; only those of `councils` are followed from edition to edition."""
    with Register(path):
        pass  # makes the tables
    db = Database(sqlite3.connect(path, isolation_level=None))
    db.execute(f"PRAGMA cache_size = {-CACHE}")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA journal_mode = OFF")
    made = db.execute("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql NOT NULL").fetchall()
    with db.atomic():
        for kind, name, _ in made:
            db.execute(f"DROP {kind} [{name}]")
        fill(db)
        for sql in (sql for kind, _, sql in made if kind == "index"):
            db.execute(sql)
        db.execute("INSERT INTO commitments_fts (commitments_fts) VALUES ('rebuild')")
        mark(db, councils)
        upkeep.refresh(db, TODAY)
        for statement in (*facets.REBUILD, *(sql for kind, _, sql in made if kind == "trigger")):
            db.execute(statement)
    db.enable_wal()
    db.close()


def fill(db: Database, texts: Sequence[str]) -> None:
    """The rows of the papers, and how their wordings are found."""
    for paper in papers(texts):
        for table, rows in paper_rows(paper, "fingerprint", NOW).items():
            if rows:
                columns, marks = ", ".join(f'"{name}"' for name in rows[0]), ", ".join("?" * len(rows[0]))
                db.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [list(row.values()) for row in rows])
    promises = db.execute("SELECT id, paper, text FROM commitments ORDER BY id").fetchall()
    said = [(name, slug, words) for name, slug, text in promises if len(words := words_of(text)) >= alike.SHORTEST]
    hashes = [word_hash(" ".join(words)) for _, _, words in said]
    rows = ((name, slug, wording, " ".join(words)) for (name, slug, words), wording in zip(said, hashes, strict=True))
    db.conn.executemany("INSERT INTO wordings VALUES (?, ?, ?, ?)", rows)
    wordings = dict(zip(hashes, (words for _, _, words in said), strict=True))
    numbers = list(wordings)
    keys, places = _keys(list(wordings.values()))
    order = keys.argsort(kind="stable")
    in_order = zip(keys[order].tolist(), (numbers[place] for place in places[order]), strict=True)
    db.conn.executemany("INSERT OR IGNORE INTO wording_keys VALUES (?, ?)", in_order)


def mark(db: Database, councils: Sequence[str]) -> None:
    """Note what has come, but for the groups of what says the same, and for the editions of other councils."""
    for slug, publisher in db.execute("SELECT slug, publisher FROM papers").fetchall():
        facts = PaperFacts.model_validate(
            dict.fromkeys(PaperFacts.model_fields)
            | {"slug": slug, "file": "", "sha256": DIGEST}
            | {"text_sha256": DIGEST, "publisher": publisher}
        )
        bodies.note(db, Paper(paper=facts, commitments=(), flags=(), reading_issues=()))
        due.add(db, slug)
    db.execute("INSERT INTO papers_touched SELECT slug FROM papers")
    db.execute("INSERT INTO followed SELECT lower(publisher), count(*), 0 FROM papers GROUP BY 1")
    for council in councils:
        db.execute("DELETE FROM followed WHERE publisher = lower(?)", [council])

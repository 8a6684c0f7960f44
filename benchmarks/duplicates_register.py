"""One paper of 100 promises comes into a register of very many: what it costs to find what it repeats.

    python benchmarks/duplicates_register.py            a register of 1,000,000, and the figures into benchmarks/README.md
    python benchmarks/duplicates_register.py --short    one of 3,000, and the figures as JSON

The texts are those of `duplicates_texts.py`. The register gets the rows that its papers would have written, as far as they are compared,
but no groups yet; the texts held back, of which some are copies and near misses, come as new papers through the register's own door.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median

from duplicates_texts import make, sentences
from sqlite_utils import Database
from throughput import README, machine

from pipeline.duplicates.keys import word_hash
from pipeline.duplicates.pairs import _keys
from pipeline.duplicates.words import words_of
from pipeline.model.identity import commitment_id
from pipeline.model.paper import Coverage, Paper, PaperFacts
from pipeline.model.record import Commitment
from pipeline.model.span import Span
from pipeline.register import Register, alike

PROMISES, PAPERS = 100, 7
DIGEST = "0" * 64
START, END = "<!-- duplicates-register -->", "<!-- /duplicates-register -->"
Figures = dict[str, float]
CACHE = 1_000_000
"""Kibibytes with which the register is filled; papers are added with SQLite's own 2,000."""


def fill(db: Database, texts: Sequence[str]) -> None:
    """The rows that papers of these promises would have, as far as they are compared; in the order of their keys, which is soonest done."""
    slugs = [f"paper-{place // PROMISES}" for place in range(len(texts))]
    rows = sorted((commitment_id(slug, None, text, place), slug, text) for place, (slug, text) in enumerate(zip(slugs, texts, strict=True)))
    db.conn.executemany("INSERT INTO papers (slug, publisher) VALUES (?, 'Anytown Council')", ((slug,) for slug in dict.fromkeys(slugs)))
    db.conn.executemany("INSERT INTO commitments (id, paper, text) VALUES (?, ?, ?)", rows)
    said = [(name, slug, words) for name, slug, text in rows if len(words := words_of(text)) >= alike.SHORTEST]
    wordings = {word_hash(" ".join(words)): words for _, _, words in said}
    db.conn.executemany(
        "INSERT INTO wordings VALUES (?, ?, ?, NULL)", ((name, slug, word_hash(" ".join(words))) for name, slug, words in said)
    )
    numbers = list(wordings)
    keys, places = _keys(list(wordings.values()))
    order = keys.argsort(kind="stable")
    in_order = zip(keys[order].tolist(), (numbers[place] for place in places[order]), strict=True)
    db.conn.executemany("INSERT OR IGNORE INTO wording_keys VALUES (?, ?)", in_order)


def paper(slug: str, texts: Sequence[str]) -> Paper:
    """A paper of these promises, of which nothing else is known."""
    known = {"slug": slug, "file": f"{slug}.txt", "sha256": DIGEST, "text_sha256": DIGEST, "publisher": "Anytown Council"}
    facts = PaperFacts.model_validate(dict.fromkeys(PaperFacts.model_fields) | known)
    coverage = Coverage(characters=1, characters_in_records=1, items=0, items_in_records=0, rows=0, rows_in_records=0, unread=())
    return Paper(
        paper=facts,
        commitments=tuple(commitment(slug, text, place) for place, text in enumerate(texts)),
        flags=(),
        reading_issues=(),
        coverage=coverage,
    )


def commitment(slug: str, text: str, place: int) -> Commitment:
    """A promise of which only the text is known."""
    known = {"id": commitment_id(slug, None, text, place), "kind": "action", "text": text, "span": Span(0, len(text)), "rule": "list_item"}
    nothing = {"section": (), "owners": (), "deadlines": (), "targets": (), "budgets": (), "boxes": ()}
    return Commitment(ref=None, parent=None, status=None, page=None, **known, **nothing)


def build(path: Path, texts: Sequence[str]) -> None:
    """A register at `path` of these promises."""
    with Register(path):
        pass  # makes the tables
    db = Database(sqlite3.connect(path))
    db.execute(f"PRAGMA cache_size = {-CACHE}")
    triggers = db.triggers_dict  # those of the text search: to fill it takes longer than all else, and it is not asked
    with db.atomic():
        for name in triggers:
            db.execute(f"DROP TRIGGER {name}")
        fill(db, texts)
        for trigger in triggers.values():
            db.execute(trigger)
    db.close()


def add(path: Path, new: Paper) -> Figures:
    """Seconds to write a paper, and to find what it repeats and make the groups that it belongs to."""
    load, clock, spent = os.getloadavg()[0], time.perf_counter(), time.process_time()
    with Register(path) as register:
        register.write(new, "fingerprint", "2020-11-15T09:00:00")
    db = Database(sqlite3.connect(path))
    with db.atomic():
        alike.refresh(db)
    db.close()
    return {"clock": time.perf_counter() - clock, "processor": time.process_time() - spent, "load": load}


def measure(count: int, known: Sequence[str]) -> Figures:
    """The middle of what the papers take that come into a register of `count` promises."""
    texts = make(count + PAPERS * PROMISES, known).texts
    Random(7).shuffle(texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        build(path, texts[:count])
        taken = [add(path, paper(f"new-{start}", texts[start : start + PROMISES])) for start in range(count, len(texts), PROMISES)]
    return {"promises": count} | {name: median(one[name] for one in taken) for name in taken[0]}


def main() -> None:
    """Measures, and writes or prints."""
    if "--short" in sys.argv:
        print(json.dumps(measure(3_000, sentences(with_pdfs=False))))
    else:
        write(measure(1_000_000, sentences()))


def write(figures: Figures) -> None:
    """The figures into the README."""
    told = f"{datetime.now(UTC):%d %B %Y}, {machine()}\n\n{figures['clock']:.2f} s by the clock, {figures['processor']:.2f} s of processor"
    told += f" time: the middle of {PAPERS} papers, into a register of {figures['promises']:,} promises, load {figures['load']:.1f}."
    before, _, rest = README.read_text(encoding="utf-8").partition(START)
    README.write_text(f"{before}{START}\n{told}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()

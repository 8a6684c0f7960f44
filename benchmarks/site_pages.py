"""The pages that `site.py` asks for: each kind of page and list, at its worst, with the milliseconds that it may take."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

ONE, LIST, RANKED = 15, 40, 80
"""Milliseconds of processor time that a commitment's page, a list, and a ranked search of common words may take."""
SAMPLE = 40


class Asked(NamedTuple):
    """Addresses of one kind of page, and what each may take; None where nothing is wanted."""

    addresses: tuple[str, ...]
    wanted: int | None = LIST


def pages(register: Path, words: tuple[str, str]) -> dict[str, Asked]:
    """All kinds of pages, by what they are called; of publishers and owners the ones with most to show."""
    with closing(sqlite3.connect(f"file:{register}?mode=ro", uri=True)) as db:

        def first(sql: str) -> str:
            return str(db.execute(sql).fetchone()[0])

        # Ids are digests: the first of them are of any papers.
        sample = [row[0] for row in db.execute(f"SELECT id FROM commitments ORDER BY id LIMIT {SAMPLE}")]
        most = first("SELECT publisher FROM publishers ORDER BY commitments DESC LIMIT 1")
        usual = first("SELECT publisher FROM publishers ORDER BY commitments LIMIT 1 OFFSET (SELECT count(*) / 2 FROM publishers)")
        body = first("SELECT id FROM bodies ORDER BY commitments DESC LIMIT 1")
        paper = first("SELECT slug FROM papers WHERE commitments BETWEEN 90 AND 110 LIMIT 1")
    both, (one, _) = " ".join(words), words
    return {
        "commitment": Asked(tuple(f"/commitments/{name}" for name in sample), ONE),
        "home": Asked(("/",)),
        "all commitments": _search(),
        "all commitments, last page": _search(page=500),
        **{f"state: {state}": _search(state=state) for state in ("overdue", "due_soon", "ahead", "without_date", "without_owner")},
        **{f"state: {state}": _search(state=state) for state in ("flagged", "done", "under_way")},
        **{f"state: {state}, last page": _search(state=state, page=500) for state in ("overdue", "due_soon", "flagged")},
        "flag: no_owner": _search(flag="no_owner"),
        "kind: action": _search(kind="action"),
        "kind: indicator, due soonest": _search(kind="indicator", order="due"),
        "with a figure": _search(figure="1"),
        "largest publisher": _search(publisher=most),
        "largest publisher: overdue": _search(publisher=most, state="overdue"),
        "largest publisher: due soon": _search(publisher=most, state="due_soon"),
        "largest publisher: without an owner": _search(publisher=most, state="without_owner"),
        "usual publisher: overdue": _search(publisher=usual, state="overdue"),
        "busiest owner": _search(owner=body),
        "busiest owner: overdue": _search(owner=body, state="overdue"),
        "owner by part of the name": _search(owner="area1"),
        "one paper": _search(paper=paper),
        "section by part of a heading": _search(theme=one),
        "due in a year": _search(due_from="2026-01-01", due_to="2026-12-31"),
        "due latest": _search(order="late"),
        "two common words": _search(q=both)._replace(wanted=RANKED),
        "two common words, last page": _search(q=both, page=500)._replace(wanted=RANKED),
        "two common words: overdue": _search(q=both, state="overdue")._replace(wanted=RANKED),
        "two common words: largest publisher": _search(q=both, publisher=most)._replace(wanted=RANKED),
        "one common word": _search(q=one)._replace(wanted=RANKED),
        "papers": Asked(("/papers",)),
        "papers of the largest publisher": Asked((f"/papers?{urlencode({'publisher': most})}",)),
        "papers by part of the name": Asked(("/papers?name=plan+77",)),
        "a paper's page, 100 commitments": Asked((f"/papers/{paper}",), None),
        "owners": Asked(("/owners",)),
        "owners by part of the name": Asked(("/owners?name=area1",)),
        "busiest owner's page": Asked((f"/owners/{body}",)),
        "queue of flags": Asked(("/-/review",)),
        "queue of flags of one kind": Asked(("/-/review?kind=no_owner",)),
        "timeline": Asked(("/-/timeline",)),
        "timeline of the largest publisher": Asked((f"/-/timeline?{urlencode({'publisher': most})}",)),
        "charts": Asked(("/-/charts",)),
        "calendar": Asked(("/deadlines.ics",), None),
        "what is new": Asked(("/feeds/commitments.atom",), None),
        "quality": Asked(("/-/quality",), None),
    }


def stock_pages(register: Path, words: tuple[str, str]) -> dict[str, Asked]:
    """The pages of Datasette itself that come nearest."""
    ids = pages(register, words)["commitment"].addresses
    return {
        "row page of a commitment": Asked(tuple(f"/register{address}" for address in ids), None),
        "table page of commitments": Asked(("/register/commitments",), None),
        "table page of what is overdue": Asked(("/register/overdue",), None),
        "its search, two common words": Asked((f"/register/commitments?{urlencode({'_search': ' '.join(words)})}",), None),
    }


def _search(**asked: object) -> Asked:
    return Asked((f"/search?{urlencode(asked)}" if asked else "/search",))

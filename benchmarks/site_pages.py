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


class Worst(NamedTuple):
    """What of a register has most to show: publisher and owner, besides a usual publisher, a paper of a hundred commitments, some
    commitments by id, and two words that stand together most often."""

    sample: tuple[str, ...]
    publisher: str
    usual: str
    body: str
    paper: str
    words: tuple[str, str]


def worst_of(register: Path, words: tuple[str, str]) -> Worst:
    """What has most to show; ids are digests, so that the first of them are of any papers."""
    with closing(sqlite3.connect(f"file:{register}?mode=ro", uri=True)) as db:

        def first(sql: str) -> str:
            return str(db.execute(sql).fetchone()[0])

        return Worst(
            tuple(row[0] for row in db.execute(f"SELECT id FROM commitments ORDER BY id LIMIT {SAMPLE}")),
            first("SELECT publisher FROM publishers ORDER BY commitments DESC LIMIT 1"),
            first("SELECT publisher FROM publishers ORDER BY commitments LIMIT 1 OFFSET (SELECT count(*) / 2 FROM publishers)"),
            first("SELECT id FROM bodies ORDER BY commitments DESC LIMIT 1"),
            first("SELECT slug FROM papers WHERE commitments BETWEEN 90 AND 110 LIMIT 1"),
            words,
        )


def pages(register: Path, words: tuple[str, str]) -> dict[str, Asked]:
    """All kinds of pages, by what they are called."""
    worst = worst_of(register, words)
    first = {"commitment": Asked(tuple(f"/commitments/{name}" for name in worst.sample), ONE), "home": Asked(("/",))}
    return {**first, **_states(), **_filters(worst), **_ranked(worst), **_others(worst)}


def _states() -> dict[str, Asked]:
    """Lists of the whole register, by how things stand and what is asked of them."""
    states = ("overdue", "due_soon", "ahead", "without_date", "without_owner", "flagged", "done", "under_way")
    return {
        "all commitments": _search(),
        "all commitments, last page": _search(page=500),
        **{f"state: {state}": _search(state=state) for state in states},
        **{f"state: {state}, last page": _search(state=state, page=500) for state in ("overdue", "due_soon", "flagged")},
        "flag: no_owner": _search(flag="no_owner"),
        "kind: action": _search(kind="action"),
        "kind: indicator, due soonest": _search(kind="indicator", order="due"),
        "with a figure": _search(figure="1"),
    }


def _filters(worst: Worst) -> dict[str, Asked]:
    """Lists of one publisher, owner, paper, heading or time."""
    most, body = worst.publisher, worst.body
    return {
        "largest publisher": _search(publisher=most),
        "largest publisher: overdue": _search(publisher=most, state="overdue"),
        "largest publisher: due soon": _search(publisher=most, state="due_soon"),
        "largest publisher: without an owner": _search(publisher=most, state="without_owner"),
        "usual publisher: overdue": _search(publisher=worst.usual, state="overdue"),
        "busiest owner": _search(owner=body),
        "busiest owner: overdue": _search(owner=body, state="overdue"),
        "owner by part of the name": _search(owner="area1"),
        "one paper": _search(paper=worst.paper),
        "section by part of a heading": _search(theme=worst.words[0]),
        "due in a year": _search(due_from="2026-01-01", due_to="2026-12-31"),
        "due latest": _search(order="late"),
    }


def _ranked(worst: Worst) -> dict[str, Asked]:
    """Searches by words."""
    both = " ".join(worst.words)
    searches = {
        "two common words": _search(q=both),
        "two common words, last page": _search(q=both, page=500),
        "two common words: overdue": _search(q=both, state="overdue"),
        "two common words: largest publisher": _search(q=both, publisher=worst.publisher),
        "two common words: usual publisher": _search(q=both, publisher=worst.usual),
        "two common words: due soon": _search(q=both, state="due_soon"),
        "two common words: due in a month": _search(q=both, due_from="2026-03-01", due_to="2026-03-30", order="best"),
        "two common words: flagged": _search(q=both, state="flagged"),
        "two common words: flag of one kind": _search(q=both, flag="conflicting_deadline"),
        "two common words: busiest owner": _search(q=both, owner=worst.body),
        "two common words: owner by part of the name": _search(q=both, owner="area1"),
        "two common words: with a figure": _search(q=both, figure="1"),
        "two common words: due soonest": _search(q=both, order="due"),
        "two common words: the order of the papers": _search(q=both, order="paper"),
        "one common word": _search(q=worst.words[0]),
        "one common word: flag of one kind": _search(q=worst.words[0], flag="conflicting_deadline"),
        "one common word: owner by part of the name": _search(q=worst.words[0], owner="area1"),
        "one common word under a heading": _search(q=worst.words[0], theme=worst.words[1]),
    }
    return {name: asked._replace(wanted=RANKED) for name, asked in searches.items()}


def _others(worst: Worst) -> dict[str, Asked]:
    """All pages that are no search."""
    publisher = urlencode({"publisher": worst.publisher})
    return {
        "papers": Asked(("/papers",)),
        "papers of the largest publisher": Asked((f"/papers?{publisher}",)),
        "papers by part of the name": Asked(("/papers?name=plan+77",)),
        "a paper's page, 100 commitments": Asked((f"/papers/{worst.paper}",), None),
        "owners": Asked(("/owners",)),
        "owners by part of the name": Asked(("/owners?name=area1",)),
        "busiest owner's page": Asked((f"/owners/{worst.body}",)),
        "queue of flags": Asked(("/-/review",)),
        "queue of flags of one kind": Asked(("/-/review?kind=no_owner",)),
        "timeline": Asked(("/-/timeline",)),
        "timeline of the largest publisher": Asked((f"/-/timeline?{publisher}",)),
        "charts": Asked(("/-/charts",)),
        "calendar": Asked(("/deadlines.ics",), None),
        "what is new": Asked(("/feeds/commitments.atom",), None),
        "quality": Asked(("/-/quality",), None),
    }


def stock_pages(register: Path, words: tuple[str, str]) -> dict[str, Asked]:
    """The pages of Datasette itself that come nearest."""
    ids = worst_of(register, words).sample
    return {
        "row page of a commitment": Asked(tuple(f"/register/commitments/{name}" for name in ids), None),
        "table page of commitments": Asked(("/register/commitments",), None),
        "table page of what is overdue": Asked(("/register/overdue",), None),
        "its search, two common words": Asked((f"/register/commitments?{urlencode({'_search': ' '.join(words)})}",), None),
    }


def _search(**asked: object) -> Asked:
    return Asked((f"/search?{urlencode(asked)}" if asked else "/search",))

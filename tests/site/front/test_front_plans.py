"""How SQLite goes about the lists of a register: by an index in their order, so that a page costs what is on it and not what there is."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from pipeline.site.queries.charts import charts
from pipeline.site.queries.choices import choices
from pipeline.site.queries.due import due_counts, lanes
from pipeline.site.queries.home import home
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.owners import owner, owners
from pipeline.site.queries.papers import papers
from pipeline.site.queries.review import queue
from pipeline.site.queries.search import search
from pipeline.site.wanted import STATES, Wanted
from pipeline.site.wanted_flags import WantedFlags

LARGE = "facets|commitments|c|deadlines|d|owners|o|flags|f|flag_members|m|due_next|overdue|without_date|without_owner|l|histories|h"
"""Tables that grow with the promises, and what statements call them."""
WHOLE = re.compile(rf"SCAN ({LARGE})\b(?!.* INDEX )")
"""A step that reads a whole table."""
SORTED = "USE TEMP B-TREE FOR ORDER BY"
BODY = "b0123456789ab"

Connection = sqlite3.Connection


@pytest.fixture
def steps(site) -> Iterator[Callable[[Callable[[Connection], object]], list[str]]]:
    """The steps of all statements that a query makes."""
    path = site.datasette.get_database("register").path

    def told(query: Callable[[Connection], object]) -> list[str]:
        asked: list[str] = []
        with closing(sqlite3.connect(path)) as connection:
            connection.row_factory = sqlite3.Row
            connection.set_trace_callback(asked.append)
            query(connection)
            connection.set_trace_callback(None)
            # What starts with a dash is what the text search asks of its own tables.
            own = [sql for sql in asked if not sql.startswith("--")]
            plans = [row for sql in own for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            # What is sorted within a row is the few values that it has.
            return [row["detail"] for row in plans if row["detail"] != SORTED or row["parent"] == 0]

    yield told


LISTS = [
    Wanted(),
    Wanted(page=500),
    Wanted(order="late"),
    Wanted(order="due"),
    *(Wanted(state=state) for state in STATES),
    Wanted(publisher="Anytown Council"),
    Wanted(publisher="Anytown Council", state="overdue"),
    Wanted(publisher="Anytown Council", state="ahead"),
    Wanted(publisher="Anytown Council", state="without_date"),
    Wanted(publisher="Anytown Council", state="without_owner"),
    Wanted(publisher="Anytown Council", kind="action"),
    Wanted(publisher="Anytown Council", state="done"),
    Wanted(kind="action"),
    Wanted(kind="action", order="due"),
    Wanted(kind="action", state="ahead"),
    Wanted(state="done", due_from="2020-01-01", due_to="2020-12-31"),
    Wanted(flag="no_owner"),
    Wanted(figure="1"),
    Wanted(owner=BODY),
    Wanted(owner=BODY, state="overdue"),
    Wanted(owner=BODY, state="ahead"),
    Wanted(due_from="2020-01-01", due_to="2020-12-31"),
]


@pytest.mark.parametrize("wanted", LISTS, ids=lambda wanted: wanted.query() or "all")
def test_a_list_is_neither_read_whole_nor_sorted(steps, wanted):
    found = steps(lambda connection: search(connection, wanted))
    assert not [step for step in found if WHOLE.match(step) or step == SORTED]


@pytest.mark.parametrize(
    "query",
    [
        home,
        lambda connection: papers(connection, "", "", 1),
        lambda connection: papers(connection, "Anytown Council", "", 1),
        lambda connection: owners(connection, "", "", 1),
        lambda connection: queue(connection, WantedFlags(), (), False),
        lambda connection: queue(connection, WantedFlags(kind="no_owner"), (), False),
    ],
    ids=["home", "papers", "papers of a publisher", "owners", "queue", "queue of a kind"],
)
def test_other_lists_are_not_either(steps, query):
    assert not [step for step in steps(query) if WHOLE.match(step) or step == SORTED]


@pytest.mark.parametrize(
    "query",
    [
        lambda connection: search(connection, Wanted(q="trees")),
        lambda connection: search(connection, Wanted(q="trees", state="overdue")),
        lambda connection: search(connection, Wanted(flag="no_owner", kind="action")),
        lambda connection: search(connection, Wanted(owner="parks")),
        lambda connection: search(connection, Wanted(q="trees", publisher="Anytown Council")),
        lambda connection: due_counts(connection, Wanted(), last_run(connection), "", {}),
        lambda connection: due_counts(connection, Wanted(), last_run(connection), "publisher", {}),
        lambda connection: due_counts(connection, Wanted(), last_run(connection), "owner", {}),
        lambda connection: due_counts(connection, Wanted(publisher="Anytown Council"), last_run(connection), "paper", {}),
        lambda connection: charts(connection, Wanted(), {}),
        lambda connection: charts(connection, Wanted(publisher="Anytown Council"), {}),
    ],
    ids=[
        "words",
        "words overdue",
        "flagged actions",
        "owner by name",
        "words of a publisher",
        "due",
        "by publisher",
        "by owner",
        "by paper",
        "charts",
        "of a publisher",
    ],
)
def test_what_must_be_sorted_or_counted_reads_no_table_whole(steps, query):
    assert not [step for step in steps(query) if WHOLE.match(step)]


FILTERS = [
    *({"state": state} for state in STATES),
    {"publisher": "Anytown Council"},
    {"paper": "streets"},
    {"owner": BODY},
    {"owner": "parks"},
    {"kind": "action"},
    {"figure": "1"},
    {"flag": "no_owner"},
    {"due_from": "2020-01-01", "due_to": "2020-12-31"},
]


@pytest.mark.parametrize("asked", FILTERS, ids=str)
@pytest.mark.parametrize("order", ["best", "due", "late", "paper"])
def test_words_with_a_filter_read_no_table_whole(steps, asked, order):
    found = steps(lambda connection: search(connection, Wanted(q="trees", order=order, **asked)))
    assert not [step for step in found if WHOLE.match(step)]


def test_the_page_of_an_owner_reads_no_table_whole(steps, site):
    with closing(sqlite3.connect(site.datasette.get_database("register").path)) as connection:
        (body,) = connection.execute("SELECT id FROM bodies ORDER BY commitments DESC LIMIT 1").fetchone()
    found = steps(lambda connection: owner(connection, body, 1))
    assert not [step for step in found if WHOLE.match(step)]


@pytest.mark.parametrize("wanted", [Wanted(state="flagged"), Wanted(flag="no_owner"), Wanted(owner=BODY), Wanted(owner="parks")])
def test_what_few_have_in_common_is_counted_in_the_list_of_their_names(steps, wanted):
    found = steps(lambda connection: search(connection, wanted))
    assert [step for step in found if step.startswith("SEARCH facet_names USING PRIMARY KEY (name=?)")]


PUBLISHER = Wanted(publisher="Anytown Council")
INDEXES = {
    "publisher_due_counts_by_month": lambda connection: due_counts(connection, PUBLISHER, last_run(connection), "", {}),
    "papers_offered": lambda connection: (lanes(connection, PUBLISHER, "paper"), choices(connection, PUBLISHER)),
    "due_counts_by_status": lambda connection: charts(connection, Wanted(), {}),
}


@pytest.mark.parametrize("index", INDEXES)
def test_what_a_picture_of_a_publisher_needs_stands_in_an_index(steps, index):
    assert [step for step in steps(INDEXES[index]) if f"COVERING INDEX {index}" in step]

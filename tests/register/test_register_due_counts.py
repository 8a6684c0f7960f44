"""What is counted as papers come and go, and when a run ends."""

import pytest
from sample_papers import RUN, paper, parks, streets

from pipeline.register import Register

TODAY = "2020-11-15"
STREETS = {("2020-12-31", None): 1, ("2020-05-31", None): 1, ("2020-05-31", "done"): 1, (None, None): 3}


@pytest.fixture
def counting(path):
    with Register(path) as register:
        yield register


def write(register, *papers) -> None:
    for one in papers:
        register.write(one, "f", "2020-11-15T09:00:00")


def counted(rows) -> dict:
    return {(row["due"], row["status"]): row["commitments"] for row in rows("SELECT * FROM due_counts")}


def test_commitments_are_counted_by_day_and_status(counting, rows):
    write(counting, streets())
    assert counted(rows) == STREETS


def test_they_are_counted_by_publisher_and_month_too(counting, rows):
    write(counting, streets())
    of_months = {(day and day[:7], status): number for (day, status), number in STREETS.items()}
    found = rows("SELECT * FROM publisher_due_counts")
    assert {(row["month"], row["status"]): row["commitments"] for row in found} == of_months
    assert {row["publisher"] for row in found} == {"Anytown Council"}


def test_a_paper_that_comes_again_is_counted_once(counting, rows):
    write(counting, streets(), streets())
    assert counted(rows) == STREETS


def test_what_a_paper_no_longer_holds_is_not_counted(counting, rows):
    write(counting, streets(), paper("streets"))
    assert counted(rows) == {}


def test_a_removed_paper_is_not_counted(counting, rows):
    write(counting, streets(), parks())
    counting.remove("parks", "2020-11-16T09:00:00")
    assert counted(rows) == STREETS


def test_the_figures_of_the_front_page_are_those_of_the_lists_that_they_lead_to(counting, rows):
    write(counting, streets(), parks())
    counting.finish(TODAY, RUN)
    lists = {
        "overdue": "SELECT DISTINCT commitment FROM overdue",
        "due_soon": "SELECT DISTINCT commitment FROM due_next WHERE due <= date('2020-11-15', '+90 days')",
        "without_date": "SELECT id FROM without_date",
        "without_owner": "SELECT id FROM without_owner",
        "commitments": "SELECT id FROM commitments",
        "flags": "SELECT id FROM flags",
        "slipped": "SELECT commitment FROM histories WHERE event = 'deadline_moved'",
        "high": "SELECT id FROM flags WHERE severity = 'high'",
    }
    assert {row["name"]: row["number"] for row in rows("SELECT * FROM counts")} == {name: len(rows(sql)) for name, sql in lists.items()}

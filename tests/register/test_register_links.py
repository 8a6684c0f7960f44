"""The register follows promises from paper to paper, a publisher at a time."""

import pytest
from sample_papers import RUN, commitment, deadline, paper

from pipeline.register import Register

LAST, NEXT = "plan-2020", "plan-2021"
WORDS = (
    "Plant oaks along the canal towpath",
    "Open a library for toddlers",
    "Mend the swimming pool roof",
    "Publish bus timetables in Welsh",
)


def plan(slug: str, year: int, words=WORDS, publisher="Anytown Council", **more):
    promises = [
        commitment(slug, text, ref=str(number), deadlines=(deadline(f"May {year}", f"{year}-05-31"),))
        for number, text in enumerate(words, 1)
    ]
    facts = {"title": f"Town plan {year}", "published": f"{year}-01", "period_start": None, "period_end": None}
    return paper(slug, *promises, publisher=publisher, **(facts | more))


def put(register: Register, *papers) -> None:
    for each in papers:
        register.write(each, "f", "2021-01-01T09:00:00")
    register.finish("2021-01-01", RUN)


TABLES = ("successions", "links", "histories", "followed", "flags", "flag_members")


def contents(rows):
    return {table: rows(f"SELECT * FROM {table} ORDER BY 1") for table in TABLES} | {
        "papers": rows("SELECT slug, flags FROM papers ORDER BY 1")
    }


@pytest.fixture
def empty(path):
    with Register(path) as register:
        yield register


def test_a_promise_is_linked_to_what_it_was_and_its_history_told(empty, rows):
    put(empty, plan(LAST, 2020), plan(NEXT, 2021))
    assert [row["earlier_paper"] for row in rows("SELECT * FROM links")] == [LAST] * 4
    assert rows("SELECT event, days FROM histories ORDER BY history, position")[:2] == [
        {"event": "first_promised", "days": None},
        {"event": "deadline_moved", "days": 365},
    ]


def test_flags_between_papers_stand_behind_those_of_the_later_paper(empty, rows):
    put(empty, plan(LAST, 2020), plan(NEXT, 2021, WORDS[:3]))
    assert [row["kind"] for row in rows("SELECT kind FROM flags WHERE paper = ? ORDER BY place", NEXT)] == ["deadline_moved"] * 3 + [
        "dropped"
    ]
    assert rows("SELECT flags FROM papers ORDER BY slug") == [{"flags": 0}, {"flags": 4}]


def test_the_order_of_the_papers_changes_nothing(empty, rows, tmp_path):
    papers = [plan(LAST, 2020), plan(NEXT, 2021, WORDS[:3]), plan("plan-2022", 2022)]
    put(empty, *papers)
    first = contents(rows)
    for each in papers:
        empty.remove(each.paper.slug, "2020-11-15T09:00:00")
    for each in reversed(papers):
        put(empty, each)
    assert contents(rows) == first


def test_writing_a_paper_again_changes_nothing(empty, rows):
    put(empty, plan(LAST, 2020), plan(NEXT, 2021))
    first = contents(rows)
    put(empty, plan(LAST, 2020))
    assert contents(rows) == first


def test_a_paper_that_leaves_takes_its_links_with_it(empty, rows):
    put(empty, plan(LAST, 2020), plan(NEXT, 2021))
    empty.remove(LAST, "2020-11-15T09:00:00")
    empty.finish("2021-01-01", RUN)
    found = contents(rows)
    assert not any(found[table] for table in ("successions", "links", "histories", "flags", "flag_members"))
    assert found["papers"] == [{"slug": NEXT, "flags": 0}]


def test_a_paper_that_changes_its_publisher_is_followed_no_more(empty, rows):
    put(empty, plan(LAST, 2020), plan(NEXT, 2021))
    put(empty, plan(NEXT, 2021, publisher="Othertown Council"))
    assert rows("SELECT * FROM links") == []
    assert [row["publisher"] for row in rows("SELECT publisher FROM followed ORDER BY 1")] == ["anytown council", "othertown council"]


def test_publishers_without_changes_are_not_followed_again(empty, monkeypatch):
    put(empty, plan(LAST, 2020), plan(NEXT, 2021), plan("other", 2021, publisher="Othertown Council"))
    done = []
    monkeypatch.setattr("pipeline.register.links.follow_changed", lambda db, lineage, changed: done.extend(lineage.facts) or frozenset())
    put(empty, plan("other", 2021, publisher="Othertown Council"))
    assert done == ["other"]


def test_a_sidecar_joins_papers_of_two_publishers(empty, rows):
    put(empty, plan(LAST, 2020), plan("merged", 2021, publisher="Othertown Council", succeeds=f"{LAST}.txt"))
    assert len(rows("SELECT * FROM links")) == 4
    put(empty, plan("merged", 2021, publisher="Othertown Council"))
    found = contents(rows)
    assert not any(found[table] for table in ("successions", "links", "histories", "flags", "flag_members"))


def test_what_a_sidecar_says_wins(empty, rows):
    put(empty, plan(LAST, 2020), plan("poem", 2019, title="Dreams of the town"), plan(NEXT, 2021, succeeds="poem"))
    assert rows("SELECT earlier_paper, guess, reason FROM successions") == [
        {"earlier_paper": "poem", "guess": 0, "reason": "its sidecar says so"}
    ]


def test_papers_read_back_are_followed_as_they_were_read(empty, rows):
    put(empty, plan(LAST, 2020), plan(NEXT, 2021))
    assert {row["reasons"] for row in rows("SELECT reasons FROM links")} == {"words, reference, section"}


def test_a_bare_name_joins_papers_in_folders_and_moves_to_the_one_that_is_meant_better(empty, rows):
    there = plan(LAST, 2019, publisher="Othertown Council", file="other/old.txt")
    here = plan("here", 2018, publisher="Thirdtown Council", file="new/old.txt")
    put(empty, there, plan(NEXT, 2021, succeeds="old.txt", file="new/next.txt"))
    assert rows("SELECT earlier_paper, guess FROM successions") == [{"earlier_paper": LAST, "guess": 1}]
    put(empty, here)
    assert rows("SELECT earlier_paper, guess FROM successions") == [{"earlier_paper": "here", "guess": 0}]
    assert rows("SELECT * FROM histories WHERE paper = ?", LAST) == []

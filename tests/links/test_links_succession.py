"""Which paper succeeds which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.links import find_successions
from pipeline.model.paper import PaperFacts


def facts(slug: str, title: str | None, published: str | None = None, **more) -> PaperFacts:
    stated = {"file": f"{slug}.txt", "sha256": slug, "text_sha256": slug, "publisher": "Anytown Council", "kind": "plan"}
    stated |= {"published_evidence": None, "period_start": None, "period_end": None, "pages": None}
    return PaperFacts(slug=slug, title=title, published=published, **(stated | more))


def pairs(*papers: PaperFacts) -> list[tuple[str, str]]:
    return [(each.earlier, each.later) for each in find_successions(papers)]


def test_the_next_edition_succeeds_the_one_before_it():
    editions = [facts(f"p{year}", f"Housing Plan {year}", str(year)) for year in (2019, 2020, 2021)]
    assert pairs(*editions) == [("p2019", "p2020"), ("p2020", "p2021")]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Children’s Plan 2014/15", "Children’s Plan 2015-16 (Final, updated)"),
        ("Anytown Council Housing Plan 2019", "Housing Plan for Anytown 2020"),
        ("Waste Strategy – March 2019", "Waste Strategy – 4th April 2020"),
        ("Draft Local Plan, v1", "Local Plan"),
        ("Anytown Council A.G.M. – 3rd May 2019", "Anytown Council – 4th July 2019"),
        ("Housing and Homelessness Action Plan", "Housing & Homelessness Action Plan"),
    ],
)
def test_years_dates_and_editions_make_no_other_title(earlier, later):
    assert pairs(facts("one", earlier, "2019-03"), facts("other", later, "2020-04")) == [("one", "other")]


@pytest.mark.parametrize(
    ("earlier", "later"), [("Housing Plan 2019", "Waste Plan 2020"), ("Parks Strategy", "Parking Strategy"), ("Youth Plan", "Adult Plan")]
)
def test_another_subject_is_no_successor(earlier, later):
    assert pairs(facts("one", earlier, "2019"), facts("other", later, "2020")) == []


def test_another_kind_of_paper_is_no_successor():
    assert pairs(facts("one", "Housing 2019", "2019"), facts("other", "Housing 2020", "2020", kind="report")) == []


def test_where_all_is_stated_it_is_no_guess():
    (found,) = find_successions([facts("one", "Housing Plan", "2019"), facts("other", "Housing Plan", "2020")])
    assert (found.is_guess, found.reason) == (False, "the same publisher, the same title, and 2019 comes before 2020")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (facts("one", "Housing Plan 2019"), facts("other", "Housing Plan 2020")),
        (facts("one", "Action Plan", "2019"), facts("other", "Action Plan", "2020")),
        (facts("one", "Housing Plan", "2019"), facts("other", "Housing Plans", "2020")),
        (facts("one", "Trumpton Housing", "2019", publisher=None), facts("other", "Trumpton Housing", "2020", publisher=None)),
        (facts("one", "Draft Housing Plan", "2020"), facts("other", "Housing Plan", "2020")),
    ],
    ids=["years of the titles", "title of no subject", "nearly the same title", "no publisher", "a draft of the same date"],
)
def test_what_is_not_stated_makes_it_a_guess(earlier, later):
    (found,) = find_successions([earlier, later])
    assert found.is_guess


def test_papers_without_publisher_need_a_name_in_their_title():
    named = {"publisher": None, "kind": None}
    assert pairs(facts("one", "Housing Plan", "2019", **named), facts("other", "Housing Plan", "2020", **named)) == []


def test_of_two_dates_that_may_be_one_neither_is_earlier():
    assert pairs(facts("one", "Housing Plan", "2020"), facts("other", "Housing Plan", "2020-05")) == []


def test_a_paper_without_a_date_succeeds_none():
    assert pairs(facts("one", "Housing Plan", "2020"), facts("other", "Housing Plan")) == []


@pytest.mark.parametrize("named", ["one", "one.txt", "ONE.txt"])
def test_a_sidecar_names_the_paper_by_key_or_file(named):
    (found,) = find_successions([facts("one", "Waste Plan"), facts("other", "Housing Plan", succeeds=named)])
    assert (found.earlier, found.later, found.is_guess) == ("one", "other", False)


def test_a_sidecar_that_names_a_paper_that_is_not_there_says_that_there_is_no_other():
    assert pairs(facts("one", "Housing Plan", "2019"), facts("other", "Housing Plan", "2020", succeeds="gone")) == []


def test_papers_that_are_said_to_succeed_each_other_make_no_circle():
    assert len(pairs(facts("one", "A", succeeds="other"), facts("other", "B", succeeds="one"))) == 1


PAPERS = [facts(f"p{n}", title, when) for n, (title, when) in enumerate(
    (title, when) for title in ("Housing Plan", "Housing Plans", "Waste Plan 2020", None) for when in ("2019", "2020-04", "2020", None)
)]  # fmt: skip


@given(st.permutations(PAPERS))
def test_the_order_of_the_papers_makes_no_difference(papers):
    assert find_successions(papers) == find_successions(PAPERS)

"""Papers of one publisher and one year that give one promise different dates are flagged, on the later paper."""

import pytest
from sample_papers import RUN, commitment, deadline, owner, paper, register_of, target

from pipeline.model.span import Span
from pipeline.register import Register

LAMPS = "Repair every street lamp in the old harbour quarter"
MAY, JUNE = "2020-05-31", "2020-06-30"
WORDS = {MAY: "May 2020", JUNE: "June 2020", "2020-07-31": "July 2020", "2020-08-31": "August 2020"}


def promise(slug: str, text: str, day: str, *, in_words=True, **more):
    """A promise with its date at the end of its words, or in a cell."""
    words = f"{text} by {WORDS[day]}" if in_words else text
    start = 10 + len(text) + 4 if in_words else 500
    by = deadline(WORDS[day], day).model_copy(update={"span": Span(start, start + len(WORDS[day]))})
    return commitment(slug, words, deadlines=(by,), **more)


def plan(slug: str, text: str, day: str, facts=(), **more):
    return paper(slug, promise(slug, text, day, **more), **{"published": "2020-04", "title": f"The {slug}"} | dict(facts))


@pytest.fixture
def flags(path, rows):
    """The flags that a register of these papers raises about dates."""

    def raised(*papers):
        register_of(path, *papers)
        return rows("SELECT * FROM flags WHERE kind = 'conflicting_deadline' ORDER BY place")

    return raised


def test_the_later_paper_has_the_flag_and_it_says_what_clashes(flags):
    (flag,) = flags(plan("streets", LAMPS, MAY), plan("lighting", LAMPS, JUNE, {"published": "2020-09"}))
    assert (flag["paper"], flag["severity"], flag["evidence"]) == ("lighting", "high", '["May 2020", "June 2020"]')
    assert flag["message"] == (
        f"“{LAMPS} by May 2020” is promised for “May 2020” in The streets (2020-04) and for “June 2020” in The lighting (2020-09), "
        "papers of one year."
    )


def test_both_passages_and_the_words_that_differ_are_shown(flags):
    (flag,) = flags(plan("streets", LAMPS, MAY), plan("walks", LAMPS, JUNE))
    assert '"paper": "streets"' in flag["passages"] and '"paper": "walks"' in flag["passages"]
    assert '{"one": "May", "other": "June"}' in flag["difference"]


def test_the_papers_count_it_among_their_flags(flags, rows):
    flags(plan("streets", LAMPS, MAY), plan("walks", LAMPS, JUNE))
    assert rows("SELECT slug, flags FROM papers ORDER BY slug") == [{"slug": "streets", "flags": 0}, {"slug": "walks", "flags": 1}]


@pytest.mark.parametrize(
    "other",
    [
        plan("lighting", "Repair every street lamp in the old harbuor quarter", JUNE),
        plan("lighting", LAMPS, JUNE, in_words=False),
        plan("lighting", LAMPS, JUNE, {"publisher": "ANYTOWN COUNCIL"}),
        plan("lighting", LAMPS, JUNE, owners=(owner("Highways"),)),
    ],
    ids=["a_slip", "the_date_in_a_cell", "the_publisher_in_capitals", "an_owner_on_one_side_only"],
)
def test_it_is_one_promise_however_it_is_printed(flags, other):
    assert len(flags(plan("streets", LAMPS, MAY), other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        plan("lighting", LAMPS, MAY),
        plan("lighting", LAMPS, JUNE, {"publisher": "Othertown Council"}),
        plan("lighting", LAMPS, JUNE, {"publisher": None}),
        plan("lighting", LAMPS, JUNE, {"published": "2021-04"}),
        plan("lighting", LAMPS, JUNE, {"published": None, "period_start": None}),
        plan("lighting", "Repair every street lamp in the new market quarter", JUNE),
        plan("lighting", "Repair every street lamp that the winter storms brought down", JUNE),
        plan("lighting", "Repair 20 street lamps in the old harbour quarter", JUNE),
        plan("lighting", LAMPS, JUNE, status="done"),
        plan("lighting", LAMPS, JUNE, owners=(owner("Anglian Water"),)),
        plan("lighting", LAMPS, JUNE, targets=(target("20 lamps", 20, "lamp"),)),
        plan("lighting", LAMPS, JUNE, kind="indicator"),
        plan("lighting", LAMPS, JUNE, {"succeeds": "streets"}),
    ],
    ids=[
        "the_same_date",
        "another_publisher",
        "no_publisher",
        "another_year",
        "no_year",
        "boilerplate_with_another_end",
        "a_shared_opening",
        "another_figure_in_the_words",
        "done",
        "another_owner",
        "another_target",
        "a_measure",
        "a_paper_that_follows_the_other",
    ],
)
def test_another_promise_or_paper_makes_no_flag(flags, other):
    first = plan("streets", LAMPS, MAY, owners=(owner("Highways"),), targets=(target("50 lamps", 50, "lamp"),))
    assert flags(first, other) == []


@pytest.mark.parametrize("text", ["Report to the cabinet how the street lamps of the harbour stand", "Lamps: mend"])
def test_what_is_done_again_and_again_and_what_is_short_may_have_two_dates(flags, text):
    assert flags(plan("streets", text, MAY), plan("lighting", text, JUNE)) == []


def test_a_family_of_measures_with_a_date_each_makes_no_flag(flags):
    family = [
        paper(slug, *(promise(slug, f"Percentage of pupils at key stage {stage} who read well", day, kind="indicator") for stage in "12"))
        for slug, day in (("schools", MAY), ("children", JUNE))
    ]
    assert flags(*family) == []


def test_a_form_that_many_papers_fill_in_makes_no_flag(flags):
    assert flags(*(plan(slug, LAMPS, day) for slug, day in zip(("housing", "parks", "roads", "waste"), WORDS, strict=True))) == []


def test_a_copy_of_a_whole_paper_makes_no_flag(flags):
    both = [paper(slug, promise(slug, LAMPS, MAY), promise(slug, f"{LAMPS} and beyond it", JUNE), title=slug) for slug in ("one", "two")]
    assert flags(*both) == []


def test_dates_that_clash_within_a_paper_are_left_to_its_own_checks(flags):
    both = paper("streets", promise("streets", LAMPS, MAY), promise("streets", f"{LAMPS},", JUNE))
    assert flags(both, plan("lighting", LAMPS, JUNE)) == []


def test_three_papers_make_one_flag(flags):
    (flag,) = flags(plan("streets", LAMPS, MAY), plan("lighting", LAMPS, JUNE), plan("harbour", LAMPS, "2020-07-31"))
    assert flag["members"] == 3


def test_of_papers_that_follow_each_other_the_latest_counts(flags):
    first, second = plan("draft", LAMPS, MAY), plan("final", LAMPS, JUNE, {"succeeds": "draft", "published": "2020-05"})
    assert flags(first, second, plan("lighting", LAMPS, JUNE, {"published": "2020-06"})) == []


def test_a_flag_goes_with_either_paper_and_keeps_its_id(flags, path, rows):
    (before,) = flags(plan("streets", LAMPS, MAY), plan("walks", LAMPS, JUNE))
    with Register(path) as register:
        register.remove("streets", "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)
    assert rows("SELECT * FROM flags") == rows("SELECT * FROM flag_members") == []
    (again,) = flags(plan("streets", LAMPS, MAY))
    assert again == before

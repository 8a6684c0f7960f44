"""Promises followed from paper to paper: histories and flags."""

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_papers import commitment, deadline, owner, paper

from pipeline.links import follow

TEXTS = (
    "Plant oaks along the canal towpath",
    "Open a library for toddlers",
    "Mend the swimming pool roof",
    "Publish bus timetables in Welsh",
)


def promise(year: int, text: str, **more):
    dates = (deadline(f"May {year}", f"{year}-05-31"),)
    return commitment(f"plan-{year}", text, **({"deadlines": dates} | more))


def plan(year: int, *promises, **more):
    facts = {"title": f"Town plan {year}", "published": f"{year}-01", "period_start": None, "period_end": None}
    return paper(f"plan-{year}", *promises, **(facts | more))


def plans(*years: tuple[str, ...], start: int = 2019):
    return [plan(year, *(promise(year, text, deadlines=()) for text in texts)) for year, texts in enumerate(years, start)]


def events(followed, text: str) -> list[str]:
    """What became of the promise, in order."""
    (history,) = {step.history for step in followed.steps if text in step.message and step.event == "first_promised"}
    return [step.event for step in followed.steps if step.history == history]


def test_a_promise_that_stays_is_carried_forward():
    assert events(follow(plans(TEXTS, TEXTS, TEXTS)), TEXTS[0]) == ["first_promised", "carried_forward", "carried_forward"]


def test_a_promise_that_is_left_out_is_dropped():
    followed = follow(plans(TEXTS, TEXTS[1:]))
    assert events(followed, TEXTS[0]) == ["first_promised", "dropped"]
    ((slug, flag),) = followed.flags
    assert (slug, flag.kind, flag.evidence) == ("plan-2020", "dropped", (TEXTS[0],))


def test_a_promise_that_comes_back_is_taken_up_again():
    assert events(follow(plans(TEXTS, TEXTS[1:], TEXTS)), TEXTS[0]) == ["first_promised", "dropped", "taken_up_again"]


def test_a_promise_that_is_done_ends_there():
    papers = [plan(2019, *(promise(2019, text) for text in TEXTS)), plan(2020, *(promise(2020, text, status="done") for text in TEXTS))]
    papers.append(plan(2021, *(promise(2021, text) for text in TEXTS[1:])))
    assert events(follow(papers), TEXTS[0]) == ["first_promised", "carried_forward", "done"]


def test_a_moved_date_and_a_new_owner_are_two_steps_and_two_flags():
    before = promise(2019, TEXTS[0], owners=(owner("Parks Team"),))
    after = promise(2020, TEXTS[0], owners=(owner("Canal Trust"),))
    followed = follow([plan(2019, before), plan(2020, after)])
    assert events(followed, TEXTS[0]) == ["first_promised", "deadline_moved", "owner_changed"]
    moved, replaced = (flag for _, flag in followed.flags)
    assert moved.message == f"“{TEXTS[0]}” was due “May 2019” in Town plan 2019 and is due “May 2020” in Town plan 2020: 366 days later."
    assert replaced.message == f"“{TEXTS[0]}” was led by “Parks Team” in Town plan 2019 and is led by “Canal Trust” in Town plan 2020."


def test_a_flag_shows_both_passages_and_the_words_that_differ():
    before, after = promise(2019, "Plant ten oaks by May 2019"), promise(2020, "Plant ten oaks by May 2020")
    ((_, flag),) = follow([plan(2019, before), plan(2020, after)]).flags
    assert [(passage.paper, passage.text) for passage in flag.passages] == [("plan-2019", "May 2019"), ("plan-2020", "May 2020")]
    assert [(each.one, each.other) for each in flag.difference if not each.is_equal] == [("2019", "2020")]


def test_papers_of_one_name_are_told_by_their_files():
    papers = [plan(2019, promise(2019, TEXTS[0]), title="Town plan 2019"), plan(2020, promise(2020, TEXTS[0]), title="Town plan 2019")]
    papers[1] = papers[1].model_copy(update={"paper": papers[1].paper.model_copy(update={"published": "2019-06"})})
    assert "plan-2019.txt" in follow(papers).flags[0][1].message


def test_what_is_settled_once_a_year_is_found_in_minutes_of_every_second_month():
    topics = ("precept", "stile", "bench", "gate", "fence", "well", "precept")
    minutes = []
    for number, topic in enumerate(topics):
        slug, day = f"minutes-{number}", f"{2019 + number // 6}-{1 + number % 6 * 2:02}-05"
        facts = {"title": "Village minutes", "kind": "minutes", "published": day, "period_start": None, "period_end": None}
        minutes.append(paper(slug, commitment(slug, f"Look into the {topic}"), **facts))
    assert [(link.earlier, link.later) for link in follow(minutes).links] == [(minutes[0].commitments[0].id, minutes[6].commitments[0].id)]


def test_minutes_drop_nothing():
    papers = [each.model_copy(update={"paper": each.paper.model_copy(update={"kind": "minutes"})}) for each in plans(TEXTS, TEXTS[1:])]
    assert follow(papers).flags == ()


def test_another_plan_of_the_same_name_drops_nothing():
    followed = follow(plans(TEXTS, ("Paint the bandstand", "Sweep the market square")))
    assert followed.flags == ()
    assert followed.successions[0].is_guess


def test_a_step_below_what_is_dropped_is_not_dropped_a_second_time():
    above = promise(2019, "Win the town a hospital")
    step = commitment("plan-2019", "Write to the minister for health", under=above)
    followed = follow(
        [plan(2019, above, step, *(promise(2019, text) for text in TEXTS)), plan(2020, *(promise(2020, text) for text in TEXTS))]
    )
    assert [flag.members for _, flag in followed.flags if flag.kind == "dropped"] == [(above.id,)]


def test_papers_of_which_none_succeeds_another_have_no_history():
    assert follow([plan(2019, promise(2019, TEXTS[0]))]).steps == ()


@settings(max_examples=20)
@given(st.permutations(plans(TEXTS, TEXTS[1:], TEXTS, TEXTS[:2])))
def test_the_order_of_the_papers_makes_no_difference(papers):
    assert follow(papers) == follow(plans(TEXTS, TEXTS[1:], TEXTS, TEXTS[:2]))


@settings(max_examples=20)
@given(st.lists(st.sampled_from(("Paint the bandstand", "Sweep the market square", "Hire a town crier")), unique=True))
def test_unrelated_promises_change_no_id_of_a_flag(others):
    def ids(*more: str) -> set[str]:
        papers = [plan(year, *(promise(year, text) for text in (*TEXTS, *more))) for year in (2019, 2020)]
        return {flag.id for _, flag in follow(papers).flags if TEXTS[0] in flag.message}

    assert ids(*others) == ids() != set()

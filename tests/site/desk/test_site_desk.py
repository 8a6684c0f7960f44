"""The auditors' desk: who may decide about a flag, what is recorded, and where that leads."""

import pytest

from pipeline.reviews import ReviewLog

ANN = {"id": "ann", "roles": ["reviewer"]}


@pytest.fixture
async def flag(flags) -> str:
    """One flag."""
    return (await flags())[0]


async def test_anybody_may_read_the_queue(visitor) -> None:
    assert "to review" in await visitor(None).words("/-/review")


async def test_a_flag_shows_its_sentence_and_no_form_to_those_who_are_not_signed_in(visitor, flag: str) -> None:
    page = await visitor(None).get(f"/-/review/{flag}")
    assert not page.cssselect('form[method="post"]') and "Sign in" in page.text_content()


async def test_a_verdict_of_a_reviewer_is_recorded_with_name_note_and_time(ann, log: ReviewLog, flag: str) -> None:
    answer = await ann.decide(flag, "confirm")
    (entry,) = log.entries()
    assert answer.status_code == 302
    assert (entry.reviewer, entry.verdict.note, entry.at, entry.verdict.decision) == ("ann", "seen", "2026-11-22T12:00:00+00:00", "confirm")


@pytest.mark.parametrize("actor", [None, {"id": "bob", "roles": ["researcher"]}, {"roles": ["reviewer"]}])
async def test_nobody_else_can_decide(ann, visitor, log: ReviewLog, flag: str, actor: dict[str, object] | None) -> None:
    action, fields = await ann.form(f"/-/review/{flag}")
    other = visitor(actor)
    other.cookies |= {"ds_csrftoken": ann.cookies["ds_csrftoken"]}
    answer = await other.send(action, fields | {"decision": "confirm"})
    assert answer.status_code == 403 and log.entries() == []


async def test_a_form_sent_twice_is_recorded_once_and_leads_on_both_times(ann, log: ReviewLog, flag: str) -> None:
    action, fields = await ann.form(f"/-/review/{flag}")
    answers = [await ann.send(action, fields | {"decision": "confirm"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302] and len(log.entries()) == 1


async def test_a_form_that_comes_back_with_another_verdict_is_not_lost_in_silence(ann, log: ReviewLog, flag: str) -> None:
    action, fields = await ann.form(f"/-/review/{flag}")
    await ann.send(action, fields | {"decision": "confirm"})
    answer = await ann.send(action, fields | {"decision": "dismiss"})
    assert answer.status_code == 409 and "sent before, with another verdict" in answer.text
    assert len(log.entries()) == 1


async def test_what_somebody_else_has_decided_meanwhile_is_not_decided_over(ann, visitor, log: ReviewLog, flag: str) -> None:
    action, fields = await ann.form(f"/-/review/{flag}")
    await visitor({"id": "bob", "roles": ["reviewer"]}).decide(flag, "dismiss")
    answer = await ann.send(action, fields | {"decision": "confirm", "note": "my reason"})
    assert answer.status_code == 409 and "since you opened it" in answer.text and "my reason" in answer.text
    assert [entry.reviewer for entry in log.entries()] == ["bob"]


@pytest.mark.parametrize(
    "form",
    [
        {"decision": "shrug"},
        {"decision": "accept"},
        {"decision": "accept", "until": "2026-11-21"},
        {"decision": "accept", "until": "2026-02-30"},
        {"decision": "confirm", "note": "x" * 2001},
        {"decision": "merge", "stands": "other"},
        {"decision": "confirm", "nonce": ""},
    ],
)
async def test_what_is_no_verdict_is_refused_in_words(ann, log: ReviewLog, flag: str, form: dict[str, str]) -> None:
    answer = await ann.decide(flag, **form)
    assert answer.status_code == 400 and "cannot be recorded" in answer.text and log.entries() == []


async def test_a_flag_can_be_accepted_until_a_day_to_come(ann, log: ReviewLog, flag: str) -> None:
    await ann.decide(flag, "accept", until="2027-03-31")
    assert log.entries()[0].verdict.until == "2027-03-31"
    assert "Accepted until 31 March 2027 by ann" in await ann.words(f"/-/review/{flag}")


async def test_a_day_in_the_form_does_not_hinder_the_other_buttons(ann, log: ReviewLog, flag: str) -> None:
    await ann.decide(flag, "confirm", until="2027-03-31", stands="other")
    assert log.entries()[0].verdict.decision == "confirm"


async def test_a_decided_flag_leaves_the_queue(ann, flag: str) -> None:
    await ann.decide(flag, "dismiss")
    listed = {
        state: [link.get("href") for link in (await ann.get(f"/-/review?state={state}")).cssselect(".says a")] for state in ("", "decided")
    }
    assert f"/-/review/{flag}" not in listed[""] and listed["decided"] == [f"/-/review/{flag}?state=decided"]


@pytest.mark.parametrize(
    ("state", "found"), [("dismissed", 1), ("confirmed", 0), ("decided", 1), ("all", 8), ("review", 7), ("nonsense", 7)]
)
async def test_the_queue_can_be_asked_for_one_state(ann, flag: str, state: str, found: int) -> None:
    await ann.decide(flag, "dismiss")
    page = await ann.get(f"/-/review?state={state}")
    assert len(page.cssselect(".says a")) == found and f"{found} flag" in page.cssselect(".lead")[0].text_content()


async def test_after_a_verdict_the_next_flag_is_shown_with_a_word_of_it(ann, flags) -> None:
    first, second, *_ = [link.get("href") for link in (await ann.get("/-/review")).cssselect(".says a")]
    answer = await ann.decide(first.rpartition("/")[2], "confirm")
    assert answer.headers["location"].startswith(f"{second}?done=")
    assert "Recorded. 1 flag: confirmed." in await ann.words(answer.headers["location"])


async def test_the_filters_stay_when_one_goes_on(ann, flags) -> None:
    (flag,) = await flags("no_owner")
    answer = await ann.decide(flag, "confirm", "?kind=no_owner")
    assert answer.headers["location"].startswith("/-/review?kind=no_owner&done=")
    assert "Nothing is left to review here" in await ann.words(answer.headers["location"])


async def test_a_verdict_is_taken_back_where_it_is_told(ann, log: ReviewLog, flag: str) -> None:
    answer = await ann.decide(flag, "dismiss")
    back = await ann.undo(answer.headers["location"])
    assert back.headers["location"] == f"/-/review/{flag}"
    assert [entry.verdict.decision for entry in log.entries()] == ["dismiss", "reopen"]
    assert "To review" in await ann.words(f"/-/review/{flag}")


async def test_a_verdict_can_be_taken_back_later(ann, flag: str) -> None:
    await ann.decide(flag, "dismiss")
    await ann.decide(flag, "reopen")
    assert f"/-/review/{flag}" in [link.get("href") for link in (await ann.get("/-/review")).cssselect(".says a")]


async def test_to_undo_twice_takes_back_once(ann, log: ReviewLog, flag: str) -> None:
    answer = await ann.decide(flag, "dismiss")
    form = await ann.form(answer.headers["location"], "Undo")
    assert [(await ann.send(*form)).status_code for _ in range(2)] == [302, 302] and len(log.entries()) == 2


async def test_what_was_decided_otherwise_since_is_not_taken_back(ann, log: ReviewLog, flag: str) -> None:
    answer = await ann.decide(flag, "dismiss")
    form = await ann.form(answer.headers["location"], "Undo")
    await ann.decide(flag, "confirm")
    late = await ann.send(*form)
    assert late.status_code == 409 and "nothing left to take back" in late.text and len(log.entries()) == 2


async def test_a_flag_that_is_not_there_is_told_so(visitor) -> None:
    nobody = visitor(None)
    for address in ("/-/review/f0000", "/-/review/recorded/nothing"):
        await nobody.get(address)
        assert nobody.answer.status_code == 404


async def test_an_address_that_names_nothing_recorded_tells_of_nothing(ann) -> None:
    assert "Recorded" not in await ann.words("/-/review?done=nothing")


async def test_what_reviewers_see_is_kept_by_no_browser(ann, flag: str) -> None:
    await ann.get(f"/-/review/{flag}")
    assert ann.answer.headers["cache-control"] == "private, no-store"

"""Many flags of one kind decided as one, and taken back as one."""

import pytest

from pipeline.reviews import ReviewLog

KIND = "kind=no_deadline"
BOB = {"id": "bob", "roles": ["reviewer"]}


async def test_all_of_a_kind_are_decided_with_one_note(ann, log: ReviewLog, flags) -> None:
    answer = await ann.decide_together(KIND, "dismiss", which="all")
    entries = log.entries()
    assert answer.status_code == 302
    assert {entry.verdict.seen.flag for entry in entries} == set(await flags("no_deadline"))
    assert {(entry.verdict.decision, entry.verdict.note, entry.bulk) for entry in entries} == {("dismiss", "all alike", entries[0].bulk)}


async def test_those_that_are_ticked_are_decided_and_no_others(ann, log: ReviewLog, flags) -> None:
    first, second, *_ = await flags("no_deadline")
    await ann.decide_together(KIND, "confirm", flag=[first, second])
    assert sorted(entry.verdict.seen.flag for entry in log.entries()) == sorted([first, second])


async def test_they_are_accepted_until_one_day(ann, log: ReviewLog) -> None:
    await ann.decide_together(KIND, "accept", which="all", until="2027-01-31")
    assert {entry.verdict.until for entry in log.entries()} == {"2027-01-31"}


async def test_what_was_recorded_is_told_and_taken_back_as_one(ann, log: ReviewLog) -> None:
    answer = await ann.decide_together(KIND, "dismiss", which="all")
    there = answer.headers["location"]
    assert "Recorded. 5 flags: dismissed." in await ann.words(there)
    back = await ann.undo(there)
    assert [entry.verdict.decision for entry in log.entries()] == ["dismiss"] * 5 + ["reopen"] * 5
    assert "All of it was taken back" in await ann.words(back.headers["location"])
    assert "5 flags to review" in await ann.words(f"/-/review?{KIND}")


async def test_what_somebody_decided_anew_since_stays_when_the_rest_is_taken_back(ann, log: ReviewLog, flags) -> None:
    (one, *_) = await flags("no_deadline")
    answer = await ann.decide_together(KIND, "dismiss", which="all")
    await ann.decide(one, "confirm")
    await ann.undo(answer.headers["location"])
    assert len(log.entries()) == 5 + 1 + 4 and log.entries()[5].verdict.seen.flag == one
    assert one in (await ann.get("/-/review?state=confirmed")).cssselect(".says a")[0].get("href")


async def test_the_same_form_twice_is_recorded_once(ann, log: ReviewLog) -> None:
    action, fields = await ann.form(f"/-/review?{KIND}", "Several flags")
    said = fields | {"decision": "dismiss", "note": "alike", "which": "all"}
    assert [(await ann.send(action, said)).status_code for _ in range(2)] == [302, 302] and len(log.entries()) == 5


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"note": " ", "which": "all"}, "a note that says why"),
        ({"which": "ticked"}, "tick the flags first"),
        ({"which": "all", "decision": "merge"}, "of one kind"),
        ({"which": "all", "decision": "accept"}, "until which day"),
        ({"which": "all", "nonce": ""}, "cannot be recorded"),
    ],
)
async def test_what_cannot_be_recorded_is_refused_as_a_whole(ann, log: ReviewLog, form: dict[str, str], words: str) -> None:
    answer = await ann.decide_together(KIND, **{"decision": "dismiss", **form})
    assert answer.status_code == 400 and words in answer.text and log.entries() == []


async def test_flags_of_several_kinds_are_not_offered_together_and_not_taken(ann, log: ReviewLog) -> None:
    _, fields = await ann.form(f"/-/review?{KIND}", "Several flags")
    assert not [form for form in (await ann.get("/-/review")).cssselect("form") if form.get("aria-label") == "Several flags"]
    answer = await ann.send("/-/review", fields | {"decision": "dismiss", "note": "alike", "which": "all"})
    assert answer.status_code == 400 and log.entries() == []


@pytest.mark.parametrize("which", ["all", "ticked"])
async def test_where_somebody_decided_one_of_them_meanwhile_nothing_is_recorded(ann, visitor, log: ReviewLog, flags, which: str) -> None:
    ids = await flags("no_deadline")
    action, fields = await ann.form(f"/-/review?{KIND}", "Several flags")
    await visitor(BOB).decide(ids[0], "confirm")
    answer = await ann.send(action, fields | {"decision": "dismiss", "note": "alike", "which": which, "flag": ids})
    assert answer.status_code == 409 and "Look again" in answer.text and len(log.entries()) == 1


async def test_nobody_else_is_offered_it_or_can_do_it(ann, visitor, log: ReviewLog) -> None:
    action, fields = await ann.form(f"/-/review?{KIND}", "Several flags")
    other = visitor({"id": "rob", "roles": ["researcher"]})
    assert not (await other.get(f"/-/review?{KIND}")).cssselect('form[method="post"]')
    other.cookies |= {"ds_csrftoken": ann.cookies["ds_csrftoken"]}
    answer = await other.send(action, fields | {"decision": "dismiss", "note": "alike", "which": "all"})
    assert answer.status_code == 403 and log.entries() == []


async def test_nobody_else_can_take_it_back(ann, visitor, log: ReviewLog) -> None:
    answer = await ann.decide_together(KIND, "dismiss", which="all")
    action, fields = await ann.form(answer.headers["location"], "Undo")
    other = visitor(None)
    other.cookies |= {"ds_csrftoken": ann.cookies["ds_csrftoken"]}
    assert (await other.send(action, fields)).status_code == 403 and len(log.entries()) == 5

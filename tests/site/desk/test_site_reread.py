"""Verdicts outlive that papers are read again; where the words have changed since, the flag comes back and says so."""

from datetime import UTC, datetime

from pipeline.reviews import ReviewLog

WORDS = "Plant {} trees along the lanes"


async def flag_on(desk, words: str) -> str:
    """The flag about the commitment of the paper that says so."""
    rows = (await desk.client.get("/register/flags.json?_shape=array&kind=no_deadline")).json()
    return next(row["id"] for row in rows if words in row["passages"])


async def test_a_verdict_is_still_there_after_the_same_paper_is_read_again(ann, desk, reread) -> None:
    flag = await flag_on(desk, WORDS.format(0))
    await ann.decide(flag, "dismiss")
    reread()
    assert "Dismissed by ann" in await ann.words(f"/-/review/{flag}")


async def test_it_is_still_there_when_another_part_of_the_paper_has_changed(ann, desk, reread) -> None:
    flag = await flag_on(desk, WORDS.format(0))
    await ann.decide(flag, "dismiss")
    reread(item1="Mend the pump")
    assert "Dismissed by ann" in await ann.words(f"/-/review/{flag}")


async def test_a_flag_whose_words_have_changed_comes_back_and_shows_what_was_decided(ann, desk, reread) -> None:
    old = await flag_on(desk, WORDS.format(0))
    await ann.decide(old, "dismiss", note="fine")
    reread(item0="Plant 90 trees along the lanes")
    new = await flag_on(desk, "Plant 90 trees")
    assert new != old
    told = await ann.words(f"/-/review/{new}")
    assert "Changed since its verdict" in told and "Dismissed by ann" in told and f"“{WORDS.format(0)}”" in told
    assert "Changed since its verdict" in await ann.words("/-/review")
    assert [link.get("href") for link in (await ann.get("/-/review?state=changed")).cssselect(".says a")] == [
        f"/-/review/{new}?state=changed"
    ]
    assert "but it has changed since" in await ann.words("/papers/lanes")


async def test_it_counts_as_to_review_again_and_can_be_decided_anew(ann, desk, reread) -> None:
    await ann.decide(await flag_on(desk, WORDS.format(0)), "dismiss")
    reread(item0="Plant 90 trees along the lanes")
    assert "What does not add up: 6 flags" in await ann.words("/papers/lanes")
    new = await flag_on(desk, "Plant 90 trees")
    await ann.decide(new, "confirm")
    assert "Changed" not in (await ann.words(f"/-/review/{new}")).partition("What was decided")[0]


async def test_a_form_that_was_opened_before_the_words_changed_records_nothing(ann, desk, reread, log: ReviewLog) -> None:
    action, fields = await ann.form(f"/-/review/{await flag_on(desk, WORDS.format(0))}")
    reread(item0="Mend the pump")
    answer = await ann.send(action, fields | {"decision": "confirm"})
    assert answer.status_code == 404 and log.entries() == []


async def test_where_the_words_are_others_altogether_the_verdict_is_nobodys(ann, desk, reread) -> None:
    await ann.decide(await flag_on(desk, WORDS.format(0)), "dismiss")
    reread(item0="Mend the pump behind the town hall")
    assert "To review" in await ann.words(f"/-/review/{await flag_on(desk, 'Mend the pump')}")


async def test_a_flag_that_is_gone_stays_in_the_log(ann, desk, reread) -> None:
    flag = await flag_on(desk, WORDS.format(0))
    answer = await ann.decide(flag, "dismiss")
    reread(item0="Mend the pump behind the town hall")
    assert "L0 has no date." in await ann.words("/-/audit")
    given = answer.headers["location"].rpartition("done=")[2]
    assert "no longer in the register" in await ann.words(f"/-/review/recorded/{given}")


async def test_what_was_accepted_comes_back_when_its_day_is_over(ann, desk, clock, log: ReviewLog) -> None:
    flag = await flag_on(desk, WORDS.format(0))
    await ann.decide(flag, "accept", until="2026-11-30")
    clock.now = datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert "Accepted for now" in await ann.words(f"/-/review/{flag}")
    clock.now = datetime(2026, 12, 1, 0, tzinfo=UTC)
    assert "Accepted until a day that is over" in await ann.words(f"/-/review/{flag}")

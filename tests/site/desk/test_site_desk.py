"""The auditors' desk: who may decide, what is recorded, and what a verdict changes."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

from pipeline.reviews import ReviewLog
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
ANN = {"id": "ann", "roles": ["reviewer"]}


@pytest.fixture
def desk(published: Path, tmp_path: Path):
    """Datasette with a log of its own, at noon."""
    copy(published, tmp_path / "register.db")
    datasette = datasette_app(tmp_path / "register.db", METADATA, now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    yield datasette
    datasette.executor.shutdown()


@pytest.fixture
def log(desk, tmp_path: Path) -> ReviewLog:
    """What was recorded."""
    return ReviewLog(tmp_path / "reviews.db")


async def flag_of(desk, kind: str = "") -> str:
    """The first flag of the queue."""
    answer = await desk.client.get("/register/flags.json", params={"_shape": "array", "_sort": "place", **({"kind": kind} if kind else {})})
    return answer.json()[0]["id"]


async def send(desk, flag: str, actor: dict[str, object] | None = ANN, **form: str):
    """Sends the form of a flag, as a browser does."""
    cookies = {"ds_actor": desk.sign({"a": actor}, "actor")} if actor else {}
    first = await desk.client.get(f"/-/review/{flag}", cookies=cookies)
    token = first.cookies.get("ds_csrftoken", "")
    said = {"csrftoken": token, "nonce": "n1", "note": "seen", **form}
    return await desk.client.post(f"/-/review/{flag}", data=said, cookies={**cookies, "ds_csrftoken": token})


@pytest.mark.asyncio
async def test_anybody_may_read_the_queue(desk) -> None:
    answer = await desk.client.get("/-/review")
    assert answer.status_code == 200 and "to review" in answer.text


@pytest.mark.asyncio
async def test_a_flag_shows_its_sentence_and_no_form_to_those_who_are_not_signed_in(desk) -> None:
    answer = await desk.client.get(f"/-/review/{await flag_of(desk)}")
    assert answer.status_code == 200 and "Sign in" in answer.text and 'method="post"' not in answer.text


@pytest.mark.asyncio
async def test_a_verdict_of_a_reviewer_is_recorded_with_name_note_and_time(desk, log: ReviewLog) -> None:
    answer = await send(desk, await flag_of(desk), decision="confirm")
    (entry,) = log.entries()
    assert answer.status_code == 302
    assert (entry.reviewer, entry.verdict.note, entry.at, entry.verdict.decision) == ("ann", "seen", "2026-11-22T12:00:00+00:00", "confirm")


@pytest.mark.asyncio
@pytest.mark.parametrize("actor", [None, {"id": "bob", "roles": ["researcher"]}, {"roles": ["reviewer"]}])
async def test_nobody_else_can_decide(desk, log: ReviewLog, actor: dict[str, object] | None) -> None:
    answer = await send(desk, await flag_of(desk), actor, decision="confirm")
    assert answer.status_code == 403 and log.entries() == []


@pytest.mark.asyncio
async def test_a_form_without_its_token_is_refused(desk, log: ReviewLog) -> None:
    cookies = {"ds_actor": desk.sign({"a": ANN}, "actor")}
    answer = await desk.client.post(f"/-/review/{await flag_of(desk)}", data={"decision": "confirm", "nonce": "n"}, cookies=cookies)
    assert answer.status_code == 403 and log.entries() == []


@pytest.mark.asyncio
async def test_a_form_sent_twice_is_recorded_once(desk, log: ReviewLog) -> None:
    flag = await flag_of(desk)
    await send(desk, flag, decision="confirm")
    await send(desk, flag, decision="confirm")
    assert len(log.entries()) == 1


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "form",
    [{"decision": "shrug"}, {"decision": "accept"}, {"decision": "confirm", "note": "x" * 2001}, {"decision": "merge", "stands": "other"}],
)
async def test_what_is_no_verdict_is_refused_in_words(desk, log: ReviewLog, form: dict[str, str]) -> None:
    answer = await send(desk, await flag_of(desk), **form)
    assert answer.status_code == 400 and "cannot be recorded" in answer.text and log.entries() == []


@pytest.mark.asyncio
async def test_a_decided_flag_leaves_the_queue(desk) -> None:
    flag = await flag_of(desk)
    await send(desk, flag, decision="dismiss")
    assert f"/-/review/{flag}" not in (await desk.client.get("/-/review?page=1")).text
    assert f"/-/review/{flag}" in (await desk.client.get("/-/review?state=decided")).text


@pytest.mark.asyncio
async def test_a_verdict_that_is_taken_back_puts_the_flag_into_the_queue_again(desk) -> None:
    flag = await flag_of(desk)
    await send(desk, flag, decision="dismiss")
    await send(desk, flag, decision="reopen", nonce="n2")
    assert f"/-/review/{flag}" not in (await desk.client.get("/-/review?state=decided")).text


@pytest.mark.asyncio
async def test_after_a_verdict_the_next_flag_is_shown(desk) -> None:
    flag = await flag_of(desk)
    answer = await send(desk, flag, decision="confirm", next="f123")
    assert answer.headers["location"] == f"/-/review/f123?said={flag}"


@pytest.mark.asyncio
async def test_no_form_can_send_a_reviewer_to_another_site(desk) -> None:
    flag = await flag_of(desk)
    answer = await send(desk, flag, decision="confirm", next="//evil.example")
    assert answer.headers["location"].startswith(f"/-/review/{flag}")


@pytest.mark.asyncio
async def test_a_note_is_shown_as_typed_and_never_run(desk) -> None:
    flag = await flag_of(desk)
    await send(desk, flag, decision="confirm", note="<script>alert(1)</script>")
    for address in (f"/-/review/{flag}", "/-/audit"):
        assert "<script>alert" not in (await desk.client.get(address)).text


@pytest.mark.asyncio
async def test_the_audit_says_that_the_log_is_intact(desk) -> None:
    await send(desk, await flag_of(desk), decision="confirm")
    assert "Log intact" in (await desk.client.get("/-/audit")).text


@pytest.mark.asyncio
async def test_verdicts_can_be_taken_along_as_csv_without_formulas(desk) -> None:
    await send(desk, await flag_of(desk), decision="confirm", note="=1+1")
    answer = await desk.client.get("/-/audit.csv")
    assert ",'=1+1," in answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "query", ["kind=' OR 1=1", "severity=high;drop", "paper=%00", "publisher='", "page=-1", "page=99999999", "state=x"]
)
async def test_no_filter_is_taken_for_sql(desk, query: str) -> None:
    assert (await desk.client.get(f"/-/review?{query}")).status_code == 200


@pytest.mark.asyncio
async def test_a_flag_that_is_not_there_is_told_so(desk) -> None:
    answer = await desk.client.get("/-/review/f0000")
    assert answer.status_code == 404 and "no flag f0000" in answer.text

"""`/-/papers`: who may put papers in, what is told of each file, and what is refused."""

import json
from pathlib import Path

import pytest
from sample_papers import HOSTILE

from pipeline.site.headers import STRICT_POLICY
from pipeline.site.intake.keeping import KEPT, Intake, intake_of, keep_intake

PLAN = ("plan.txt", b"We will mow the lawn by May 2031.")


async def test_anybody_sees_what_became_of_the_papers_of_the_register(anybody) -> None:
    text = (await anybody.get("/-/papers")).text
    assert "parks.txt" in text and "Could not be read" in text and "torn.pdf" in text


async def test_what_changed_since_the_version_before_is_told_and_leads_to_it(anybody, site) -> None:
    text = (await anybody.get("/-/papers")).text
    assert "Version 2, 15 November 2020: 2 gained, 1 lost." in text
    assert (await site.client.get("/register/version_changes?slug=parks")).status_code == 200 and "version_changes?slug=parks" in text


async def test_what_is_not_published_yet_is_for_clerks_alone(anybody, reviewer, clerk) -> None:
    assert ["new.txt" in (await one.get("/-/papers")).text for one in (anybody, reviewer, clerk)] == [False, False, True]


async def test_only_clerks_get_the_form(anybody, reviewer, clerk) -> None:
    assert ['type="file"' in (await one.get("/-/papers")).text for one in (anybody, reviewer, clerk)] == [False, False, True]


async def test_a_clerk_puts_a_paper_in_and_it_is_read(clerk, corpus: Path, asked) -> None:
    answer = await clerk.send(PLAN)
    assert (corpus / "plan.txt").read_bytes() == PLAN[1] and asked.runs == [(("plan.txt",), False)]
    assert "plan.txt</b>: taken in" in answer.text


async def test_several_papers_get_a_receipt_each(clerk, corpus: Path) -> None:
    text = (await clerk.send(PLAN, ("../odd.txt", b"We will dig."), ("x.pdf", b"\x89PNG..."))).text
    assert text.count("taken in.") == 2 and "a picture" in text and not (corpus.parent / "odd.txt").exists()


@pytest.mark.parametrize("who", ["anybody", "reviewer"])
async def test_nobody_else_puts_papers_in(request: pytest.FixtureRequest, who: str, corpus: Path, asked) -> None:
    answer = await request.getfixturevalue(who).send(PLAN)
    assert answer.status_code == 403 and not (corpus / "plan.txt").exists() and not asked.runs


async def test_nobody_else_has_papers_read(reviewer, asked) -> None:
    assert (await reviewer.post("/-/papers")).status_code == 403 and not asked.runs


@pytest.mark.parametrize("token", ["", "wrong", "ä"])
async def test_a_form_with_another_token_is_refused(clerk, corpus: Path, token: str) -> None:
    answer = await clerk.send(PLAN, csrftoken=token)
    assert answer.status_code == 403 and "comes from elsewhere" in answer.text and not (corpus / "plan.txt").exists()


async def test_without_the_cookie_of_its_token_a_form_is_refused(clerk, site, corpus: Path) -> None:
    await clerk.get("/-/papers")
    cookies = {"ds_actor": clerk.cookies["ds_actor"]}
    files = [("papers", PLAN)]
    answer = await site.client.post("/-/papers", data={"csrftoken": clerk.token}, files=files, cookies=cookies)
    assert answer.status_code == 403 and not (corpus / "plan.txt").exists()


async def test_a_small_form_without_its_token_is_refused(clerk, site, asked) -> None:
    assert (await site.client.post("/-/papers", data={"a": "b"}, cookies=clerk.cookies)).status_code == 403 and not asked.runs


async def test_no_other_way_of_writing_its_kind_gets_a_form_round_its_token(clerk, site, asked) -> None:
    await clerk.get("/-/papers")
    for kind in ("Multipart/Form-Data; boundary=x", " multipart/mixed", "multipart/form-data", "text/plain", "MULTIPART/"):
        answer = await site.client.post("/-/papers", content=b"", headers={"content-type": kind}, cookies=clerk.cookies)
        assert answer.status_code in (400, 403), kind
    assert not asked.runs


async def test_what_came_another_way_is_read_when_a_clerk_says_so(clerk, asked) -> None:
    assert "1 file came into the folder another way" in (await clerk.get("/-/papers")).text
    assert (await clerk.post("/-/papers")).status_code == 302
    await intake_of_site(clerk).reader.finished()
    assert asked.runs == [(("new.txt",), False)]


async def test_other_bytes_of_the_same_name_need_the_tick(clerk, corpus: Path) -> None:
    text = (await clerk.send(("streets.txt", b"We will dig."))).text
    assert "says something else" in text and (corpus / "streets.txt").read_text() == "streets.txt"
    await clerk.send(("streets.txt", b"We will dig."), replace="1")
    assert (corpus / "streets.txt").read_text() == "We will dig."


async def test_an_empty_form_is_told(clerk) -> None:
    answer = await clerk.send(("", b""))
    assert answer.status_code == 400 and "No paper was chosen" in answer.text


async def test_a_broken_form_takes_nothing(clerk, site, corpus: Path) -> None:
    await clerk.get("/-/papers")
    body = b'--x\r\nContent-Disposition: form-data; name="csrftoken"\r\n\r\n' + clerk.token.encode()
    body += b'\r\n--x\r\nContent-Disposition: form-data; name="papers"; filename="plan.txt"\r\n\r\nWe will'
    kind = {"content-type": "multipart/form-data; boundary=x"}
    answer = await site.client.post("/-/papers", content=body, headers=kind, cookies=clerk.cookies)
    assert answer.status_code == 400 and "Nothing was taken" in answer.text and not list(corpus.glob(".*"))


async def test_one_sender_too_many_is_told_to_come_again(clerk, site, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.site.intake.keeping.SENDERS", 0)
    answer = await clerk.send(PLAN)
    assert answer.status_code == 503 and "Try again soon" in answer.text and not (corpus / "plan.txt").exists()


async def test_a_name_of_markup_is_shown_as_it_is_typed(clerk, anybody) -> None:
    text = (await clerk.send((f"{HOSTILE}.txt", b"We will dig."), (f"{HOSTILE}.exe", b"MZ"))).text
    assert "<script>alert" not in text and "<img src=x" not in text and "taken in." in text


async def test_the_receipt_is_for_clerks_alone(clerk, anybody) -> None:
    address = str((await clerk.send(PLAN)).url.query, "ascii")
    assert "taken in" not in (await anybody.get(f"/-/papers?{address}")).text


async def test_progress_names_files_to_clerks_alone_and_paths_to_nobody(clerk, anybody, corpus: Path, asked) -> None:
    asked.may_end.clear()
    reader = intake_of_site(clerk).reader
    reader.ask(["new.txt"])
    facts = (await clerk.get("/-/papers.json")).text, (await anybody.get("/-/papers.json")).text
    assert json.loads(facts[0])["busy"] and "words" not in json.loads(facts[1])
    assert "new.txt" in facts[0] and "new.txt" not in facts[1] and not any(str(corpus.parent) in text for text in facts)
    asked.may_end.set()
    await reader.finished()


async def test_while_papers_are_read_the_page_renews_itself_also_without_scripts(clerk, asked) -> None:
    asked.may_end.clear()
    reader = intake_of_site(clerk).reader
    reader.ask(["new.txt"])
    text = (await clerk.get("/-/papers")).text
    assert "data-live" in text and '<noscript><meta http-equiv="refresh"' in text and "Being read" in text
    asked.may_end.set()
    await reader.finished()


async def test_the_page_is_kept_by_nobody_and_runs_no_strange_script(clerk) -> None:
    headers = (await clerk.get("/-/papers")).headers
    assert headers["cache-control"] == "private, no-store" and headers["content-security-policy"] == STRICT_POLICY


@pytest.mark.parametrize(
    ("query", "files"), [("state=refused", {"torn.pdf"}), ("state=want", {"torn.pdf"}), ("name=PARK", {"parks.txt", "parks-again.pdf"})]
)
async def test_the_list_can_be_narrowed(clerk, query: str, files: set[str]) -> None:
    text = (await clerk.get(f"/-/papers?{query}")).text
    assert {name for name in ("torn.pdf", "streets.txt", "parks.txt", "parks-again.pdf", "new.txt") if name in text} == files


async def test_without_a_folder_the_page_says_so(clerk, site) -> None:
    keep_intake(site, Intake(None, None))
    assert "without its folder of papers" in (await clerk.get("/-/papers")).text
    assert (await clerk.send(PLAN)).status_code == 503


async def test_a_register_of_another_version_takes_no_papers_as_it_would_be_made_anew_of_them_alone(
    clerk, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.site.queries.intake.VERSION", 1)
    assert "another version" in (await clerk.get("/-/papers")).text
    assert (await clerk.send(PLAN)).status_code == 503 and not (corpus / "plan.txt").exists()


async def test_where_nothing_reads_the_page_says_who_does(clerk, site) -> None:
    keep_intake(site, Intake(intake_of(site).folder, None))
    assert "pledgebook watch" in (await clerk.get("/-/papers")).text
    assert "taken in" in (await clerk.send(PLAN)).text


def test_old_receipts_are_forgotten() -> None:
    intake = Intake(None, None)
    words = [intake.keep(()) for _ in range(KEPT + 1)]
    assert len(set(words)) == KEPT + 1 and len(intake._receipts) == KEPT


def intake_of_site(clerk) -> Intake:
    return intake_of(clerk.site)

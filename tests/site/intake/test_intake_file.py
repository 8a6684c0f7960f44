"""`/-/papers/file`: what a clerk states about a paper, and another try."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from sample_papers import HOSTILE

PAGE = "/-/papers/file?name=streets.txt"
FACTS = {"title": "The Streets: a plan", "publisher": "Anytown", "published": "2020-05", "kind": "", "succeeds": ""}


async def seen(clerk, page: str = PAGE) -> str:
    """What the form brings back, so that nobody's statements are overwritten."""
    return re.findall(r'name="seen" value="(\w*)"', (await clerk.get(page)).text)[0]


async def test_the_form_shows_what_was_read_in_the_paper(clerk) -> None:
    text = (await clerk.get(PAGE)).text
    assert "Read in the paper: “Streets”" in text and "Read in the paper: “2020-06”" in text


async def test_what_is_stated_stands_beside_the_paper_which_is_read_again(clerk, corpus: Path, asked) -> None:
    answer = await clerk.post(PAGE, do="save", seen=await seen(clerk), **FACTS)
    await clerk.get(answer.headers["location"])
    assert (corpus / "streets.txt.yaml").read_text() == "title: 'The Streets: a plan'\npublisher: Anytown\npublished: 2020-05\n"
    assert asked.runs == [(("streets.txt",), False)]


async def test_what_is_stated_can_be_changed_and_taken_back(clerk, corpus: Path) -> None:
    await clerk.post(PAGE, do="save", seen=await seen(clerk), title="One")
    assert 'value="One"' in (await clerk.get(PAGE)).text
    await clerk.post(PAGE, do="save", seen=await seen(clerk), title=" ")
    assert not (corpus / "streets.txt.yaml").exists()


async def test_a_day_that_there_is_not_is_refused_and_what_was_typed_stays(clerk, corpus: Path, asked) -> None:
    answer = await clerk.post(PAGE, do="save", seen=await seen(clerk), title="One", published="2020-02-31")
    assert answer.status_code == 400 and "2020-02-31" in answer.text and 'value="One"' in answer.text
    assert not (corpus / "streets.txt.yaml").exists() and not asked.runs


async def test_what_somebody_else_has_stated_meanwhile_is_not_overwritten(clerk, corpus: Path) -> None:
    before = await seen(clerk)
    (corpus / "streets.txt.yaml").write_text("title: Mine\n")
    answer = await clerk.post(PAGE, do="save", seen=before, title="Yours")
    assert answer.status_code == 409 and (corpus / "streets.txt.yaml").read_text() == "title: Mine\n"


async def test_statements_that_cannot_be_used_are_told(clerk, corpus: Path) -> None:
    (corpus / "streets.txt.yaml").write_text("colour: green\n")
    assert "unknown key" in (await clerk.get(PAGE)).text


@pytest.mark.parametrize(
    "title", [HOSTILE, "a: b", "- x", "null", "'", '"', "2020", "# no", "[x]", "{{ 7 }}", "é\u2028x", "|", "&a *a", "x\ty"]
)
async def test_whatever_is_stated_reads_back_as_it_was_typed(clerk, title: str) -> None:
    await clerk.post(PAGE, do="save", seen=await seen(clerk), title=title)
    text = (await clerk.get(PAGE)).text
    assert "<script>alert" not in text and "cannot be used" not in text and 'id="title" type="text" name="title"' in text


async def test_a_paper_is_tried_again(clerk, asked) -> None:
    answer = await clerk.post("/-/papers/file?name=torn.pdf", do="retry")
    await clerk.get(answer.headers["location"])
    assert asked.runs == [(("torn.pdf",), True)]


@pytest.mark.parametrize("name", ["../secret.txt", "nothing.txt", "", ".", "streets.txt/../../secret.txt", "streets.txt.yaml", "gone.pdf"])
async def test_what_is_no_paper_of_the_folder_has_no_page(clerk, corpus: Path, name: str) -> None:
    (corpus.parent / "secret.txt").write_text("secret")
    (corpus / "streets.txt.yaml").write_text("title: x\n")
    page = f"/-/papers/file?name={quote(name)}"
    answers = await clerk.get(page), await clerk.post(page, do="save", seen="", title="x")
    assert [answer.status_code for answer in answers] == [404, 404] and not (corpus.parent / "secret.txt.yaml").exists()


@pytest.mark.parametrize("who", ["anybody", "reviewer"])
async def test_it_is_for_clerks_alone(request: pytest.FixtureRequest, who: str, corpus: Path, asked) -> None:
    one = request.getfixturevalue(who)
    answers = await one.get(PAGE), await one.post(PAGE, do="save", seen="", title="x"), await one.post(PAGE, do="retry")
    assert [answer.status_code for answer in answers] == [403] * 3
    assert not (corpus / "streets.txt.yaml").exists() and not asked.runs


async def test_a_form_without_its_token_is_refused(clerk, site, corpus: Path) -> None:
    answer = await site.client.post(PAGE, data={"do": "save", "seen": "", "title": "x"}, cookies=clerk.cookies)
    assert answer.status_code == 403 and not (corpus / "streets.txt.yaml").exists()


async def test_nothing_is_written_through_a_link(clerk, corpus: Path) -> None:
    (corpus.parent / "outside").write_text("")
    (corpus / "streets.txt.yaml").symlink_to(corpus.parent / "outside")
    answer = await clerk.post(PAGE, do="save", seen=await seen(clerk), title="x")
    assert answer.status_code == 503 and (corpus.parent / "outside").read_text() == ""


async def test_a_paper_in_a_folder_below_has_its_page(clerk, corpus: Path) -> None:
    (corpus / "2020").mkdir()
    (corpus / "2020" / "june minutes.txt").write_text("We will dig.")
    page = "/-/papers/file?name=2020%2Fjune%20minutes.txt"
    answer = await clerk.post(page, do="save", seen=await seen(clerk, page), title="June")
    assert answer.status_code == 302 and (corpus / "2020" / "june minutes.txt.yaml").read_text() == "title: June\n"

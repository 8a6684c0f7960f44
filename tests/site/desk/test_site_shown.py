"""What auditors decided shows on every page that shows the flag, and what they dismissed is not counted."""

import pytest

from pipeline.reviews import ReviewLog


async def flag_and_commitment(desk) -> tuple[str, str]:
    """A flag, and the commitment that it is about; it is the only one on that."""
    flags = {row["message"]: row["id"] for row in (await desk.client.get("/register/flags.json?_shape=array")).json()}
    ids = {row["ref"]: row["id"] for row in (await desk.client.get("/register/commitments.json?_shape=array&paper=lanes")).json()}
    return flags["L0 has no date."], ids["L0"]


async def test_a_commitment_tells_what_was_decided_about_its_flags(ann, desk) -> None:
    flag, commitment = await flag_and_commitment(desk)
    await ann.decide(flag, "dismiss", note="dates are in the annex")
    told = await ann.words(f"/commitments/{commitment}")
    assert "Dismissed by ann on 22 November 2026: “dates are in the annex”" in told


async def test_programs_are_told_too(ann, desk) -> None:
    flag, commitment = await flag_and_commitment(desk)
    await ann.decide(flag, "accept", until="2027-03-31")
    (told,) = [each for each in (await desk.client.get(f"/commitments/{commitment}.json")).json()["flags"] if each["id"] == flag]
    said = {"state": "accepted", "decision": "accept", "until": "2027-03-31", "note": "seen", "reviewer": "ann", "stands": None}
    assert told["verdict"] == said | {"at": "2026-11-22T12:00:00+00:00"}


async def test_of_two_merged_promises_it_is_told_which_one_stands(ann, desk, flags, log: ReviewLog) -> None:
    (flag,) = await flags("duplicate")
    await ann.decide(flag, "merge")
    stands = log.entries()[0].verdict.stands
    other = next(row["id"] for row in (await desk.client.get("/search.json?paper=lanes")).json() if row["ref"] == "L4")
    assert "Merged by ann on 22 November 2026: “seen”: this one stands" in await ann.words(f"/commitments/{stands}")
    page = await ann.get(f"/commitments/{other}")
    assert f"/commitments/{stands}" in [link.get("href") for link in page.cssselect(".note .how a")] and "stands" in page.text_content()


async def test_a_paper_counts_what_was_dismissed_by_itself(ann, desk) -> None:
    flag, _ = await flag_and_commitment(desk)
    assert "What does not add up: 6 flags" in await ann.words("/papers/lanes")
    await ann.decide(flag, "dismiss")
    page = await ann.get("/papers/lanes")
    assert "What does not add up: 5 flags, 1 dismissed" in page.text_content()
    assert page.cssselect(".note")[-1].get("id") == f"f-{flag}"


@pytest.mark.parametrize("address", ["/search?q=lanes&state=flagged", "/papers/lanes"])
async def test_in_lists_a_dismissed_flag_is_none_and_a_confirmed_one_says_so(ann, desk, address: str) -> None:
    flag, commitment = await flag_and_commitment(desk)
    await ann.decide(flag, "dismiss")

    async def badges() -> list[str]:
        page = await ann.get(address)
        cards = [
            card
            for card in page.cssselect(".card, .leaf")
            if f"/commitments/{commitment}" in {link.get("href") for link in card.cssselect("a")}
        ]
        return [badge.text_content() for badge in cards[0].cssselect(".facts .badge")]

    assert await badges() == ["1 flag dismissed"]
    await ann.decide(flag, "confirm")
    assert await badges() == ["1 flag", "1 confirmed"]


async def test_a_file_to_take_along_counts_as_the_page_does(ann, desk) -> None:
    flag, commitment = await flag_and_commitment(desk)
    await ann.decide(flag, "dismiss")
    rows = {row["id"]: row["flags"] for row in (await desk.client.get("/search.json?paper=lanes")).json()}
    assert sorted(rows.values()) == [0, 1, 1, 2, 2] and rows[commitment] == 0


async def test_the_front_page_counts_what_is_still_to_review(ann, flags) -> None:
    async def counted() -> tuple[str, str]:
        page = await ann.get("/")
        (tile,) = [tile for tile in page.cssselect(".tile") if "Flags to review" in tile.text_content()]
        (paper,) = [each for each in page.cssselect(".ruled li") if each.cssselect('a[href="/papers/lanes"]')]
        return tile.cssselect(".figure")[0].text, " ".join(paper.text_content().split()).rpartition(" · ")[2]

    assert await counted() == ("8", "6 flags")
    confirmed, dismissed, *_ = await flags("no_deadline")
    await ann.decide(confirmed, "confirm")
    await ann.decide(dismissed, "dismiss")
    assert await counted() == ("6", "5 flags")


async def test_a_verdict_that_is_taken_back_counts_no_more(ann, flags) -> None:
    answer = await ann.decide((await flags("no_deadline"))[0], "dismiss")
    await ann.undo(answer.headers["location"])
    assert "What does not add up: 6 flags" in await ann.words("/papers/lanes")


async def test_the_row_of_a_flag_among_the_data_tells_it(ann, desk, flags) -> None:
    flag, _ = await flag_and_commitment(desk)
    await ann.decide(flag, "dismiss")
    for address in (f"/register/flags/{flag}", "/register/flags?kind=no_deadline"):
        answer = await desk.client.get(address)
        assert f'href="/-/review/{flag}"' in answer.text and "(dismissed)" in answer.text


async def test_a_dismissed_flag_is_no_news(ann, desk) -> None:
    flag, _ = await flag_and_commitment(desk)
    assert flag in (await desk.client.get("/feeds/flags.atom")).text
    await ann.decide(flag, "dismiss")
    assert flag not in (await desk.client.get("/feeds/flags.atom")).text


async def test_precision_of_a_check_is_what_auditors_found(ann, desk, flags) -> None:
    for flag, decision in zip(await flags("no_deadline"), ("confirm", "dismiss", "confirm", "confirm"), strict=False):
        await ann.decide(flag, decision)
    rows = [[cell.text_content().strip() for cell in row] for row in (await ann.get("/-/quality")).cssselect("tbody tr")]
    assert ["No date", "4", "3", "75.0%"] in rows
    (told,) = (await desk.client.get("/-/quality.json")).json()["checks"]
    assert told == {"kind": "no_deadline", "decided": 4, "right": 3, "share": 0.75}


async def test_where_the_log_cannot_be_read_the_register_is_there_and_the_desk_says_so(ann, desk, log: ReviewLog) -> None:
    log.path.write_bytes(b"lunch" * 500)
    for address in ("/", "/papers/lanes", "/search?q=lanes", "/register/flags"):
        assert (await desk.client.get(address)).status_code == 200, address
    for address in ("/-/review", "/-/audit"):
        answer = await desk.client.get(address)
        assert answer.status_code == 503 and "reviews verify" in answer.text and str(log.path.parent) not in answer.text

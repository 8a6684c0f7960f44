from urllib.parse import parse_qs, urlencode, urlparse

import pytest

from pipeline.site.wanted import STATES, Wanted


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def find(see):
    """The texts that are found, in their order."""

    async def texts(**asked: str) -> list[str]:
        return [words(card) for card in (await see("/search", **asked)).cssselect(".card .says")]

    return texts


async def test_words_are_found_by_stem_and_marked(see):
    page = await see("/search", q="planting tree")
    assert [words(mark) for mark in page.cssselect(".card mark")] == ["Plant", "trees"]


async def test_the_best_match_comes_first(find):
    found = await find(q="green")
    assert found[0] == "1 Make every street green"


async def test_all_words_must_be_there_and_phrases_whole(find):
    assert await find(q='"December 2020" trees') == ["1.1 Plant 60 trees by December 2020"]
    assert await find(q='"2020 December"') == []


@pytest.mark.parametrize(
    "asked, number",
    [
        ({"publisher": "Othertown Council"}, 2),
        ({"paper": "streets"}, 6),
        ({"owner": "highways"}, 1),
        ({"owner": "hoh"}, 1),
        ({"kind": "commitment"}, 1),
        ({"theme": "trees"}, 5),
        ({"theme": "play"}, 1),
        ({"due_from": "2020-06-01", "due_to": "2020-12-31"}, 1),
        ({"due_from": "2020-12-31", "due_to": "2020-12-31"}, 1),
        ({"due_from": "2021-01-01", "due_to": "2020-12-31"}, 0),
        ({"figure": "1", "paper": "streets"}, 1),
        ({"flag": "no_owner"}, 1),
        ({"flag": "dropped"}, 0),
        ({"state": "done"}, 1),
        ({"state": "flagged", "paper": "streets"}, 1),
        ({"state": "overdue", "paper": "streets"}, 1),
        ({"state": "due_soon"}, 1),
        ({"q": "trees", "paper": "streets", "kind": "commitment"}, 1),
    ],
)
async def test_filters_narrow_what_is_found(find, see, asked, number):
    assert len(await find(**asked)) == number
    assert words((await see("/search", **asked)).cssselect(".take b")[0]).startswith(f"{number} ")


ASKED = [
    {"publisher": "Anytown Council"},
    {"paper": "streets"},
    {"owner": "highways"},
    {"kind": "action"},
    {"due_from": "2020-06-01", "due_to": "2021-12-31"},
    {"due_from": "2020-10-01", "due_to": "2020-12-31"},
    {"figure": "1"},
    {"flag": "no_owner"},
    {"publisher": "Anytown Council", "flag": "no_owner"},
    {"owner": "highways", "state": "due_soon", "kind": "action"},
    {"due_from": "2020-10-01", "due_to": "2020-12-31", "state": "ahead"},
    *({"state": state} for state in STATES),
]


@pytest.mark.parametrize("asked", ASKED, ids=urlencode)
@pytest.mark.parametrize("order", ["best", "due", "late", "paper"])
async def test_a_filter_finds_among_words_what_it_finds_without(see, asked, order):
    async def find(**asked: str) -> set[str]:
        return {link.get("href") for link in (await see("/search", **asked)).cssselect(".card .says a")}

    wanted = await find(**asked) & await find(q="trees", order="paper")
    assert await find(q="trees", order=order, **asked) == (wanted & await find(order="due") if order == "due" else wanted)


async def test_filters_are_kept_in_the_form_and_can_be_taken_away(see):
    page = await see("/search", q="trees", kind="action", paper="streets", due_to="2020-12-31")
    assert page.cssselect("#q")[0].get("value") == "trees"
    assert [option.get("value") for option in page.cssselect("option[selected]")] == ["streets", "action"]
    left = [parse_qs(urlparse(link.get("href")).query) for link in page.cssselect(".chosen a")]
    assert {"q": ["trees"], "kind": ["action"], "due_to": ["2020-12-31"]} in left
    assert len(left) == 3


async def test_empty_fields_of_the_form_leave_the_address(fetch):
    answer = await fetch("/search", params={"q": "trees", "kind": "", "page": "2"})
    assert answer.status_code == 302
    assert answer.headers["location"] == "/search?q=trees&page=2"


async def test_what_is_due_can_be_put_in_order(find):
    assert await find(order="due", theme="trees") == [
        "Lamps mended by May 2020",
        "Signs put up by May 2020",
        "1.1 Plant 60 trees by December 2020",
    ]
    assert (await find(order="late", paper="streets"))[0] == "1.1 Plant 60 trees by December 2020"


async def test_a_page_behind_the_last_leads_to_the_last(fetch):
    assert (await fetch("/search", params={"page": "9"})).headers["location"] == "/search?"


async def test_what_was_not_found_is_said_with_what_to_do(see):
    assert "Try fewer" in words(await see("/search", q="zeppelin"))


@pytest.mark.parametrize(
    "asked, kept",
    [
        ({"due_from": "31/12/2020", "page": "-1", "kind": "x", "order": "x", "flag": "flagged"}, Wanted()),
        ({"q": " bus\x00 lane \n"}, Wanted(q="bus lane")),
        ({"page": "٣"}, Wanted()),
        ({"page": "99999"}, Wanted(page=500)),
        ({"q": "x" * 999}, Wanted(q="x" * 300)),
    ],
)
def test_what_cannot_be_asked_is_left_out(asked, kept):
    assert Wanted.of(asked) == kept


async def test_of_very_many_those_read_last_are_ranked_and_this_is_said(see, monkeypatch):
    monkeypatch.setattr("pipeline.site.queries.search.RANKED", 2)
    page = await see("/search", q="trees")
    assert "among the 2 that were read last" in words(page.cssselect(".take")[0])
    assert "Page 1 of 1" in words(page.cssselect(".pages")[0])


async def test_the_sections_of_the_chosen_paper_are_offered_as_themes(see):
    assert not (await see("/search")).cssselect("#themes")
    assert [one.get("value") for one in (await see("/search", paper="swings")).cssselect("#themes option")] == ["Play", "Books"]

import pytest


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
async def address(see):
    """The page of a body by its name."""

    async def of(name: str) -> str:
        (link,) = [link for link in (await see("/owners")).cssselect("tbody a") if words(link) == name]
        return link.get("href")

    return of


async def test_owners_are_found_by_any_of_their_names(see):
    assert [words(link) for link in (await see("/owners", name="hoh")).cssselect("tbody a")] == ["Head of Highways"]
    assert [words(link) for link in (await see("/owners", kind="person")).cssselect("tbody a")] == ["SR"]


async def test_an_owner_shows_all_that_it_must_do(see, address):
    page = await see(await address("Parks Team"))
    assert [words(card) for card in page.cssselect("#all .says")] == ["1 Mend 20 swings by May 2030 with the Parks Team."]
    assert "Also printed as PT." in words(page)


async def test_what_is_due_next_and_what_has_passed_are_told_apart(see, address):
    ahead, behind = await see(await address("Parks Team")), await see(await address("SR"))
    assert len(ahead.cssselect("#next .card")) == 1
    assert "Nothing with a date ahead." in words(behind)
    assert [words(figure) for figure in behind.cssselect(".tile .figure")] == ["1", "1", "0", "0"]


async def test_an_owner_is_linked_from_its_commitments(see, id_of, address):
    page = await see(f"/commitments/{id_of('swings', '1')}")
    (link,) = [link for link in page.cssselect(".told a") if words(link) == "Parks Team"]
    assert link.get("href") == await address("Parks Team")


async def test_the_number_of_what_has_passed_is_what_its_link_finds(see, address):
    page = await see(await address("SR"))
    found = await see(page.cssselect(".tile.late a")[0].get("href"))
    assert words(found.cssselect(".take b")[0]) == "1 commitment"


async def test_the_same_facts_are_given_as_json(fetch, address):
    facts = (await fetch(f"{await address('Parks Team')}.json")).json()
    assert facts["body"]["name"] == "Parks Team"


async def test_an_unknown_owner_is_said_to_be_none(fetch):
    assert (await fetch("/owners/b000")).status_code == 404

import json


def words(element) -> str:
    return " ".join(element.text_content().split())


async def told(see, address) -> dict[str, str]:
    page = await see(address)
    return {words(name): words(name.getnext()) for name in page.cssselect("dl.told > dt")}


async def test_it_quotes_the_paper_with_its_values_marked(see, id_of):
    (quote,) = (await see(f"/commitments/{id_of('swings', '1')}")).cssselect("blockquote")
    assert words(quote) == "Mend 20 swings by May 2030 with the Parks Team."
    marked = [(span.get("class"), words(span)) for span in quote.cssselect("span")]
    assert marked == [("target", "20 swings"), ("deadline", "May 2030"), ("owner", "Parks Team")]


async def test_a_deadline_is_told_as_printed_and_as_read(see, id_of):
    facts = await told(see, f"/commitments/{id_of('swings', '1')}")
    assert facts["Deadline"].startswith("“May 2030”: May 2030 Kept if done by the end of 31 May 2030.")
    assert "rule by_month" in facts["Deadline"]


async def test_a_target_is_told_with_its_baseline(see, id_of):
    assert "“20 swings”: reach 20 swing (trees), from 4" in (await told(see, f"/commitments/{id_of('swings', '1')}"))["Target"]


async def test_what_is_not_stated_is_said_so(see, id_of):
    facts = await told(see, f"/commitments/{id_of('swings', '2')}")
    assert facts["Owner"] == "Nobody is named."
    assert facts["Deadline"] == "No date is printed."


async def test_the_owner_above_is_named_where_a_step_names_none(see, id_of):
    facts = await told(see, f"/commitments/{id_of('streets', '1.1')}")
    assert facts["Owner"] == "Nobody is named here; above it: Head of Highways."
    assert facts["Part of"] == "1 Make every street green"


async def test_steps_are_listed_under_what_they_belong_to(see, id_of):
    page = await see(f"/commitments/{id_of('streets', '1')}")
    assert [card.get("href") for card in page.cssselect(".card .says a")] == [f"/commitments/{id_of('streets', '1.1')}"]


async def test_its_flags_are_told_in_their_sentences(see, id_of):
    page = await see(f"/commitments/{id_of('streets', '1.1')}")
    assert "No owner medium severity Nobody is named." in words(page.cssselect(".note")[0])


async def test_the_passage_is_lit_on_the_picture_of_its_page(see, id_of):
    name = id_of("streets", "1.1")
    page = await see(f"/commitments/{name}")
    (image,) = page.cssselect(".sheet img")
    assert image.get("src").startswith("/papers/streets/pages/2.png?v=")
    (lit,) = page.cssselect(".marks a .lit")
    assert [lit.get(side) for side in ("x", "y", "width", "height")] == ["71.0", "99.5", "230.0", "13.5"]
    assert page.cssselect("svg.marks")[0].get("viewbox") == "0 0 200.0 300.0"
    assert [value.get("class") for value in page.cssselect(".marks .v")] == ["v v-target"]


async def test_the_passage_is_lit_in_the_text_of_a_paper_without_pages(see, id_of):
    page = await see(f"/commitments/{id_of('swings', '1')}")
    (lit,) = page.cssselect(".text a.lit")
    assert words(lit) == "Mend 20 swings by May 2030 with the Parks Team."
    assert "Open a library." in words(page.cssselect(".text")[0])


async def test_where_the_paper_is_gone_it_says_where_the_words_stood(see, site):
    name = site.papers["walks-2018"].commitments[0].id
    assert "It stood in walks-2018.txt" in words(await see(f"/commitments/{name}"))


async def test_the_same_promise_is_followed_from_paper_to_paper(see, site):
    page = words(await see(f"/commitments/{site.papers['walks-2019'].commitments[0].id}"))
    assert "The same promise, paper by paper" in page
    assert "First promised" in page and "Carried forward (this page)" in page


async def test_it_says_how_to_cite_it(see, id_of):
    name = id_of("streets", "1.1")
    cited = words((await see(f"/commitments/{name}")).cssselect(".cite")[0])
    assert cited.startswith("Anytown Council, Streets, June 2020, action 1.1, p. 2. In: Pledgebook")
    assert f"http://localhost/commitments/{name}, as of 15 November 2020." in cited


async def test_the_same_facts_are_given_as_json(fetch, id_of):
    answer = await fetch(f"/commitments/{id_of('swings', '1')}.json")
    facts = json.loads(answer.text)
    assert facts["commitment"]["text"] == "Mend 20 swings by May 2030 with the Parks Team."
    assert facts["deadlines"][0]["end"] == "2030-05-31"
    assert facts["paper"]["publisher"] == "Anytown Council"


async def test_an_unknown_commitment_is_said_to_be_none(fetch):
    answer = await fetch("/commitments/c000")
    assert answer.status_code == 404
    assert "There is no commitment c000" in answer.text
    assert (await fetch("/commitments/c000.json")).status_code == 404

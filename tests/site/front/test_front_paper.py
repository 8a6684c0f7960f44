def words(element) -> str:
    return " ".join(element.text_content().split())


async def told(see, slug) -> dict[str, str]:
    return {words(name): words(name.getnext()) for name in (await see(f"/papers/{slug}")).cssselect("dl.told > dt")}


async def test_an_inferred_date_shows_its_evidence(see):
    assert (await told(see, "streets"))["Published"] == "June 2020 Inferred from the words “June 2020”."


async def test_it_says_what_was_read_and_what_not(see):
    page = words(await see("/papers/streets"))
    assert "Characters that stand in a record: 300 of 400 (75%)" in page
    assert "A table is torn. (line 7)" in page
    assert "The trees of 1908” 90 characters, p. 3" in page


async def test_its_commitments_stand_as_its_own_tree(see, id_of):
    page = await see("/papers/streets")
    (steps,) = page.cssselect(".tree ul.steps")
    assert [leaf.get("id") for leaf in steps.cssselect(".leaf")] == [f"c-{id_of('streets', '1.1')}"]
    assert words(page.cssselect(".tree h3")[0]) == "Trees"


async def test_its_flags_are_listed_those_without_a_commitment_too(see):
    notes = [words(note) for note in (await see("/papers/streets")).cssselect(".note")]
    assert any("1.2 is missing." in note for note in notes)
    assert any("Concerns 1.1 Plant 60 trees by December 2020" in note for note in notes)


async def test_earlier_and_later_papers_are_linked_with_the_reason(see):
    earlier, later = await told(see, "walks-2018"), await told(see, "walks-2019")
    assert earlier["Followed by"].startswith("Walks Plan (June 2019) the same publisher, the same title")
    assert later["Follows"].startswith("Walks Plan (June 2018) the same publisher, the same title")


async def test_every_page_is_a_picture_that_is_loaded_as_one_scrolls(see):
    images = (await see("/papers/streets")).cssselect(".sheet img")
    assert [image.get("src").split("?")[0] for image in images] == [f"/papers/streets/pages/{number}.png" for number in (1, 2, 3)]
    assert [image.get("loading") for image in images] == [None, "lazy", "lazy"]
    assert all((image.get("width"), image.get("height")) == ("400", "600") for image in images)


async def test_each_mark_on_a_page_and_its_entry_lead_to_each_other(see, id_of):
    name = id_of("streets", "1.1")
    page = await see("/papers/streets")
    (mark,) = page.cssselect(f"#page-2 #m-{name}")
    assert mark.get("href") == f"#c-{name}"
    assert page.cssselect(f"#c-{name} a[href='#m-{name}']")


async def test_each_mark_in_a_text_and_its_entry_lead_to_each_other(see, id_of):
    name = id_of("swings", "2")
    page = await see("/papers/swings")
    (mark,) = page.cssselect(f".text #m-{name}")
    assert (mark.get("href"), words(mark)) == (f"#c-{name}", "Open a library.")
    assert page.cssselect(f"#c-{name} a[href='#m-{name}']")


async def test_without_its_file_a_paper_still_shows_what_was_read(see):
    page = await see("/papers/walks-2018")
    assert "not in the folder of papers any more" in words(page.cssselect(".itself")[0])
    assert len(page.cssselect(".leaf")) == 1


async def test_the_same_facts_are_given_as_json(fetch):
    facts = (await fetch("/papers/streets.json")).json()
    assert facts["paper"]["slug"] == "streets"
    assert len(facts["commitments"]) == 6


async def test_an_unknown_paper_is_said_to_be_none(fetch):
    assert (await fetch("/papers/atlantis")).status_code == 404


async def test_the_list_of_papers_can_be_narrowed_to_a_publisher(see):
    page = await see("/papers", publisher="Othertown Council")
    assert [words(link) for link in page.cssselect("tbody a")] == ["Walks Plan", "Walks Plan"]
    assert "2 commitments in 2 papers" in words(page.cssselect(".lead")[0])
    assert [words(link) for link in (await see("/papers", name="swing")).cssselect("tbody a")] == ["Swings"]

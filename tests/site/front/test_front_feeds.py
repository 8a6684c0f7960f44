from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree
from sample_papers import deadline, register_of, walks

from pipeline.site.ics import WIDTH, Event, calendar
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["/feeds/commitments.atom", "/feeds/flags.atom", "/feeds/moved-dates.atom"]


@pytest.fixture
def events(fetch):
    """The events of a calendar, by what they say."""

    async def found(address: str = "/deadlines.ics") -> dict:
        answer = await fetch(address)
        assert answer.status_code == 200, answer.text
        return {str(event["summary"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}

    return found


@pytest.fixture
def entries(fetch):
    """The entries of an Atom feed, by title."""

    async def found(address: str) -> dict:
        answer = await fetch(address)
        assert answer.status_code == 200, answer.text
        return {entry.findtext(f"{ATOM}title"): entry for entry in etree.fromstring(answer.content).iter(f"{ATOM}entry")}

    return found


async def test_a_calendar_holds_what_is_due_and_what_has_just_passed(events):
    assert [day["dtstart"].dt for day in (await events()).values()] == [date(2020, 5, 31), date(2020, 12, 31), date(2030, 5, 31)]


async def test_an_event_lasts_the_whole_of_its_day(events):
    event = (await events())["1.1 Plant 60 trees by December 2020"]
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)


async def test_what_is_done_is_in_no_calendar(events):
    assert not [said for said in await events() if "Signs" in said]


async def test_an_event_is_stamped_with_the_time_of_the_last_run(events):
    assert {event["dtstamp"].dt.isoformat() for event in (await events()).values()} == {"2020-11-15T09:00:01+00:00"}


async def test_an_event_is_the_same_one_each_time(events):
    first, again = [[event["uid"] for event in (await events()).values()] for _ in range(2)]
    assert first == again
    assert len(set(first)) == len(first)


async def test_an_event_says_who_what_where_and_leads_to_its_page(events, id_of):
    event = (await events())["1.1 Plant 60 trees by December 2020"]
    assert "printed as “December 2020”" in event["description"]
    assert "Paper: Streets, p. 2" in event["description"]
    assert event["url"] == f"http://localhost/commitments/{id_of('streets', '1.1')}"


@pytest.mark.parametrize(
    "query, said",
    [
        ("paper=swings", ["1 Mend 20 swings by May 2030 with the Parks Team."]),
        ("owner=Parks", ["1 Mend 20 swings by May 2030 with the Parks Team."]),
        ("theme=play", ["1 Mend 20 swings by May 2030 with the Parks Team."]),
        ("publisher=Othertown+Council", []),
        ("due_to=2020-06-01", ["Lamps mended by May 2020"]),
    ],
)
async def test_a_calendar_is_narrowed_as_the_search_is(events, query, said):
    assert list(await events(f"/deadlines.ics?{query}")) == said


async def test_reminders_come_where_they_are_asked_for(fetch):
    plain, reminding = [(await fetch(f"/deadlines.ics{query}")).content for query in ("", "?alarm=7")]
    assert not Calendar.from_ical(plain).walk("VALARM")
    assert {alarm["trigger"].dt for alarm in Calendar.from_ical(reminding).walk("VALARM")} == {timedelta(days=-7)}


@pytest.mark.parametrize("words", ["a;b,c\\d\ne", "x" * 200, "é👍" * 60, "a\r\nEND:VCALENDAR", "\x00\x1f"])
def test_whatever_is_printed_comes_back_from_a_calendar(words):
    made = calendar("All", "", "2020-01-01", [Event("1", "2020-02-29", words, words, "http://localhost/")])
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["summary"]).split() == words.replace("\x00", " ").replace("\x1f", " ").split()


@pytest.mark.parametrize("words", ["x" * 200, "é👍" * 60])
def test_no_line_is_longer_than_the_standard_has_it(words):
    made = calendar("All", words, "2020-01-01", [Event("1", "2020-02-29", words, words, "http://localhost/")])
    assert made.endswith("\r\n")
    assert max(len(line.encode()) for line in made.split("\r\n")) <= WIDTH


def test_the_last_day_of_all_is_a_day_too():
    assert "DTSTART;VALUE=DATE:99991231" in calendar("All", "", "2020-01-01", [Event("1", "9999-12-31", "x", "x", "http://localhost/")])


async def test_new_commitments_are_told(entries):
    found = await entries("/feeds/commitments.atom")
    assert len(found) == 11
    assert "Owner: Parks Team" in found["1 Mend 20 swings by May 2030 with the Parks Team."].findtext(f"{ATOM}content")


async def test_new_flags_are_told_those_of_whole_papers_too(entries):
    assert "Gap in the numbering: 1.2 is missing." in await entries("/feeds/flags.atom?paper=streets")
    assert not await entries("/feeds/flags.atom?paper=swings")


async def test_a_date_that_moved_is_told_with_its_days(tmp_path):
    papers = []
    for one, day in zip(walks(), ("2019-05-31", "2020-05-30"), strict=True):
        dated = one.commitments[0].model_copy(update={"deadlines": (deadline(day, day),)})
        papers.append(one.model_copy(update={"commitments": (dated,)}))
    register_of(tmp_path / "register.db", *papers)
    answer = await datasette_app(tmp_path / "register.db", METADATA).client.get("/feeds/moved-dates.atom")
    (entry,) = etree.fromstring(answer.content).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title").startswith("365 days later: Repair every footbrigde")


@pytest.mark.parametrize("address", FEEDS)
async def test_a_feed_has_what_the_standard_asks_for(fetch, address):
    feed = etree.fromstring((await fetch(address)).content)
    assert feed.findtext(f"{ATOM}id").startswith("urn:uuid:")
    assert feed.findtext(f"{ATOM}updated") >= "2020-11-15T09:00:00Z"
    for entry in feed.iter(f"{ATOM}entry"):
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated", "content"))
        assert entry.find(f"{ATOM}author/{ATOM}name") is not None
        assert entry.find(f"{ATOM}link").get("href").startswith("http://localhost/")


@pytest.mark.parametrize("address", FEEDS)
async def test_every_entry_has_a_name_of_its_own(fetch, address):
    names = etree.fromstring((await fetch(address)).content).xpath("//*[local-name()='entry']/*[local-name()='id']/text()")
    assert len(set(names)) == len(names)


async def test_an_entry_is_as_new_as_the_paper_that_brought_it(entries):
    assert {entry.findtext(f"{ATOM}updated") for entry in (await entries(FEEDS[0])).values()} == {"2020-11-15T09:00:00Z"}


async def test_what_papers_print_is_text_in_a_feed(fetch):
    answer = await fetch("/feeds/commitments.atom?paper=nasty")
    assert "<script" not in answer.text
    assert not etree.fromstring(answer.content).xpath("//*[local-name()='script']")


@pytest.mark.parametrize("typed", ["' OR 1=1 --", "\x00", "x" * 5000, "NEAR(", '"', "-1"])
async def test_nothing_typed_reaches_the_sql_of_a_feed(fetch, typed):
    for address in ("/deadlines.ics", *FEEDS):
        for field in ("q", "owner", "paper", "publisher", "theme", "due_from", "flag", "alarm", "state"):
            assert (await fetch(address, params={field: typed})).status_code == 200, (address, field)


async def test_pages_name_their_feeds_in_their_heads(see, fetch):
    for address, query in (("/", ""), ("/papers/streets", "?paper=streets"), ("/search?state=overdue", "?state=overdue")):
        links = (await see(address)).xpath("//head/link[@rel='alternate'][contains(@type, 'atom') or contains(@type, 'calendar')]/@href")
        assert links == [f"{link}{query}" for link in ("/deadlines.ics", *FEEDS)]
        for link in links:
            assert (await fetch(link)).status_code == 200

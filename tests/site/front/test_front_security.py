"""Nothing that a paper prints and nothing that anybody types is ever run, and our pages hold no script or style of their own."""

import pytest
from lxml import html

from pipeline.site import snapshot
from pipeline.site.headers import HEADERS, STRICT_POLICY

FIELDS = ["q", "state", "publisher", "paper", "owner", "kind", "theme", "due_from", "due_to", "figure", "flag", "order", "page"]
TYPED = [
    "' OR 1=1 --",
    '"><script>alert(1)</script>',
    "'; DROP TABLE papers; --",
    "\x00",
    "%' AND randomblob(900000000) --",
    "{{ 7*7 }}",
    "x" * 5000,
    "👍",
    "NEAR(",
    '"',
    "-1",
    "\u202e",
]


@pytest.fixture
def addresses(site):
    """One address of each kind of page, and all those of what is hostile."""
    facts, (said,) = site.papers["nasty"].paper, site.papers["nasty"].commitments
    return [
        "/",
        "/search",
        "/search?q=say&order=due",
        f"/search?publisher={facts.publisher}&theme={said.section[0]}&owner=alert&state=flagged",
        "/papers",
        "/papers/nasty",
        f"/papers?publisher={facts.publisher}&name=alert",
        f"/commitments/{said.id}",
        "/owners",
        "/owners?name=alert",
        "/papers/streets",
        "/papers/nowhere",
    ]


async def test_what_papers_print_is_shown_and_never_run(fetch, addresses, see, demand_harmless):
    owner = next(link.get("href") for link in (await see("/owners")).cssselect("tbody a") if "alert" in link.text_content())
    for address in [*addresses, owner]:
        demand_harmless((await fetch(address)).text, address)


async def test_what_papers_print_is_shown_as_it_stands(see, site):
    (said,) = site.papers["nasty"].commitments
    assert "<script>alert(1)</script>" in (await see(f"/commitments/{said.id}")).cssselect("blockquote")[0].text_content()
    assert "<script>alert(1)</script>" in (await see("/papers/nasty")).cssselect(".text")[0].text_content()


async def test_nothing_typed_is_taken_for_a_template(see):
    assert "49" not in (await see("/search", q="{{ 7*7 }}")).cssselect("h1")[0].text_content()


@pytest.mark.parametrize("typed", TYPED)
async def test_no_field_of_the_search_reaches_the_sql(fetch, demand_harmless, typed):
    for field in FIELDS:
        for address in ("/search", "/search.json"):
            answer = await fetch(address, params={field: typed})
            assert answer.status_code in (200, 302), (field, answer.text)
            if address == "/search" and answer.status_code == 200:
                demand_harmless(answer.text, field)


@pytest.mark.parametrize("typed", TYPED)
async def test_no_field_of_a_list_reaches_the_sql(fetch, demand_harmless, typed):
    for address in ("/papers", "/owners"):
        for field in ("publisher", "name", "kind", "page"):
            answer = await fetch(address, params={field: typed})
            assert answer.status_code == 200
            demand_harmless(answer.text, field)


@pytest.mark.parametrize("typed", ["' OR 1=1 --", "../../etc/passwd", "%2e%2e%2f", "%00", "c1.json.json"])
async def test_no_name_in_an_address_reaches_sql_or_disk(fetch, typed):
    for address in ("/commitments/", "/papers/", "/owners/"):
        assert (await fetch(address + typed, follow_redirects=True)).status_code == 404


async def test_our_pages_are_sent_with_the_strict_policy(fetch, addresses):
    for address in addresses:
        headers = (await fetch(address)).headers
        assert headers.get_list("content-security-policy") == [STRICT_POLICY], address
        for name in HEADERS:
            assert headers.get_list(name.decode()) == [HEADERS[name].decode()], address


def test_the_strict_policy_lets_nothing_inline_run():
    assert "unsafe" not in STRICT_POLICY
    assert "script-src 'self'" in STRICT_POLICY
    assert "http" not in STRICT_POLICY


async def test_what_our_pages_need_comes_from_our_own_host(fetch, addresses):
    for address in addresses:
        tree = html.fromstring((await fetch(address)).text)
        for link in tree.xpath("//link/@href | //script/@src | //img/@src"):
            assert link.startswith("/"), (address, link)
            assert (await fetch(link)).status_code == 200, link


async def test_no_public_fact_names_a_place_on_the_disk(fetch, site, corpus):
    (said,) = site.papers["nasty"].commitments
    for address in (f"/commitments/{said.id}.json", "/papers/streets.json", "/search.json", "/-/metadata.json", "/-/plugins.json"):
        assert str(corpus.parent) not in (await fetch(address)).text


async def test_a_question_that_takes_too_long_is_answered_plainly(fetch, site, monkeypatch):
    monkeypatch.setattr(site.datasette, "sql_time_limit_ms", 0)
    monkeypatch.setattr(snapshot, "STEPS", 1)
    answer = await fetch("/search?q=trees")
    assert answer.status_code == 503
    assert "That took too long" in answer.text


async def test_nothing_can_be_sent_to_our_pages(site):
    for address in ("/", "/search", "/papers"):
        answer = await site.datasette.client.post(address, data={"q": "x"})
        assert answer.status_code in (403, 405)

"""On every page: whatever is printed or typed is shown and never run, no question reaches the SQL, no place on the disk is told."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from types import SimpleNamespace

import pytest
from lxml import etree, html

from pipeline.reviews import ReviewLog, Seen, Verdict
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
ANN = {"id": "ann", "roles": ["reviewer", "clerk", "researcher"]}
TYPED = ["' OR 1=1 --", '"><script>alert(1)</script>', "x] UNION SELECT 1 --", "\x00" + "x" * 3000]
PARAMETERS = {
    "/-/review": ("kind", "severity", "paper", "publisher", "state", "page", "done"),
    "/-/audit": ("reviewer", "decision", "kind", "paper", "since", "until", "page"),
    "/-/audit.csv": ("reviewer", "decision", "kind", "paper", "since", "until"),
    "/-/review/recorded/nothing": ("kind", "done"),
    "/-/timeline": ("q", "publisher", "paper", "owner", "theme", "by", "lanes", "due_from", "flag"),
    "/-/charts": ("publisher", "paper", "owner", "q"),
    "/search.xlsx": ("q", "publisher", "owner", "theme", "order"),
    "/deadlines.ics": ("q", "owner", "alarm"),
    "/feeds/flags.atom": ("q", "paper", "theme"),
    "/register/flags": ("_search", "kind", "_facet", "_sort", "_next", "_size", "paper__contains"),
    "/register/by_owner": ("owner",),
}
DATA = ("papers", "flags", "commitments", "owners", "targets", "reading_issues", "unread", "names", "bodies", "deadlines", "flag_members")


@pytest.fixture(scope="module")
def hostile(site, corpus: Path, tmp_path_factory: pytest.TempPathFactory):
    """The hostile register, with a verdict whose every word is hostile too; `visit` looks at an address as an actor."""
    folder = tmp_path_factory.mktemp("hostile")
    copy(corpus.parent / "register.db", folder / "register.db")
    (said,), (flag,) = site.papers["nasty"].commitments, site.papers["nasty"].flags
    words = flag.message
    seen = Seen(flag=flag.id, kind="duplicate", paper="nasty", message=words, texts=(words, words))
    gone = Seen(flag="fgone", kind=words[:100], paper=words, message=words, texts=())
    verdicts = [
        Verdict(seen=seen, decision="confirm", note=words, nonce="one"),
        Verdict(seen=gone, decision="dismiss", note=words, nonce="two"),
    ]
    ReviewLog(folder / "reviews.db").add(verdicts, words[:200], "2020-11-16T09:00:00+00:00")
    datasette = datasette_app(folder / "register.db", METADATA, corpus, now=lambda: datetime(2020, 11, 16, tzinfo=UTC))

    async def visit(address: str, actor: dict[str, object] | None = None, **parameters: str):
        cookies = {"ds_actor": datasette.sign({"a": actor}, "actor")} if actor else {}
        return await datasette.client.get(address, params=parameters or None, cookies=cookies)

    yield SimpleNamespace(visit=visit, flag=flag.id, said=said.id, folder=folder, datasette=datasette)
    datasette.executor.shutdown()


@pytest.fixture
def ours(hostile) -> list[str]:
    """An address of each kind of page that is ours, where what is hostile shows."""
    desk = ["/-/review", "/-/review?state=all&kind=duplicate", f"/-/review/{hostile.flag}", "/-/review/recorded/one", "/-/review?done=one"]
    desk += ["/-/audit", "/-/quality", "/-/timeline?paper=nasty", "/-/charts?paper=nasty", "/-/papers", "/-/login"]
    return ["/", "/search?q=say", "/papers", "/papers/nasty", f"/commitments/{hostile.said}", "/owners", *desk]


@pytest.mark.parametrize("actor", [None, ANN])
async def test_nothing_that_is_printed_is_run_on_any_page(hostile, ours, demand_harmless, actor) -> None:
    for address in ours:
        answer = await hostile.visit(address, actor)
        assert answer.status_code == 200, address
        demand_harmless(answer.text, address)


async def test_what_an_auditor_types_is_shown_as_it_stands(hostile) -> None:
    for address in (f"/-/review/{hostile.flag}", "/-/audit", f"/commitments/{hostile.said}", "/papers/nasty", "/-/review/recorded/one"):
        assert "<script>alert(1)</script>" in html.fromstring((await hostile.visit(address)).text).text_content(), address


async def test_nothing_that_is_printed_is_run_among_the_data(hostile) -> None:
    rows = [f"/register/flags/{hostile.flag}", f"/register/commitments/{hostile.said}", "/register/papers/nasty"]
    for address in ["/register", *(f"/register/{table}" for table in DATA), *rows, "/register/by_owner?owner=alert"]:
        answer = await hostile.visit(address, ANN)
        tree = html.fromstring(answer.text)
        assert answer.status_code == 200, address
        assert not [script for script in tree.iter("script") if script.text and "alert(1)" in script.text], address
        assert not tree.xpath("//img[@src='x']") and not tree.xpath("//@onerror | //@onfocus"), address
        assert not [link for link in tree.xpath("//@href") if link.strip().lower().startswith("javascript:")], address


async def test_in_a_feed_it_is_text(hostile) -> None:
    for kind in ("flags", "commitments"):
        tree = etree.fromstring((await hostile.visit(f"/feeds/{kind}.atom")).content)
        assert "<script>alert(1)</script>" in "".join(tree.itertext())
        assert {etree.QName(element).namespace for element in tree.iter()} == {"http://www.w3.org/2005/Atom"}


@pytest.mark.parametrize("address", PARAMETERS)
async def test_nothing_typed_reaches_the_sql_or_is_run(hostile, demand_harmless, address: str) -> None:
    for name in PARAMETERS[address]:
        for typed in TYPED:
            answer = await hostile.visit(address, ANN, **{name: typed})
            assert answer.status_code in (200, 302, 400, 404), (name, typed, answer.text)
            if answer.headers.get("content-type", "").startswith("text/html"):
                assert "<script>alert(1)" not in answer.text, (name, typed)
                if not address.startswith("/register"):
                    assert answer.status_code != 400
                    demand_harmless(answer.text, f"{address}?{name}={typed}")


async def test_no_place_on_the_disk_is_told(hostile, ours, corpus: Path) -> None:
    facts = [f"/commitments/{hostile.said}.json", "/papers/nasty.json", "/search.json", "/-/quality.json", "/register.json", "/.json"]
    data = [f"/register/{table}.json" for table in (*DATA, "runs", "versions", "problems", "run_papers")]
    told = [
        "/-/plugins.json",
        "/-/versions.json",
        "/-/settings.json",
        "/-/actor.json",
        "/-/databases.json",
        "/-/metadata.json",
        "/-/audit.csv",
    ]
    for address in [*ours, *facts, *data, *told, "/nowhere", "/register/nowhere.json", "/-/review/f0"]:
        text = (await hostile.visit(address)).text
        assert not [place for place in (hostile.folder, corpus.parent, Path.cwd(), Path.home()) if f"{place}/" in text], address


async def test_a_log_that_somebody_has_changed_is_told_without_a_place_on_the_disk(hostile, tmp_path: Path) -> None:
    copy(hostile.folder / "register.db", tmp_path / "register.db")
    (tmp_path / "reviews.db").write_bytes(b"no log" * 400)
    datasette = datasette_app(tmp_path / "register.db", METADATA, now=lambda: datetime(2020, 11, 16, tzinfo=UTC))
    for address in ("/-/review", f"/-/review/{hostile.flag}", "/-/audit", "/-/audit.csv", "/-/quality", "/-/review/recorded/one"):
        answer = await datasette.client.get(address)
        assert answer.status_code == 503 and str(tmp_path) not in answer.text, address
    datasette.executor.shutdown()

import hashlib
import io
from html import escape
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from lxml import html
from sample_papers import body, commitment, deadline, flag, owner, paper, register_of, streets, target, walks

from pipeline.model.paper import Issue, Paper, Stretch
from pipeline.model.span import Span
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
NASTY = """"><script>alert(1)</script><img src=x onerror=alert(1)>' onfocus='alert(1) {{7*7}} javascript:alert(1)"""
ODD_NAME = "plans/<img src=x onerror=alert(1)>\"'.txt"
PLAN = "Our plan\nMend 20 swings by May 2030 with the Parks Team.\nOpen a library."


def pdf(pages: int = 3) -> bytes:
    """Empty pages of 200 by 300 points."""
    made, packed = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        made.add_blank_page(page_size=(200, 300))
    made.save(packed, deterministic_id=True)
    return packed.getvalue()


def as_file(folder: Path, file: str, data: bytes, one: Paper, **facts: object) -> Paper:
    """The paper as if it had been read from this file."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return one.model_copy(
        update={"paper": one.paper.model_copy(update={"file": file, "sha256": hashlib.sha256(data).hexdigest(), **facts})}
    )


def swings() -> Paper:
    """A text whose words stand where the records say."""
    text = "Mend 20 swings by May 2030 with the Parks Team."
    at = PLAN.index(text)
    facts = {
        "owners": (owner("Parks Team").model_copy(update={"span": _span("Parks Team")}),),
        "deadlines": (
            deadline("May 2030", "2030-05-31", start="2030-05-01", timex="2030-05").model_copy(update={"span": _span("May 2030")}),
        ),
        "targets": (target("20 swings", 20.0, "swing", baseline=4.0).model_copy(update={"span": _span("20 swings")}),),
    }
    mend = commitment("swings", text, ref="1", span=Span(at, at + len(text)), section=("Play",), **facts)
    library = commitment("swings", "Open a library.", ref="2", span=_span("Open a library."), section=("Books",))
    return paper("swings", mend, library, bodies=(body("Parks Team", "PT", kind="team"),))


def _span(words: str) -> Span:
    return Span(PLAN.index(words), PLAN.index(words) + len(words))


def nasty() -> Paper:
    """Markup in every field that is printed."""
    facts = {
        "owners": (owner(NASTY),),
        "deadlines": (deadline(NASTY, "2019-05-31", reason=NASTY, written=NASTY, timex=NASTY),),
        "targets": (target(NASTY, 3.0, NASTY, metric=NASTY),),
    }
    said = commitment("nasty", f"Say {NASTY}", ref=NASTY, section=(NASTY, NASTY), span=Span(0, 20), **facts)
    flags = (flag("duplicate", NASTY, said, evidence=(NASTY,)),)
    issues = (Issue(message=NASTY, where=NASTY),)
    stretch = Stretch(text=NASTY, characters=9, span=Span(0, 9), page=None)
    return paper("nasty", said, flags=flags, issues=issues, unread=(stretch,), bodies=(body(NASTY, NASTY + " Ltd", kind="organisation"),))


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of papers."""
    return tmp_path_factory.mktemp("front") / "corpus"


@pytest.fixture(scope="session")
def site(corpus: Path):
    """A register whose papers are there: a PDF, two texts, one of them hostile, and two plans that are gone."""
    facts = {"title": NASTY, "publisher": NASTY, "kind": NASTY, "published_evidence": NASTY}
    papers = [
        as_file(corpus, "streets.pdf", pdf(), streets(), pages=3),
        as_file(corpus, "swings.txt", PLAN.replace("\n", "\n\n").encode(), swings()),
        as_file(corpus, ODD_NAME, escape(f"Say {NASTY}\n\n{NASTY}\n").encode(), nasty(), **facts),
        *walks(),
    ]
    path = corpus.parent / "register.db"
    register_of(path, *papers)
    datasette = datasette_app(path, METADATA, corpus)
    yield SimpleNamespace(datasette=datasette, papers={one.paper.slug: one for one in papers})
    datasette.executor.shutdown()


@pytest.fixture
def fetch(site):
    """Fetch an address as anybody may."""
    return site.datasette.client.get


@pytest.fixture
def see(fetch):
    """A page that is there, as a tree of elements."""

    async def page(address: str, **parameters: str):
        answer = await fetch(address, params=parameters or None)
        assert answer.status_code == 200, answer.text
        return html.fromstring(answer.text)

    return page


@pytest.fixture
def id_of(site):
    """The id of a commitment by its paper and reference."""
    return lambda slug, ref: next(one.id for one in site.papers[slug].commitments if one.ref == ref)

"""Whatever a paper prints or an auditor types, a spreadsheet takes no cell of ours for a formula."""

import csv
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from sample_papers import commitment, flag, owner, paper, register_of

from pipeline.reviews import ReviewLog, Seen, Verdict
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
FORMULAS = ['=HYPERLINK("http://evil.example","all")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "＝1+1"]


@pytest.fixture(scope="module")
def fetch(tmp_path_factory: pytest.TempPathFactory):
    """Fetches an address of a register whose every text is a formula."""
    tmp_path = tmp_path_factory.mktemp("formulas")
    said = [commitment("bad", words, ref=words, section=(words,), owners=(owner(words),)) for words in FORMULAS]
    flags = [flag("no_deadline", words, each) for words, each in zip(FORMULAS, said, strict=True)]
    register_of(tmp_path / "register.db", paper("bad", *said, flags=tuple(flags), title=FORMULAS[0], publisher=FORMULAS[0]))
    seen = Seen(flag=flags[0].id, kind="no_deadline", paper="bad", message=FORMULAS[0], texts=(FORMULAS[0],))
    verdict = Verdict(seen=seen, decision="dismiss", note=FORMULAS[0], nonce="=n")
    ReviewLog(tmp_path / "reviews.db").add([verdict], "ann", "2020-11-16T09:00:00+00:00")
    datasette = datasette_app(tmp_path / "register.db", METADATA, now=lambda: datetime(2020, 11, 16, tzinfo=UTC))
    yield datasette.client.get
    datasette.executor.shutdown()


@pytest.mark.parametrize(
    "address",
    [
        "/search.csv",
        "/-/audit.csv",
        "/register/commitments.csv?_size=max",
        "/register/commitments.csv?_stream=on",
        "/register/commitments.csv?_labels=on",
        "/register/owners.csv?_dl=1",
        "/register/flags.csv",
        "/register/by_owner.csv?owner=HYPERLINK",
    ],
)
async def test_no_cell_of_a_csv_file_begins_as_a_formula(fetch, address: str) -> None:
    answer = await fetch(address)
    cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
    assert answer.status_code == 200 and any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝")) or cell.startswith("\t")]


async def test_no_cell_of_a_workbook_is_a_formula(fetch) -> None:
    book = zipfile.ZipFile(io.BytesIO((await fetch("/search.xlsx")).content))
    tree = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert "HYPERLINK" in "".join(tree.itertext())
    assert not [element for element in tree.iter() if etree.QName(element).localname == "f"]
    assert not [name for name in book.namelist() if "external" in name.lower() or "vba" in name.lower()]


async def test_programs_get_the_words_as_they_are(fetch) -> None:
    assert FORMULAS[0] in {row["text"] for row in (await fetch("/search.json")).json()}

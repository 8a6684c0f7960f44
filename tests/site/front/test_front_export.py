import csv
import io
import zipfile

import pytest
from lxml import etree

from pipeline.site.excel import workbook

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet(data: bytes) -> list[list[str | None]]:
    """The cells of a workbook, by row."""
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml"))
    return [["".join(cell.itertext()) for cell in row] for row in tree.iter(f"{SHEET}row")]


async def test_each_kind_of_file_holds_what_is_on_the_screen_in_its_order(fetch, see):
    query = "q=trees&paper=streets&order=due"
    shown = [link.get("href").rpartition("/")[2] for link in (await see(f"/search?{query}")).cssselect(".card .says a")]
    lines = list(csv.DictReader(io.StringIO((await fetch(f"/search.csv?{query}")).text)))
    records = (await fetch(f"/search.json?{query}")).json()
    cells = sheet((await fetch(f"/search.xlsx?{query}")).content)
    place = cells[0].index("id")
    assert shown
    assert [line["id"] for line in lines] == [record["id"] for record in records] == [row[place] for row in cells[1:]] == shown


async def test_a_row_names_the_address_of_its_commitment(fetch):
    (record,) = (await fetch("/search.json?q=December")).json()
    assert record["address"] == f"http://localhost/commitments/{record['id']}"
    assert (record["paper"], record["page"], record["due"]) == ("Streets", 2, "2020-12-31")


async def test_no_cell_of_a_csv_file_is_taken_for_a_formula(fetch):
    text = (await fetch("/search.csv")).text
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "<f>1</f>"])
def test_in_a_workbook_every_text_is_text(words):
    data = workbook([("text", 10)], [[words]])
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml"))
    assert not list(tree.iter(f"{SHEET}f"))
    assert {cell.get("t") for cell in tree.iter(f"{SHEET}c")} == {"inlineStr"}
    assert sheet(data)[1] == [words]


def test_numbers_stay_numbers_and_what_xml_cannot_hold_is_replaced():
    assert sheet(workbook([("a", 5), ("b", 5), ("c", 5)], [[3, None, "a\x00b\ud800"]]))[1] == ["3", "", "a\ufffdb\ufffd"]


def test_the_same_table_makes_the_same_workbook():
    assert workbook([("a", 5)], [["x"]]) == workbook([("a", 5)], [["x"]])


async def test_a_file_is_offered_for_keeping(fetch):
    answer = await fetch("/search.xlsx")
    assert answer.headers["content-disposition"] == 'attachment; filename="commitments.xlsx"'

"""Encodings of web pages, and pages that are broken or hostile."""

import pytest

from pipeline.errors import ReadError
from pipeline.read.html import read_html

EURO = "<p>A café for €5.</p>"


@pytest.mark.parametrize(
    "data",
    [
        EURO.encode(),
        b"\xef\xbb\xbf" + EURO.encode(),
        EURO.encode("utf-16"),
        EURO.encode("cp1252"),
        b"<meta charset=iso-8859-1>" + EURO.encode("cp1252"),
        b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">' + EURO.encode("iso-8859-15"),
        b'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>' + EURO.encode() + b"</body></html>",
        b"<meta charset=no-such-thing>" + EURO.encode(),
    ],
)
def test_encodings_are_told(data: bytes) -> None:
    assert read_html(data).text == "A café for €5."


def test_a_page_saved_with_its_pictures_is_read() -> None:
    mail = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n'
    mail += b"Content-Transfer-Encoding: quoted-printable\n\n<p>A caf=C3=A9</p>\n--x\nContent-Type: image/png\n\nxx\n--x--\n"
    assert read_html(mail).text == "A café"


@pytest.mark.parametrize("data", [b"", b"   ", b"<!-- nothing -->", b"<p></p>", b"\0\0\0"])
def test_a_page_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_html(data)


@pytest.mark.parametrize("tag", ["div", "span", "b", "section"])
def test_tags_that_nest_without_end_lose_no_words(tag: str) -> None:
    assert read_html(f"<{tag}>Plant ".encode() * 3000).text.count("Plant") == 3000


@pytest.mark.parametrize("tags", ["<table><tr><td>", "<ul><li>"])
def test_tables_and_lists_that_nest_without_end_are_refused(tags: str) -> None:
    with pytest.raises(ReadError, match="nested"):
        read_html(tags.encode() * 100_000 + b"Plant")


@pytest.mark.parametrize("tags", ["<table><tr><td>Plant", "<ul><li>Plant", "<nav>Plant", "<blockquote>Plant"])
def test_what_nests_five_hundred_deep_is_read(tags: str) -> None:
    assert read_html(tags.encode() * 500).source().count("Plant") == 500


def test_entities_are_not_expanded() -> None:
    assert read_html(b'<!DOCTYPE html [<!ENTITY a "Plant">]><p>&a; oaks').text.endswith("oaks")


def test_wide_cells_take_no_room() -> None:
    page = "<table>" + "<tr><td colspan=99999>Plant<td colspan=99999>Mow</tr>" * 50 + "</table>"
    assert len(read_html(page.encode()).text) < 1000

"""Bytes become characters whatever a council's tools wrote, or are refused in words a clerk understands."""

import codecs
import tracemalloc

import pytest
from measured import is_done_within

from pipeline.errors import ReadError
from pipeline.read.text.decode import MAX_CHARACTERS, decode

PROMISE = "We’ll open the Café at the “Old Mill” – £5m, by June 2030.\n"


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8], ids=["without a mark", "with a mark"])
def test_utf_8_is_read(bom: bytes) -> None:
    assert decode(bom + PROMISE.encode()) == (PROMISE, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_read(encoding: str) -> None:
    assert decode(PROMISE.encode(encoding)) == (PROMISE, ())


def test_windows_1252_is_read_without_doubt() -> None:
    assert decode(PROMISE.encode("cp1252")) == (PROMISE, ())


def test_windows_1252_of_two_marks_in_a_row_is_no_mixture() -> None:
    assert decode("the café’s garden\n".encode("cp1252")) == ("the café’s garden\n", ())


def test_a_mixture_is_read_and_told_from_its_first_line() -> None:
    text, issues = decode(b"one\n" + PROMISE.encode() + PROMISE.encode("cp1252"))
    assert text == "one\n" + PROMISE * 2
    assert [issue.where for issue in issues] == ["from line 3"]


def test_what_breaks_half_way_is_kept_and_told() -> None:
    text, issues = decode("1. A café.\n".encode() * 20 + b"\xff\xfe\x80\n2. We will")
    assert text.endswith("2. We will")
    assert issues[0].where == "from line 21"


def test_characters_that_are_lost_are_counted() -> None:
    assert "2 characters" in decode(b"We will plant \x81\x8d trees in every park.")[1][0].message


def test_smart_quotes_are_kept() -> None:
    assert decode("‘Our’ “plan”".encode())[0] == "‘Our’ “plan”"


def test_a_nul_is_told() -> None:
    text, issues = decode(b"one\nWe will plant\x00 trees.\n")
    assert "\0" in text
    assert (issues[0].message, issues[0].where) == ("1 NUL character was left out", "line 2")


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n ", "\u00a0\n\u00a0".encode(), "\ufeff".encode(), b"\0\0\0", "\u200b\u3000\u00ad".encode()]
)
def test_a_file_without_a_word_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"it is empty|nothing but white space"):
        decode(data)


@pytest.mark.parametrize(
    ("head", "name"),
    [(b"%PDF-1.7\n", "a PDF"), (b"PK\x03\x04", "Word"), (b"\xd0\xcf\x11\xe0", "Word"), (b"{\\rtf1", "rich text"), (b"\x89PNG", "picture")],
)
def test_a_known_signature_is_named(head: bytes, name: str) -> None:
    with pytest.raises(ReadError, match=name):
        decode(head + b"words " * 100)


def test_a_program_is_told_from_a_text_that_begins_alike() -> None:
    with pytest.raises(ReadError, match="a program"):
        decode(b"MZ\x90\x00\x03\x00\x00\x00" + b"words " * 100)
    assert decode(b"MZ is our code for the zone.")[0].startswith("MZ")


def test_binary_data_is_refused() -> None:
    with pytest.raises(ReadError, match="binary data"):
        decode(bytes(range(256)) * 64)


def test_a_line_of_50_mb_is_refused_at_once() -> None:
    data = b"word " * 10_000_000

    def refuse() -> None:
        with pytest.raises(ReadError, match=r"line 1 is 50,000,000 characters long"):
            decode(data)

    tracemalloc.start()
    assert is_done_within(2, refuse)
    assert tracemalloc.get_traced_memory()[1] < 3 * len(data)
    tracemalloc.stop()


def test_many_lines_just_under_the_limit_cost_no_time() -> None:
    assert is_done_within(1, lambda: decode((b"a" * 900_000 + b"\n") * 3))


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(ReadError, match="10,000,010 characters"):
        decode(b"one word \n" * (MAX_CHARACTERS // 10 + 1))

"""What holds for any text at all."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.model.document import Document
from pipeline.read.text import read_text

FRAGMENTS = st.sampled_from(
    [
        *[
            "# ",
            "## ",
            "OUR PARKS AND",
            "Our Parks",
            "We will plant oaks.",
            "in all parks",
            "and limes",
            "Clerk",
            "A1",
            "30",
            "3.5.1 ",
            "1. ",
            "(a) ",
        ],
        *["(i) ", "- ", "• ", "o\t", "* ", "**", "_", "[a](b)", "[^1]", "†", "m²", "\\*", "PA 1 ", "Page 3", "[x] ", "Contact:", "YES"],
        *["<p>", "</p>", "<br>", "<!--", "-->", "<b>", "&nbsp;", "&amp;", "&shy;", "&#0;", "<", ">", "&"],
        *[
            "|",
            "\\|",
            "|---|---|",
            "===",
            "---",
            "\t",
            "\t",
            "\t\t",
            " ",
            "  ",
            "      ",
            "\nRef    Action       Lead\nA1     ",
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\f",
            "\v",
            "\x1c",
            "\x85",
            "\u2028",
        ],
        *["\u00a0", "\u00ad", "\u200b", "\ufeff", "\u3000", "\0", "“", "’", "é", "ſ", "İ"],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=40).map("".join))


def read(source: str) -> Document | None:
    """The document; None for a text that is refused, the only other way reading may end."""
    try:
        return read_text(source.encode(errors="replace"))
    except ReadError:
        return None


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("A\tB\tC\nOur Parks\n\tmow\t\n")
def test_the_source_comes_back(source: str) -> None:
    if document := read(source):
        assert document.source() == source.encode(errors="replace").decode().removeprefix("\ufeff")


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_text(data).source()
    except ReadError as error:
        assert str(error)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_blocks_come_in_order_and_hold_their_cells(source: str) -> None:
    document = read(source)
    end = 0
    for block in document.blocks if document else ():
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert all(block.span.holds(part) for cell in block.cells for part in cell.parts)
        end = block.span.end


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_words_are_trimmed_and_spaced_by_one(source: str) -> None:
    document = read(source)
    for block in document.blocks if document else ():
        spans = [part for cell in block.cells for part in cell.parts] or [block.span]
        for words in (span.of(document.text) for span in spans):
            assert words == " ".join(words.split())


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_no_markup_is_left(source: str) -> None:
    document = read(source.replace("&", ""))
    for block in document.blocks if document else ():
        assert not re.search(r"</?(?:p|b|br)>|[\u00ad\u200b\ufeff\0\u00a0]", block.span.of(document.text))


@given(TEXTS)
@settings(deadline=None)
def test_repairs_come_in_order_and_do_not_overlap(source: str) -> None:
    document = read(source)
    end = 0
    for repair in document.repairs if document else ():
        assert repair.at >= end
        assert repair.raw != repair.mended
        end = repair.at + len(repair.mended)
        assert document.text[repair.at : end] == repair.mended

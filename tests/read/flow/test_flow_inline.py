"""What is mended inside paragraphs without pages, and how tables and headings of any format come out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.read.flow.compose import compose
from pipeline.read.flow.content import Paragraph, Table, TableCell

WORDS = re.compile(r"[ab1.\[\]\u2011]")


@pytest.mark.parametrize(
    ("text", "marks", "mended"),
    [
        ("We will act [1] now.", ((12, 15),), "We will act now."),
        ("We will act[1].", ((11, 14),), "We will act."),
        ("We will act. [1]", ((13, 16),), "We will act."),
        ("[1] We will act.", ((0, 3),), "We will act."),
        ("We\u00a0will\u200b act.", (), "We will act."),
        ("plan\u00adning 2020\u201121.", (), "planning 2020-21."),
        ("We will  \t act.", (), "We will act."),
    ],
)
def test_marks_and_odd_blanks_are_mended(text: str, marks: tuple[tuple[int, int], ...], mended: str) -> None:
    document = compose([Paragraph(text, marks=marks)])
    assert document.text == mended
    assert document.source() == text


@given(st.text(alphabet="ab 1.\u00a0\u00ad\u200b\u2011\t\n[]", min_size=1, max_size=30), st.integers(0, 29), st.integers(0, 5))
def test_no_character_but_blanks_is_lost(text: str, start: int, length: int) -> None:
    try:
        document = compose([Paragraph(text, marks=((min(start, len(text)), min(start + length, len(text))),))])
    except ReadError:
        return
    assert WORDS.findall(document.source()) == WORDS.findall(text)
    assert all(block.span.of(document.text) == " ".join(block.span.of(document.text).split()) for block in document.blocks)


def test_headings_that_only_look_so_stand_below_stated_ones() -> None:
    bold = Paragraph("31. Roads", strong=((0, 9),))
    headings = [Paragraph("Plan", "heading", 1), bold, Paragraph("ROADS AND PARKS"), bold, Paragraph("Annex", "heading", 1)]
    assert [block.level for block in compose(headings).blocks] == [1, 2, 3, 2, 1]


def test_a_footnote_in_a_cell_waits_for_the_end_of_its_section() -> None:
    cells = (TableCell(0, 1, (Paragraph("Plant"), Paragraph("Soon.", "footnote"))), TableCell(1, 1, (Paragraph("Clerk"),)))
    rows = (cells, (TableCell(0, 1, (Paragraph("Mow"),)), TableCell(1, 1, (Paragraph("Mayor"),))))
    assert [block.kind for block in compose([Table(rows)]).blocks] == ["row", "row", "footnote"]

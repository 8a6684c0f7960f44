"""A text as a whole: line ends, paragraphs, and the way back to the source."""

import pytest

from pipeline.errors import ReadError
from pipeline.read import read_paper
from pipeline.read.text import read_text

LONG = "We will plant many oaks and limes in every one of the parks of our old and green town."
WRAPPED = """This plan was made by the council after a long debate with all of the residents
who came to the hall. Nobody was left out of it, and the minutes were written by
hand. The Mayor thanked all of them for their patience and for the cake that was
served."""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_any_line_end_ends_a_line(outline, end: str) -> None:
    assert outline(end.join(["# Plan", "", "1. We will mow.", "2. We will plant."])) == [
        "heading 1: Plan",
        "item 1 1.: We will mow.",
        "item 1 2.: We will plant.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_wrapped_at_80_columns_are_one_paragraph(outline, end: str) -> None:
    assert outline(WRAPPED.replace("\n", end)) == ["paragraph: " + WRAPPED.replace("\n", " ")]


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_paragraphs_on_one_line_each_stay_apart(outline, end: str) -> None:
    assert outline(end.join([LONG * 3, LONG * 3])) == ["paragraph: " + LONG * 3] * 2


def test_a_paragraph_torn_by_a_page_is_one(outline) -> None:
    assert outline("We will plant oaks in\n\n4\n\f\nevery park.\n") == ["paragraph: We will plant oaks in every park."]


def test_a_full_stop_before_a_page_ends_the_paragraph(outline) -> None:
    assert outline("We will plant oaks.\n\n4\n\f\nevery park.\n")[0] == "paragraph: We will plant oaks."


@pytest.mark.parametrize("blank", ["\u200b", "\u00a0", "\u3000", "\u00ad", "&nbsp;", "<br>", "<p>&nbsp;</p>", "-----"])
def test_a_line_without_words_parts_paragraphs(outline, blank: str) -> None:
    assert outline(f"We will mow.\n{blank}\nWe will plant.\n") == ["paragraph: We will mow.", "paragraph: We will plant."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_gives_the_same_blocks(outline, encoding: str) -> None:
    text = "# Café plan\r\n\r\n1. We’ll open it.\r\n"
    assert outline(text.encode(encoding)) == ["heading 1: Café plan", "item 1 1.: We’ll open it."]


def test_the_source_comes_back_whole() -> None:
    source = "\n\n# **Plan**\r\n\n•\t<p>Mow&nbsp;\u00ad it</p>\x00 \n\na\tb\n\n\tc\n"
    assert read_text(source.encode()).source() == source


def test_repairs_are_only_where_the_text_differs() -> None:
    assert read_text(b"We will mow the lawn.").repairs == ()


def test_a_paper_of_another_kind_is_refused() -> None:
    with pytest.raises(ReadError, match="files of this kind"):
        read_paper(b"We will mow.", "plan.xlsx")


def test_the_ending_may_be_in_capitals() -> None:
    assert read_paper(b"We will mow.", "PLAN.TXT").text == "We will mow."

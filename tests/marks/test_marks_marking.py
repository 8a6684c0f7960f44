"""What is marked on which page."""

from typing import Any

from pipeline.marks.marking import Stretch, markings
from pipeline.model.paper import Paper, PaperFacts
from pipeline.model.record import Box, Commitment, Owner
from pipeline.model.span import Span


def box(page: int, x0: float, top: float, width: float = 100) -> Box:
    return Box(page=page, x0=x0, top=top, x1=x0 + width, bottom=top + 10)


def owner(*boxes: Box) -> Owner:
    return Owner(text="Parks Team", span=Span(0, 10), rule="column", role="lead", page=boxes[0].page, boxes=boxes)


def commitment(*boxes: Box, **more: Any) -> Commitment:
    facts = {"id": "c1", "ref": None, "kind": "action", "parent": None, "section": (), "text": "Plant trees", "rule": "verb"}
    facts |= {"owners": (), "deadlines": (), "targets": (), "budgets": (), "status": None, "span": Span(0, 11)}
    return Commitment(**(facts | {"page": boxes[0].page if boxes else None, "boxes": boxes} | more))


def paper(*commitments: Commitment) -> Paper:
    nothing = dict.fromkeys(("title", "publisher", "kind", "published", "published_evidence", "period_start", "period_end"))
    facts = PaperFacts(slug="plan", file="plan.pdf", sha256="0" * 64, text_sha256="0" * 64, pages=9, **nothing)
    return Paper(paper=facts, commitments=commitments, flags=(), reading_issues=())


def test_each_page_has_the_lines_that_are_printed_on_it() -> None:
    found = markings(paper(commitment(box(2, 50, 700), box(2, 50, 712), box(3, 50, 60))))
    assert {page: [len(marking.boxes) for marking in marked] for page, marked in found.items()} == {2: [2], 3: [1]}


def test_pages_come_in_order_though_commitments_do_not() -> None:
    assert list(markings(paper(commitment(box(3, 0, 0)), commitment(box(1, 0, 0))))) == [1, 3]


def test_a_commitment_is_named_by_its_reference_or_else_by_its_place() -> None:
    found = markings(paper(commitment(box(1, 0, 0), ref="3.5.1"), commitment(box(1, 0, 20))))
    assert [marking.label for marking in found[1]] == ["3.5.1 · action", "no. 2 · action"]


def test_a_label_tells_status_and_doubt() -> None:
    ((marking,),) = markings(paper(commitment(box(1, 0, 0), ref="4", status="under_way", certain=False))).values()
    assert marking.label == "4 · action, under way, uncertain"


def test_the_next_page_says_that_a_commitment_goes_on_there() -> None:
    found = markings(paper(commitment(box(1, 0, 700), box(2, 0, 60), ref="4")))
    assert [marking.label for page in found.values() for marking in page] == ["4 · action", "4 · continued"]


def test_a_value_on_another_page_is_marked_there() -> None:
    found = markings(paper(commitment(box(2, 0, 0), owners=(owner(box(1, 70, 30)),))))
    assert [(value.kind, value.boxes) for value in found[1][0].values] == [("owner", (box(1, 70, 30),))]
    assert found[1][0].boxes == ()
    assert found[2][0].values == ()


def test_lines_below_each_other_are_one_stretch() -> None:
    ((marking,),) = markings(paper(commitment(box(1, 90, 100, 60), box(1, 50, 112), box(1, 50, 124)))).values()
    assert marking.stretches == (Stretch(50, 100, 134),)


def test_a_new_column_begins_another_stretch() -> None:
    ((marking,),) = markings(paper(commitment(box(1, 50, 700), box(1, 300, 60), box(1, 300, 72)))).values()
    assert marking.stretches == (Stretch(50, 700, 710), Stretch(300, 60, 82))


def test_a_paper_without_pages_has_nothing_to_mark() -> None:
    assert markings(paper(commitment())) == {}

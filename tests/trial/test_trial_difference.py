"""What a paper gains, loses and changes between two readings."""

from typing import Any

from pipeline.model.paper import Flag, Paper, PaperFacts
from pipeline.model.record import Commitment, Deadline
from pipeline.model.span import Span
from pipeline.trial.difference import Difference, compare

FACTS = {"slug": "plan", "file": "plan.txt", "sha256": "0", "text_sha256": "0", "title": "Plan", "publisher": None, "kind": None}
FACTS |= {"published": None, "published_evidence": None, "period_start": None, "period_end": None, "pages": None}
EMPTY = {"ref": None, "kind": "action", "parent": None, "section": (), "owners": (), "deadlines": (), "targets": (), "budgets": ()}
MAY = Deadline(text="May", span=Span(6, 9), rule="TM01", type="DATE", timex="2020-05", start=None, end=None, relation="by", rrule=None)


def record(text: str, start: int = 0, **more: Any) -> Commitment:
    """A commitment of these words, whose id they are."""
    place = {"span": Span(start, start + len(text)), "status": None, "page": None, "boxes": (), "rule": "SE01"}
    return Commitment(**{**EMPTY, **place, "id": text, "text": text, **more})


def paper(*commitments: Commitment, flags: tuple[Flag, ...] = (), **facts: Any) -> Paper:
    return Paper(paper=PaperFacts(**{**FACTS, **facts}), commitments=commitments, flags=flags, reading_issues=())


def told(difference: Difference) -> list[tuple[str, str]]:
    return [(change.kind, change.commitment.text) for change in difference.changes]


def test_the_same_paper_changes_nothing() -> None:
    assert compare(paper(record("mend")), paper(record("mend"))).is_empty


def test_what_is_new_is_gained_and_what_is_gone_lost() -> None:
    found = compare(paper(record("mend")), paper(record("plant", 50)))
    assert told(found) == [("lost", "mend"), ("gained", "plant")]


def test_all_is_gained_where_there_was_no_paper() -> None:
    assert told(compare(None, paper(record("mend"), record("plant", 50)))) == [("gained", "mend"), ("gained", "plant")]


def test_what_stands_on_the_same_words_is_changed() -> None:
    (change,) = compare(paper(record("mend it")), paper(record("mend it soon"))).changes
    assert change.kind == "changed"
    assert [(field.sign, field.field, field.value["text"]) for field in change.fields] == [
        ("-", "text", "mend it"),
        ("+", "text", "mend it soon"),
    ]


def test_of_several_on_the_same_words_the_nearest_is_the_same() -> None:
    before = paper(record("we will", 0), record("mend the lamp", 8))
    found = compare(before, paper(record("will mend the lamps", 3)))
    assert told(found) == [("lost", "we will"), ("changed", "will mend the lamps")]


def test_a_value_that_is_gained_is_told_with_its_rule() -> None:
    (change,) = compare(paper(record("mend")), paper(record("mend", deadlines=(MAY,)))).changes
    (field,) = change.fields
    assert (field.field, field.sign) == ("deadlines", "+")
    assert (field.value["text"], field.value["timex"], field.value["rule"]) == ("May", "2020-05", "TM01")


def test_a_value_that_is_read_otherwise_is_lost_and_gained() -> None:
    other = MAY.model_copy(update={"timex": "2021-05"})
    (change,) = compare(paper(record("mend", deadlines=(MAY,))), paper(record("mend", deadlines=(other,)))).changes
    assert [(field.sign, field.value["timex"]) for field in change.fields] == [("-", "2020-05"), ("+", "2021-05")]


def test_where_a_value_stands_is_no_change() -> None:
    other = MAY.model_copy(update={"span": Span(7, 10)})
    assert compare(paper(record("mend", deadlines=(MAY,))), paper(record("mend", deadlines=(other,)))).is_empty


def test_another_rule_is_a_change() -> None:
    (change,) = compare(paper(record("mend")), paper(record("mend", rule="SE02"))).changes
    assert [(field.field, field.value["text"]) for field in change.fields] == [("rule", "SE01"), ("rule", "SE02")]


def test_another_parent_is_told_by_its_words() -> None:
    one, two = record("first", 20), record("other", 40)
    before, after = (paper(one, two, record("mend", 60, parent=parent)) for parent in ("first", "other"))
    (change,) = compare(before, after).changes
    assert [(field.field, field.value["text"]) for field in change.fields] == [("parent", "first"), ("parent", "other")]


def test_a_parent_whose_id_alone_differs_is_no_change() -> None:
    before = paper(record("lead", 20, id="a"), record("mend", 60, parent="a"))
    assert compare(before, paper(record("lead", 20, id="b"), record("mend", 60, parent="b"))).is_empty


def test_flags_are_gained_and_lost() -> None:
    flag = Flag(id="f", kind="no_owner", severity="low", members=(), message="Nobody.", evidence=())
    found = compare(paper(), paper(flags=(flag,)))
    assert (found.flags_gained, found.flags_lost, found.is_empty) == ((flag,), (), False)


def test_the_facts_of_the_paper_count_too() -> None:
    found = compare(paper(), paper(published="2020-05"))
    assert [(field.sign, field.field, field.value["text"]) for field in found.facts] == [("+", "published", "2020-05")]


def test_changes_come_in_the_order_of_the_paper() -> None:
    found = compare(paper(record("b", 20), record("d", 60)), paper(record("a", 0), record("c", 40)))
    assert told(found) == [("gained", "a"), ("lost", "b"), ("gained", "c"), ("lost", "d")]

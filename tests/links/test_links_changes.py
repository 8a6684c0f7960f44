"""What has changed between two wordings of a promise."""

import pytest
from sample_papers import body, commitment, deadline, owner, paper, target

from pipeline.links.base import Side
from pipeline.links.changes import changes
from pipeline.links.names import names_in
from pipeline.model.body import Body
from pipeline.model.span import Span


def found(before: dict, after: dict, facts: tuple[dict, dict] = ({}, {}), bodies: tuple[tuple[Body, ...], ...] = ((), ())) -> list[tuple]:
    sides = []
    for slug, more, stated, known in zip("ab", (before, after), facts, bodies, strict=True):
        each = commitment(slug, more.pop("text", "Plant trees"), **more)
        sides.append(Side(paper(slug, each, **stated).paper, each, names_in(known)))
    return [(change.event, change.before.text, change.after.text, change.days) for change in changes(*sides)]


def dated(*ends: str, **more) -> dict:
    return {"deadlines": tuple(deadline(end, end, **more) for end in ends)}


def led(*names: str) -> dict:
    return {"owners": tuple(owner(name) for name in names)}


def aimed(text: str, value: float, unit: str = "%", **more) -> dict:
    return {"targets": (target(text, value, unit, **more),)}


def test_a_later_date_is_a_slip_in_days():
    assert found(dated("2020-05-31"), dated("2020-08-31")) == [("deadline_moved", "2020-05-31", "2020-08-31", 92)]


def test_an_earlier_date_is_less_than_nothing():
    assert found(dated("2020-05-31"), dated("2020-05-01"))[0][3] == -30


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (dated("2020-05-31"), dated("2020-05-31")),
        (dated("2020-05-31"), {}),
        ({}, dated("2020-05-31")),
        (dated("2020-05-31"), dated("2020-05-31", "2020-08-31")),
        (dated("2020-05-31", rrule="FREQ=YEARLY"), dated("2021-05-31", rrule="FREQ=YEARLY")),
        (dated("2020-05-31"), dated("2020-08-31") | {"status": "done"}),
        (dated("2020-05-31"), dated("2020-08-31", relation="from")),
    ],
    ids=["the same", "none now", "none before", "one more", "recurring", "done", "a start and an end"],
)
def test_no_date_has_moved(before, after):
    assert found(before, after) == []


def test_the_end_of_each_papers_own_period_is_no_slip():
    periods = {"period_end": "2020-03-31"}, {"period_end": "2021-03-31"}
    assert found(dated("2020-03-31"), dated("2021-03-31"), periods) == []


def test_a_start_moves_against_a_start():
    assert found(dated("2020-05-31", relation="from"), dated("2020-06-30", relation="from"))[0][3] == 30


def test_another_lead_is_told():
    assert found(led("Parks Team"), led("Housing Board")) == [("owner_changed", "Parks Team", "Housing Board", None)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (led("Parks Team"), led("the Parks Team")),
        (led("Lincolnshire County Council"), led("LCC")),
        (led("Parks Team"), led("LCC Parks Team")),
        (led("Organisations like the Council"), led("Organisations like the Authority")),
        (led("Children's Service Teams"), led("Childrens Services Teams")),
        (led("Parks Team"), led("Parks Team", "Housing Board")),
        (led("Parks Team", "Housing Board"), led("Parks Team")),
        (led("Parks Team"), {}),
        (led("Parks Team"), {"owners": (owner("Housing Board"), owner("Parks Team", "partner"))}),
    ],
    ids=["article", "initials", "prefix", "council", "spelling", "one more", "one less", "none now", "a partner now"],
)
def test_the_lead_has_not_been_replaced(before, after):
    assert found(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "event"),
    [
        (aimed("60 trees", 60, "tree", direction="increase"), aimed("40 trees", 40, "tree", direction="increase"), "target_weakened"),
        (aimed("60 homes", 60, "home"), aimed("80 homes", 80, "home"), "target_strengthened"),
        (aimed("20%", 20, direction="decrease"), aimed("10%", 10, direction="decrease"), "target_weakened"),
        (aimed("9%", 9, direction="decrease", baseline=12), aimed("8%", 8, direction="decrease", baseline=12), "target_strengthened"),
        (aimed("up to 5%", 5, comparator="at_most"), aimed("up to 6%", 6, comparator="at_most"), "target_weakened"),
        (aimed("26 weeks", 26, "week"), aimed("30 weeks", 30, "week"), "target_weakened"),
        (aimed("20%", 20, direction="decrease"), aimed("25%", 25, direction="increase"), "target_changed"),
        (aimed("4%", 4) | {"kind": "indicator"}, aimed("5%", 5) | {"kind": "indicator"}, "target_changed"),
    ],
    ids=["fewer", "more", "a smaller cut", "a lower level", "a higher ceiling", "a longer time", "turned round", "a bare measure"],
)
def test_a_figure_is_less_or_more_as_its_sense_has_it(before, after, event):
    assert [change[0] for change in found(before, after)] == [event]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (aimed("60 trees", 60, "tree"), aimed("60 saplings", 60, "tree")),
        (aimed("60 trees", 60, "tree"), {}),
        (aimed("60 trees", 60, "tree"), aimed("40%", 40)),
    ],
    ids=["the same", "none now", "of another unit"],
)
def test_no_figure_has_changed(before, after):
    assert found(before, after) == []


def test_a_level_to_come_down_to_is_stronger_when_lower():
    before = {"text": "Cut waste to 9%", **aimed("9%", 9, direction="decrease")}
    after = {"text": "Cut waste to 8%", **aimed("8%", 8, direction="decrease")}
    for side in (before, after):
        side["targets"] = (side["targets"][0].model_copy(update={"span": Span(23, 25)}),)
    assert [change[0] for change in found(before, after)] == ["target_strengthened"]


FRIENDS = body("Friends of the Park", "the Friends", "FPK")


@pytest.mark.parametrize("bodies", [((FRIENDS,), ()), ((), (FRIENDS,))], ids=["known before", "known after"])
@pytest.mark.parametrize("name", ["The Friends", "FPK"])
def test_another_name_that_either_paper_gives_a_body_is_no_other_owner(name, bodies):
    assert found(led("Friends of the Park"), led(name), bodies=bodies) == []


def test_a_short_name_of_two_bodies_tells_neither():
    other = body("Friends of the Pool", "the Friends")
    assert len(found(led("Friends of the Pool"), led("the Friends"), bodies=((FRIENDS, other), ()))) == 1

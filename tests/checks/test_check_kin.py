"""What stands around a commitment, where its values stand in it, and what of it binds."""

from collections.abc import Callable

import pytest

from pipeline.checks.kin import Kin, is_in_quotation, is_open, place_of
from pipeline.model.paper import Paper

MakePaper = Callable[..., Paper]


def test_steps_and_what_stands_above_are_told_both_ways(make_paper: MakePaper) -> None:
    paper = make_paper([{"text": "Green the town"}, {"text": "Plant trees", "under": 0}, {"text": "Dig holes", "under": 1}])
    town, trees, holes = paper.commitments
    kin = Kin(paper)
    assert (kin.steps(town), kin.steps(holes), list(kin.above(holes))) == ([trees], [], [trees, town])


def test_a_circle_of_parents_ends(make_paper: MakePaper) -> None:
    paper = make_paper([{"text": "Plant trees"}, {"text": "Dig holes", "under": 0}])
    trees, holes = paper.commitments
    circle = paper.model_copy(update={"commitments": (trees.model_copy(update={"parent": holes.id}), holes)})
    assert len(list(Kin(circle).above(holes))) == 1


def test_a_word_printed_twice_is_found_where_its_value_was_read(make_paper: MakePaper) -> None:
    (commitment,) = make_paper([{"text": "In May tell how May went", "ends": [{"text": "May", "span": [57, 60]}]}]).commitments
    assert place_of(commitment.deadlines[0], commitment) == 16


def test_a_value_in_a_cell_of_its_own_has_no_place_in_the_text(make_paper: MakePaper) -> None:
    (commitment,) = make_paper([{"text": "Plant trees", "ends": ["2030-05-31"]}]).commitments
    assert place_of(commitment.deadlines[0], commitment) is None


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Say “by 5%” and no more than HERE", False),
        ("Amend 5.1 as follows: “by HERE”", True),
        ("Amend 5.1 as follows: ‘the council’s share is HERE’", True),
        ("The council’s share is HERE", False),
    ],
)
def test_a_quotation_is_open_until_it_closes(text: str, inside: bool) -> None:
    assert is_in_quotation(text.index("HERE"), text) is inside


@pytest.mark.parametrize(
    ("row", "stands"),
    [
        ({"modality": "conditional", "condition": "if needed"}, True),
        ({"modality": "conditional", "condition": "subject to funding"}, True),
        ({"modality": "conditional", "condition": "unless asked"}, False),
        ({"modality": "aspirational", "condition": "aims to"}, True),
        ({"modality": "negated", "condition": "will not"}, False),
        ({"status": "done"}, False),
        ({"status": "under_way"}, True),
    ],
)
def test_what_hangs_on_an_if_or_is_done_is_not_open(make_paper: MakePaper, row: dict[str, str], stands: bool) -> None:
    (commitment,) = make_paper([{"text": "Plant trees", **row}]).commitments
    assert is_open(commitment) is stands

"""Items that promise without opening with a plain verb: by their label, as a deed, behind an adverb, by authority given."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

MINUTES = "Minutes of the meeting of Cabinet held on 4 May 2021\n\nPresent: Cllr A. Reed\n\n"


def texts(records: tuple[Commitment, ...]) -> list[str]:
    return [record.text for record in records]


def test_an_item_called_a_commitment_is_one(promises: Promises) -> None:
    (only,) = promises("# Our word\n\nCommitment 1: Everyone who writes to us gets an answer within 24 hours.\n")
    assert (only.ref, only.kind) == ("Commitment 1", "commitment")


def test_a_title_behind_such_a_label_is_none(promises: Promises) -> None:
    assert promises("# Our word\n\nPledge 1: Trees\n\nThe town has many trees.\n") == ()


def test_a_deed_under_actions_is_an_action(promises: Promises) -> None:
    (only,) = promises("# Actions\n\n- Introduction of a new fuel for the fleet\n- Promotion of trees is good for the town.\n")
    assert (only.text, only.kind) == ("Introduction of a new fuel for the fleet", "action")


def test_an_adverb_may_stand_before_the_verb(promises: Promises) -> None:
    source = "# Plan\n\n- Accurately publish our headcount\n- Early help for families\n"
    assert texts(promises(source)) == ["Accurately publish our headcount"]


def test_whoever_is_given_authority_is_to_act(promises: Promises) -> None:
    source = "That authority be delegated to the Director of Housing in consultation with Cllr Roe to:\n\n- Build a hall\n"
    (only,) = promises(MINUTES + "RESOLVED –\n\n" + source)
    assert ([owner.text for owner in only.owners], only.kind) == (["Director of Housing"], "action")


def test_the_heads_of_columns_promise_nothing(promises: Promises) -> None:
    assert promises("# Deliverables\n\nAction What we will do and when What residents will see\n") == ()


def test_how_something_can_be_done_is_something_to_do(promises: Promises) -> None:
    assert texts(promises("# Deliverables\n\nReview how our land can house more homes.\n")) == ["Review how our land can house more homes."]

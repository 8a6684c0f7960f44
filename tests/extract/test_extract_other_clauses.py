"""Times and figures of a clause beside the promise."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper

Extract = Callable[[str], Paper]
HEAD = "# Our plan\n\nPublished 4 March 2025\n\n## Actions\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Clerk to write to all members who attend the next meeting.",
        "The Council will prepare for the new duties that come into force next year.",
        "Officers will review the rules to ensure that the service is running well throughout the year.",
        "The Clerk to ask Highways to give the drain attention as soon as possible.",
    ],
)
def test_a_time_of_another_clause_is_no_deadline(extract: Extract, sentence: str) -> None:
    (commitment,) = extract(HEAD + sentence + "\n").commitments
    assert commitment.deadlines == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "We will publish a plan that sets out our priorities by March 2026.",
        "The Council will write to residents who are affected as soon as possible.",
        "The Council will ensure that the hall is kept open throughout the year.",
        "We will hold a fair which will take place in July 2026.",
    ],
)
def test_a_time_of_the_promise_behind_another_clause_is_its_deadline(extract: Extract, sentence: str) -> None:
    (commitment,) = extract(HEAD + sentence + "\n").commitments
    assert len(commitment.deadlines) == 1


@pytest.mark.parametrize("who", ["The Council", "The Trust"])
def test_it_aims_to_behind_a_sentence_about_a_body_promises(extract: Extract, who: str) -> None:
    paper = extract(f"{HEAD}{who} has a new target. It aims to plant 5,000 trees by 2026.\n")
    assert [each.text for each in paper.commitments] == ["It aims to plant 5,000 trees by 2026."]


@pytest.mark.parametrize(
    "what", ["The local plan was examined in May.", "The Act is in force.", "The report of the inspector is attached."]
)
def test_it_aims_to_behind_a_sentence_about_a_paper_tells_of_it(extract: Extract, what: str) -> None:
    assert extract(f"{HEAD}{what} It aims to build 5,000 homes by 2036.\n").commitments == ()

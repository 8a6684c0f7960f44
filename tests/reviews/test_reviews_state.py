"""How a flag stands by what was decided about it."""

import pytest
from pydantic import ValidationError

from pipeline.reviews import Entry, Seen, Verdict, find_forerunners, precision_of_checks, standing_of

TODAY = "2026-11-22"
SEEN = Seen(flag="f1", kind="duplicate", paper="plan", message="3.1 repeats 3.0.", texts=("Plant ten trees by May", "Plant ten trees"))


def entry(decision: str = "confirm", number: int = 1, seen: Seen = SEEN, **fields: object) -> Entry:
    """An entry of the log; its hashes do not matter here."""
    verdict = Verdict.model_validate({"seen": seen, "decision": decision, "nonce": f"n{number}", **fields})
    return Entry(number=number, verdict=verdict, reviewer="ann", at="2026-11-01T09:00:00Z", bulk=None, previous="", hash="")


def test_a_flag_without_verdict_is_open() -> None:
    assert standing_of(SEEN, [], TODAY).state == "open"


@pytest.mark.parametrize(("decision", "state"), [("confirm", "confirmed"), ("dismiss", "dismissed")])
def test_a_decided_flag_is_no_longer_to_review(decision: str, state: str) -> None:
    standing = standing_of(SEEN, [entry(decision)], TODAY)
    assert (standing.state, standing.is_to_review) == (state, False)


def test_the_last_verdict_counts() -> None:
    assert standing_of(SEEN, [entry("confirm", 1), entry("dismiss", 2)], TODAY).state == "dismissed"


def test_a_verdict_taken_back_leaves_the_flag_open() -> None:
    assert standing_of(SEEN, [entry("confirm", 1), entry("reopen", 2)], TODAY).state == "open"


def test_a_merge_is_known_with_what_stands() -> None:
    standing = standing_of(SEEN, [entry("merge", stands="c1")], TODAY)
    assert standing.state == "merged" and standing.entry and standing.entry.verdict.stands == "c1"


@pytest.mark.parametrize(("until", "state"), [("2026-11-22", "accepted"), ("2026-11-21", "lapsed")])
def test_an_accepted_flag_comes_back_when_its_day_is_over(until: str, state: str) -> None:
    assert standing_of(SEEN, [entry("accept", until=until)], TODAY).state == state


def test_a_flag_whose_words_have_changed_since_is_to_be_reviewed_again() -> None:
    now = SEEN.model_copy(update={"texts": ("Plant nine trees by May", "Plant ten trees")})
    standing = standing_of(now, [entry("dismiss")], TODAY)
    assert (standing.state, standing.is_to_review) == ("changed", True)


@pytest.mark.parametrize(
    "wrong", [{"decision": "accept"}, {"decision": "merge"}, {"until": "2026-12-01"}, {"stands": "c1"}, {"note": "x" * 2001}]
)
def test_a_verdict_that_is_not_whole_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Verdict.model_validate({"seen": SEEN, "decision": "confirm", "nonce": "n", **wrong})


def seen(flag: str, *texts: str, message: str = SEEN.message) -> Seen:
    return SEEN.model_copy(update={"flag": flag, "texts": texts, "message": message})


def test_a_flag_that_comes_in_the_place_of_another_is_told_what_was_decided_about_that() -> None:
    now = seen("f2", "Plant ten trees by June", "Plant ten trees")
    assert find_forerunners([now], [entry("confirm"), entry("dismiss", 2)]) == {"f2": entry("dismiss", 2)}


def test_a_flag_about_other_words_comes_in_nobodys_place() -> None:
    assert find_forerunners([seen("f2", "Repair the harbour wall", "Plant ten trees")], [entry()]) == {}


def test_only_one_flag_comes_in_the_place_of_another_and_that_is_the_most_alike() -> None:
    now = [seen("f2", "Plant nine trees"), seen("f3", "Plant ten trees."), seen("f4", "Plant two trees")]
    assert find_forerunners(now, [entry(seen=seen("f1", "Plant ten trees"))]) == {"f3": entry(seen=seen("f1", "Plant ten trees"))}


def test_of_flags_that_are_as_much_alike_the_sentence_tells() -> None:
    now = [seen("f2", "Plant trees", message="3.8 repeats 3.9."), seen("f3", "Plant trees", message="3.1 repeats 3.9.")]
    assert list(find_forerunners(now, [entry(seen=seen("f1", "Plant tree", message="3.1 repeats 3.0."))])) == ["f3"]


def test_precision_counts_the_last_decision_about_each_flag() -> None:
    other = SEEN.model_copy(update={"flag": "f2"})
    (found,) = precision_of_checks([entry("confirm", 1), entry("dismiss", 2), entry("confirm", 3, other)])
    assert (found.kind, found.decided, found.right, found.share) == ("duplicate", 2, 1, 0.5)


def test_a_reopened_flag_does_not_count_for_precision() -> None:
    assert precision_of_checks([entry("confirm", 1), entry("reopen", 2)]) == []

"""How firmly a thing is said, and the words that say so."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper
from pipeline.model.record import Commitment, ModalityKind

Promise = Callable[..., Commitment]
Promises = Callable[[str], tuple[Commitment, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("We will plant 100 oaks by May 2030.", "promised", "will"),
        ("Plant 100 oaks by May 2030", "promised", "Plant"),
        ("We will plant oaks, subject to funding.", "conditional", "subject to funding"),
        ("Plant oaks where resources allow", "conditional", "where resources allow"),
        ("If agreed by Cabinet, we will plant oaks.", "conditional", "If agreed by Cabinet"),
        ("Aim to plant 100 oaks a year", "aspirational", "Aim to"),
        ("We will seek to plant more oaks.", "aspirational", "will seek to"),
        ("Work towards a park in every ward", "aspirational", "Work towards"),
        ("We will not fell any oak.", "negated", "will not"),
        ("The Council will no longer use peat.", "negated", "will no longer"),
    ],
)
def test_the_words_tell(promise: Promise, text: str, kind: ModalityKind, words: str) -> None:
    modality = promise(text).modality
    assert modality is not None
    assert (modality.kind, modality.text) == (kind, words)


def test_the_words_stand_where_the_span_says(extract: Callable[[str], Paper]) -> None:
    text = "# Plan\n\n- Develop a plan\n- We will open it if agreed by Council.\n"
    modality = extract(text).commitments[1].modality
    assert modality is not None
    assert modality.text == "if agreed by Council"
    assert modality.span.of("Plan\nDevelop a plan\nWe will open it if agreed by Council.") == modality.text


def test_an_order_says_it_before_what_it_is_about(promise: Promise) -> None:
    modality = promise("Develop a plan that will not be shelved")
    assert modality.modality is not None
    assert modality.modality.text == "Develop"


def test_a_lead_in_says_it_for_its_items(promises: Promises) -> None:
    for item in promises("# Plan\n\nThe Council aims to:\n\n- Plant oaks\n- Mend walls\n"):
        assert item.modality is not None
        assert (item.modality.kind, item.modality.text) == ("aspirational", "aims to")


def test_what_is_done_where_a_list_hopes_for_it_is_conditional_by_its_own_words(promises: Promises) -> None:
    first, second = promises("# Plan\n\nWe will:\n\n- plant oaks if funds are found\n- mend walls\n")
    assert first.modality is not None
    assert second.modality is not None
    assert (first.modality.kind, second.modality.kind) == ("conditional", "promised")


def test_what_advice_says_will_be_done_is_advised(promises: Promises) -> None:
    (only,) = promises("# Recommendations\n\n1. The Council will publish its plan.\n")
    assert only.modality is not None
    assert (only.kind, only.modality.kind) == ("recommendation", "recommended")


def test_what_an_own_officer_is_asked_to_do_is_promised(promises: Promises) -> None:
    (only,) = promises("# Minutes of the meeting held on 4 May 2021\n\nPresent: Cllr Smith\n\nThe Clerk was asked to obtain quotes.\n")
    assert only.modality is not None
    assert (only.kind, only.modality.kind, only.modality.text) == ("action", "promised", "was asked to")


def test_a_row_that_names_a_thing_says_nothing(promises: Promises) -> None:
    (only,) = promises("# Action plan\n\n| Action | Timescale |\n| --- | --- |\n| Resurfacing of the yard | May 2021 |\n")
    assert only.modality is None

"""Who is read as an owner, in which role, and who is none."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment

Owners = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def of_cell(promises: Callable[[str], tuple[Commitment, ...]]) -> Owners:
    """The owners of a row whose owner cell is this."""

    def read(cell: str) -> list[tuple[str, str]]:
        (row,) = promises(f"# Plan\n\nAction\tOwner\tTimescale\nPlant a hedge\t{cell}\tMay 2021\n")
        return [(owner.text, owner.role) for owner in row.owners]

    return read


@pytest.fixture(scope="session")
def of_sentence(promises: Callable[[str], tuple[Commitment, ...]]) -> Owners:
    """The owners of a sentence of prose that promises."""

    def read(sentence: str) -> list[tuple[str, str]]:
        (only,) = promises(f"# Plan\n\n{sentence}\n")
        return [(owner.text, owner.role) for owner in only.owners]

    return read


def leads(*names: str) -> list[tuple[str, str]]:
    return [(name, "lead") for name in names]


def partners(*names: str) -> list[tuple[str, str]]:
    return [(name, "partner") for name in names]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Parks Team", leads("Parks Team")),
        ("The Parks Team", leads("Parks Team")),
        ("Parks Team / Legal Services", leads("Parks Team", "Legal Services")),
        ("Parks Team, Legal Services", leads("Parks Team", "Legal Services")),
        ("Parks Team; Legal Services", leads("Parks Team", "Legal Services")),
        ("Parks Team & Harbour Board", leads("Parks Team", "Harbour Board")),
        ("Parks Team and Harbour Board", leads("Parks Team", "Harbour Board")),
        ("NHS and DWP", leads("NHS", "DWP")),
        ("Parks Team via Ranger Service", [*leads("Parks Team"), *partners("Ranger Service")]),
        ("Parks Team linked to Ranger Service", [*leads("Parks Team"), *partners("Ranger Service")]),
        ("Parks Team working with Ranger Service, Scout Group", [*leads("Parks Team"), *partners("Ranger Service", "Scout Group")]),
        ("Parks Team supported by Ranger Service", [*leads("Parks Team"), *partners("Ranger Service")]),
        ("Parks and Gardens", leads("Parks and Gardens")),
        ("Revenue and Benefits", leads("Revenue and Benefits")),
        ("Head of Parks and Gardens", leads("Head of Parks and Gardens")),
        ("All managers and services", leads("All managers and services")),
        ("Both Parks Team and Harbour Board", leads("Parks Team", "Harbour Board")),
        ("Cllr Fern", leads("Cllr Fern")),
        ("Cllr Fern to report in May", leads("Cllr Fern")),
        ("tbc", []),
        ("N/A", []),
        ("-", []),
    ],
)
def test_a_cell_names(of_cell: Owners, cell: str, owners: list[tuple[str, str]]) -> None:
    assert of_cell(cell) == owners


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("The Harbour Board will dredge the channel.", leads("Harbour Board")),
        ("The Leader of the Council will write to the owner.", leads("Leader of the Council")),
        ("Harbour Board and Marina Trust will dredge the channel.", leads("Harbour Board", "Marina Trust")),
        ("The lamps will be repaired by Brightway Services in May.", leads("Brightway Services")),
        ("We will plant trees with the Woodland Trust.", partners("Woodland Trust")),
        ("We will plant trees through the Ranger Service.", partners("Ranger Service")),
        ("We will plant trees in partnership with the Woodland Trust.", partners("Woodland Trust")),
        ("We will plant trees supported by Northsea University.", partners("Northsea University")),
        ("We will work with town and parish councils to plant trees.", partners("town and parish councils")),
    ],
)
def test_a_sentence_names(of_sentence: Owners, sentence: str, owners: list[tuple[str, str]]) -> None:
    assert of_sentence(sentence) == owners


@pytest.mark.parametrize(
    "sentence",
    [
        "We will plant trees.",
        "An action plan will be developed in May.",
        "We will plant trees with local people.",
        "We will build it with local stone.",
        "We will pay for it with council tax.",
        "We will plant trees by May 2021.",
        "We will engage with the Harbour Board.",
        "We will decide it in consultation with the Harbour Board.",
        "We will have the plan approved by the Planning Committee.",
        "We will comply with the Ports Act 2017.",
        "We will run the scheme through Spring Gardens projects.",
    ],
)
def test_nobody_else_is_named_by(of_sentence: Owners, sentence: str) -> None:
    assert of_sentence(sentence) == []


def test_an_owner_column_that_is_empty_leaves_the_row_without_owner(of_cell: Owners) -> None:
    assert of_cell("") == []


def test_an_owner_stands_where_its_span_says(extract: Callable[..., object]) -> None:
    paper = extract("# Plan\n\nAction\tOwner\nPlant a hedge\tThe Parks Team\n")
    (owner,) = paper.commitments[0].owners  # type: ignore[attr-defined]
    assert owner.span.start > 0 and owner.text == "Parks Team"


def test_a_step_is_signed_by_initials_behind_a_dash(promise: Callable[..., Commitment]) -> None:
    assert [owner.text for owner in promise("Develop a map of the paths – VC").owners] == ["VC"]


def test_an_acronym_of_a_paper_that_stands_for_no_body_owns_nothing(promises: Callable[[str], tuple[Commitment, ...]]) -> None:
    (only,) = promises(
        "# Plan\n\nThe Local Harbour Scheme (LHS) is old. We will plant trees through the Ranger Service.\n\nThe LHS will be kept.\n"
    )[:1]
    assert [owner.text for owner in only.owners] == ["Ranger Service"]


def test_a_body_in_two_places_counts_once(of_sentence: Owners) -> None:
    assert of_sentence("We will plant trees with the Woodland Trust and mow with the Woodland Trust.") == partners("Woodland Trust")


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("In the absence of a rule, officers are asked to judge each case.", leads("officers")),
        ("When weighing the bids, Members are asked to balance the costs.", leads("Members")),
        ("The Leader, the Clerk and the Parks Team are asked to report.", leads("Leader", "Clerk", "Parks Team")),
        ("My department will work on it.", leads("department")),
    ],
)
def test_a_clause_before_the_name_is_no_owner(of_sentence: Owners, sentence: str, owners: list[tuple[str, str]]) -> None:
    assert of_sentence(sentence) == owners


@pytest.mark.parametrize("sentence", ["Whilst this Council will dredge the sea, it is deep.", "Should members recommend it, costs rise."])
def test_a_clause_that_opens_a_sentence_promises_nothing(promises: Callable[[str], tuple[Commitment, ...]], sentence: str) -> None:
    assert promises(f"# Plan\n\n{sentence}\n") == ()


def test_the_mark_of_a_resolution_is_no_part_of_an_owner(promises: Callable[[str], tuple[Commitment, ...]]) -> None:
    (record,) = promises("# Report\n\nRESOLVED Members are asked to:\n\n1. approve the plan\n")
    assert [owner.text for owner in record.owners] == ["Members"]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Mr Reed asked members to promote the service.", []),
        ("The Chairman invited Members to speak on the budget.", []),
        ("Councillors discussed this and asked the Clerk to write to the owner.", [["Clerk"]]),
    ],
)
def test_of_a_report_that_somebody_was_asked_only_an_officer_is_told(
    promises: Callable[[str], tuple[Commitment, ...]], sentence: str, owners: list[list[str]]
) -> None:
    head = "Minutes of the meeting of Wexton Parish Council held on 4 May 2021\n\nPresent: Cllr A. Reed\n\nApologies: Cllr C. Fern\n\n"
    assert [[owner.text for owner in record.owners] for record in promises(head + sentence + "\n")] == owners

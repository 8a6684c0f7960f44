"""What the cells of columns tell: progress, owners behind labels, days among targets."""

import pytest


def table(*rows: str) -> str:
    return "# Plan 2021/22\n\n" + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


def first(promises, *rows: str):
    return promises(table(*rows))[0]


@pytest.mark.parametrize("header", ["Completed", "Achieved?", "Progress", "Status", "Done?"])
@pytest.mark.parametrize("cell", ["Yes", "Done", "Complete", "Achieved."])
def test_a_word_in_a_column_of_progress_says_that_it_is_done(promises, header: str, cell: str) -> None:
    assert first(promises, f"Action | Owner | {header}", f"Plant a hedge | Parks Team | {cell}").status == "done"


def test_a_comment_beside_a_rating_is_status_and_no_step(promises) -> None:
    rows = [
        "Action | Owner | Due | RAG | Commentary",
        "Plant a hedge | Parks Team | May 2021 | Amber | The plants are being chosen by the school",
    ]
    assert [one.status for one in promises(table(*rows))] == ["under_way"]


def test_a_sentence_before_a_label_is_no_owner(promises) -> None:
    rows = [
        "Recommendation | Action and lead officer | By when",
        "Plant a hedge | Two gardeners with two or more spades. Lead: Parks Team | May 2021",
    ]
    assert [owner.text for owner in first(promises, *rows).owners] == ["Parks Team"]


def test_an_office_may_be_for_two_services(promises) -> None:
    rows = ["Action | Executive Responsible", "Plant a hedge | Director of Engineering & Technical Services"]
    assert [owner.text for owner in first(promises, *rows).owners] == ["Director of Engineering & Technical Services"]


def test_a_date_in_a_column_of_targets_is_a_deadline(promises) -> None:
    rows = ["Action | Executive Responsible | Performance Measure Target", "Plant a hedge | Parks Team | Hedge planted by June 2021"]
    assert [day.end for day in first(promises, *rows).deadlines] == ["2021-06-30"]

"""What each column of a table holds: by its header, or by the looks of its cells."""

from collections.abc import Callable

import pytest

from pipeline.extract import Extractor
from pipeline.model.document import Block, Cell, Document
from pipeline.model.paper import Sidecar
from pipeline.model.record import Commitment
from pipeline.model.span import Span

Promises = Callable[[str], tuple[Commitment, ...]]


def table(*rows: str) -> str:
    return "# Plan 2021/22\n\n" + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


def first(promises: Promises, *rows: str) -> Commitment:
    return promises(table(*rows))[0]


@pytest.mark.parametrize("header", ["Action", "Task", "What we will do", "Recommendation", "Milestone"])
def test_a_header_tells_the_column_of_the_promise(promises: Promises, header: str) -> None:
    assert first(promises, f"{header} | Owner", "Plant a hedge | Parks Team").text == "Plant a hedge"


@pytest.mark.parametrize("header", ["Owner", "Lead officer", "By whom", "Responsible", "Delivered by"])
def test_a_header_tells_the_column_of_the_owner(promises: Promises, header: str) -> None:
    assert [owner.text for owner in first(promises, f"Action | {header}", "Plant a hedge | Parks Team").owners] == ["Parks Team"]


@pytest.mark.parametrize("header", ["Timescale", "By when", "Deadline", "Target date", "Due date"])
def test_a_header_tells_the_column_of_the_time(promises: Promises, header: str) -> None:
    assert [day.end for day in first(promises, f"Action | {header}", "Plant a hedge | June 2021").deadlines] == ["2021-06-30"]


@pytest.mark.parametrize("header", ["Budget", "Cost", "Funding"])
def test_a_header_tells_the_column_of_the_money(promises: Promises, header: str) -> None:
    row = first(promises, f"Action | Timescale | {header}", "Plant a hedge | June 2021 | £2,500")
    assert [budget.amount for budget in row.budgets] == [2500]


@pytest.mark.parametrize("header", ["Status", "Progress", "RAG"])
def test_a_header_tells_the_column_of_the_progress(promises: Promises, header: str) -> None:
    assert first(promises, f"Action | Owner | {header}", "Plant a hedge | Parks Team | Completed").status == "done"


@pytest.mark.parametrize("header", ["Ref", "No.", "Action Reference"])
def test_a_header_tells_the_column_of_the_reference(promises: Promises, header: str) -> None:
    assert first(promises, f"{header} | Action | Owner", "G1 | Plant a hedge | Parks Team").ref == "G1"


def test_a_theme_column_is_the_innermost_heading(promises: Promises) -> None:
    assert first(promises, "Theme | Action | Owner", "Green | Plant a hedge | Parks Team").section == ("Plan 2021/22", "Green")


def test_a_partner_column_holds_partners(promises: Promises) -> None:
    row = first(promises, "Action | Owner | Supported by", "Plant a hedge | Parks Team | Scout Group")
    assert [(owner.text, owner.role) for owner in row.owners] == [("Parks Team", "lead"), ("Scout Group", "partner")]


def test_a_date_in_a_measure_column_is_a_deadline(promises: Promises) -> None:
    row = first(promises, "Action | Owner | Measure", "Plant a hedge | Parks Team | Hedge planted by May 2021")
    assert [day.end for day in row.deadlines] == ["2021-05-31"]


def test_a_figure_in_a_baseline_column_is_no_target(promises: Promises) -> None:
    row = first(promises, "Measure | Baseline 2019 | Target", "Visits to parks | 300 | 400")
    assert [target.value for target in row.targets] == [400]


def test_the_year_over_a_target_column_is_its_deadline(promises: Promises) -> None:
    row = first(promises, "Measure | Target by 2025", "Visits to parks | 400")
    assert [day.end for day in row.deadlines] == ["2025-12-31"]


def test_the_header_itself_promises_nothing(promises: Promises) -> None:
    assert len(promises(table("Action | Owner", "Plant a hedge | Parks Team"))) == 1


def test_a_row_of_totals_promises_nothing(promises: Promises) -> None:
    assert [c.text for c in promises(table("Action | Budget | Owner", "Plant a hedge | £50 | Parks Team", "Total | £50 | "))] == [
        "Plant a hedge"
    ]


def test_without_a_header_a_column_of_dates_is_the_time(promises: Promises) -> None:
    row = first(promises, "Plant a long hedge | June 2021", "Open a small park | May 2022")
    assert [day.end for day in row.deadlines] == ["2021-06-30"]


def test_without_a_header_the_longest_column_is_the_promise(promises: Promises) -> None:
    row = first(promises, "Green | Plant a long hedge by the road | June 2021", "Clean | Sweep all of the streets | May 2022")
    assert (row.text, row.section[-1]) == ("Plant a long hedge by the road", "Green")


def test_without_a_header_a_short_column_behind_the_promise_is_the_owner(promises: Promises) -> None:
    row = first(promises, "Plant a long hedge by the road | Parks Team | June 2021", "Sweep all of the streets | Clean Team | May 2022")
    assert [owner.text for owner in row.owners] == ["Parks Team"]


def test_without_a_header_numbers_in_the_first_column_are_references(promises: Promises) -> None:
    row = first(promises, "A1 | Plant a long hedge | June 2021", "A2 | Open a small park | May 2022")
    assert (row.ref, row.text) == ("A1", "Plant a long hedge")


def test_a_table_of_words_without_a_verb_or_a_date_promises_nothing(promises: Promises) -> None:
    assert promises(table("Ward | People", "North | 1,200", "South | 900")) == ()


def test_a_short_row_lacks_the_cells_that_it_does_not_print(promises: Promises) -> None:
    row = promises(table("Action | Owner | Timescale", "Plant a hedge | Parks Team | May 2021", "Open a park | Parks Team"))[1]
    assert (row.text, row.deadlines) == ("Open a park", ())


def test_what_is_held_or_owed_is_no_plan(promises: Promises) -> None:
    rows = (
        "Type | Counterparty | Rate | End date",
        "Bills | Wexton Bank | 5.14% | 14 October 2024",
        "Bills | Northsea Bank | 5.2% | 2 May 2025",
    )
    assert promises(table(*rows)) == ()


def test_a_row_whose_promise_would_be_a_figure_is_none(promises: Promises) -> None:
    assert promises(table("Proposal | Lead department", "108,665.4 | Parks Department", "14.3FE | Harbour Department")) == ()


def banded(*lines: str) -> Document:
    """One table of rows without a header, and headings among its rows: lines without a bar."""
    text, blocks = "\n".join(lines), []
    for line in lines:
        start = text.index(line)
        parts = [Span(start + line.index(cell), start + line.index(cell) + len(cell)) for cell in line.split(" | ")]
        span = Span(start, start + len(line))
        row = Block("row", span, cells=tuple(Cell((part,)) for part in parts), table=0)
        blocks.append(row if len(parts) > 1 else Block("heading", span, level=1))
    return Document(text, tuple(blocks))


def test_below_a_heading_among_its_rows_the_columns_of_a_table_are_told_anew(extractor: Extractor) -> None:
    document = banded(
        "Role and subject | This will set out the strategy of the district for homes, jobs and the land that they need up to 2041",
        "Coverage | The whole of the district and what lies beside it, as far as the three councils have agreed on it",
        "Conformity | With the framework",
        "Timetable",
        "Evidence gathered | February 2025",
        "Draft approved | May 2026",
    )
    records = extractor.extract(document, "paper", "paper.pdf", "0" * 64, Sidecar()).commitments
    assert [(record.text, record.deadlines[0].text) for record in records] == [
        ("Evidence gathered", "February 2025"),
        ("Draft approved", "May 2026"),
    ]


def test_a_time_still_to_be_told_makes_a_column_of_times(promises: Promises) -> None:
    records = promises(table("Hearings | TBC", "Adoption of the plan | to be confirmed"))
    assert [record.text for record in records] == ["Hearings", "Adoption of the plan"]


def test_a_row_of_units_begins_no_other_table(promises: Callable[[str], tuple[Commitment, ...]]) -> None:
    rows = ["Action | Year one | Year two", "--- | --- | ---", " | £000s | £000s", "Resurface the yard | 20 | 30"]
    table = "# Plan\n\n" + "".join(f"| {row} |\n" for row in rows)
    assert all(record.text != "Action" for record in promises(table))


def test_one_header_may_stand_over_the_references_and_the_words(promises: Promises) -> None:
    rows = ["Recommendation | Lead officer | By when", "R1 | Paint the hall | Clerk | May 2021", "R2 | Mend the gate | Clerk | June 2021"]
    assert [(one.ref, one.text, one.owners[0].text) for one in promises(table(*rows))] == [
        ("R1", "Paint the hall", "Clerk"),
        ("R2", "Mend the gate", "Clerk"),
    ]


@pytest.mark.parametrize("header", ["Delivery Team (s)", "Officer(s) responsible", "Where"])
def test_names_of_teams_are_owners_below_any_header(promises: Promises, header: str) -> None:
    rows = f"Action | {header} | Timescale", "Plant a hedge | Parks Team | June 2021", "Paint the hall | Estates Team | May 2021"
    assert [owner.text for owner in first(promises, *rows).owners] == ["Parks Team"]


def test_sums_below_a_header_that_nobody_knows_are_the_money(promises: Promises) -> None:
    rows = "Action | Timescale | Indicative", "Plant a hedge | June 2021 | £2,500", "Paint the hall | May 2021 | £900"
    assert [budget.amount for budget in first(promises, *rows).budgets] == [2500]


def test_a_comment_on_an_order_and_its_date_is_no_step_of_it(promises: Promises) -> None:
    rows = "Action | Owner | Date | Comment", "Plant a hedge | Parks Team | June 2021 | Moved to June for want of plants to set."
    assert [record.text for record in promises(table(*rows))] == ["Plant a hedge"]


def test_lengths_beside_days_are_no_times(promises: Promises) -> None:
    rows = (
        "Contract title | Directorate | Start | Term",
        "Care at home | Adults | April 2022 | 5 + 2 years",
        "Gritting | Place | May 2022 | 3 years",
    )
    assert [day.text for day in first(promises, *rows).deadlines] == ["April 2022"]


def test_contracts_that_were_awarded_are_no_plan(promises: Promises) -> None:
    assert promises(table("Contract title | Awarded to | Value | Date of award", "Gritting | Saltco Ltd | £96k | 3 May 2021")) == ()

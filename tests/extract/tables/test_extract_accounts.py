"""Tables of sums, limits, past figures and things bought hold no promises; a plan that has sums too does."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]


def table(title: str, *rows: str) -> str:
    return f"# {title}\n\n" + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


NOTHING_PROMISED = {
    "limits_of_borrowing": (
        "Treasury Strategy 2025/26",
        "Refinancing risk indicator | Upper limit | Lower limit",
        "Under 12 months | 40% | 0%",
        "12 months and within 5 years | 50% | 0%",
        "5 years and within 10 years | 50% | 0%",
    ),
    "limits_by_year_and_without_a_date": (
        "Treasury Strategy 2025/26",
        "Price risk indicator | 2025/26 | 2026/27 | 2027/28 | No fixed date",
        "Limit on principal invested beyond year end | £15m | £10m | £5m | £20m",
        "Actual as at 30 November 2024 | £9.4m | £6.5m | £1.2m | £20.0m",
    ),
    "a_capital_programme_by_year": (
        "Capital Programme 2025-28",
        "No | Project | Description of project | Total cost | 2025/26 | 2026/27 | 2027/28",
        "1 | Harbour wall | To rebuild the harbour wall | 4,400 | 1,500 | 2,199 | 701",
        "2 | Mill Lane School | Increasing the capacity of schools | 14,104 | 478 | 2,834 | 8,504",
        "3 | Tunnel fans | To improve the fans | 1,000 | 1,000 | 0 | 0",
    ),
    "the_same_without_a_header": (
        "Harbour Council",
        "1 | Harbour wall | To rebuild the harbour wall | 4,400 | 1,500 | 2,199 | 701",
        "2 | Mill Lane School | Increasing the capacity of schools | 14,104 | 478 | 2,834 | 8,504",
        "3 | Tunnel fans | To improve the fans | 1,000 | 1,000 | 0 | 0",
    ),
    "what_services_cost_and_are_for": (
        "Revenue budget 2025/26",
        "Row | Key Service | Staffing £000s | Non-staffing £000s | Income £000s | Net cost £000s | Key Service Description",
        "1 | Libraries | 1,498.2 | 3,675.4 | -1,373.9 | 3,799.7 | Provides libraries and archives to residents",
        "2 | Waste Disposal | 256.7 | 5,622.1 | -811.2 | 4,876.6 | Collection and disposal of household waste",
    ),
    "why_services_missed_their_budgets": (
        "Budget monitoring",
        "Directorate | Budget £m | Forecast £m | Variance £m | Main reasons",
        "Adult Social Care | 586.6 | 620.1 | +33.5 | Increased demand for residential care this financial year",
        "Highways | 38.7 | 38.2 | -0.5 | Reduced energy costs",
    ),
    "the_same_in_words_that_may_be_orders": (
        "Budget monitoring",
        "Key Service | Budget | Forecast | Change | Detail",
        "Children in need | 97.5 | 124.9 | +27.4 | Service for children with a disability costs more than planned",
        "Finance | 9.9 | 9.6 | -0.3 | Finance advice is given by fewer members of staff",
    ),
    "changes_since_the_draft": (
        "Changes since the draft budget",
        "Description | Directorate | Amount",
        "Estimate of employer contributions | Corporate | +£9.4m",
        "Reduction in home to school transport | Children | -£3.2m",
    ),
    "changes_of_a_budget": (
        "Medium term plan",
        "Category | Directorate | Cabinet Member | Description | 2025-26 £000s | 2026-27 £000s | 2027-28 £000s",
        "Base | Highways | Ann Baker | Removal of short term funding for the 4% cap on asset costs | -100.0 | -100.0 | 0.0",
        "Growth | Adults | Joe Love | Loss of income due to market conditions | 182.0 | 0.0 | 0.0",
    ),
    "a_capital_programme_by_department": (
        "Capital programme",
        "Directorate | Total cost £000s | 2025/26 £000s | 2026/27 £000s",
        "Adult Social Care & Health | 7,003 | 300 | 265",
        "Highways | 12,000 | 4,000 | 3,000",
    ),
    "figures_of_past_years": (
        "Performance report",
        "Places in schools | 2020-21 | 2021-22 | 2022-23 | 2023-24",
        "Post 16 institutions | 117 | 119 | 121 | 124",
        "Mainstream support | 46 | 54 | 61 | 65",
    ),
    "risks_with_their_controls": (
        "Risk register",
        "Ref | Risk | Likelihood | Impact | Score | Controls in place | Risk owner",
        "R1 | Loss of key staff | 3 | 4 | 12 | Training and succession plan | Head of HR",
        "R2 | Flooding of the depot | 2 | 5 | 10 | Flood barriers and insurance | Depot Manager",
    ),
    "contracts_and_suppliers": (
        "Contract register",
        "Contract | Supplier | Start date | End date | Value | Department",
        "Grounds maintenance | Green Ltd | 01/04/2022 | 31/03/2027 | £250,000 | Parks",
        "Cleaning of offices | Shine Ltd | 01/06/2023 | 31/05/2026 | £80,000 | Facilities",
    ),
    "payments_made": (
        "Schedule of payments",
        "Date | Payee | Description | Amount",
        "04/03/2024 | Green Ltd | Cutting of verges | £1,200.00",
        "11/03/2024 | Water Co | Supply to the pavilion | £96.40",
    ),
    "fees_of_two_years": (
        "Fees and charges 2025/26",
        "Service | Charge 2024/25 | Charge 2025/26 | Increase",
        "Hire of the main hall | £25.00 | £26.00 | 4%",
        "Burial of a resident | £400.00 | £420.00 | 5%",
    ),
    "alternatives_considered": (
        "Options",
        "Alternative | Impact on income and expenditure | Impact on risk",
        "Invest in fewer counterparties | Interest income will be lower | Lower chance of losses from defaults",
        "Borrow additional sums at long-term rates | Debt interest will rise | Higher investment balance",
    ),
    "how_many_said_what": (
        "Consultation report",
        " | Number of consultees answering | % of consultees answering",
        "Consider the parking near the hall | 41 | 14%",
        "Keep the hall open on Sundays | 31 | 10%",
    ),
    "what_words_mean": (
        "Terms",
        "Term | Meaning",
        "Income return | Return on investment from interest and rent",
        "Quantitative easing | Process by which central banks increase the quantity of money",
    ),
}
PROMISED = {
    "measures_with_targets_to_come": (
        "Performance plan 2025-28",
        "Indicator | Baseline 2024/25 | Target 2025/26 | Target 2026/27 | Lead",
        "Percentage of waste recycled | 44% | 48% | 50% | Waste Manager",
        "Number of library visits | 14,200 | 15,000 | 16,000 | Head of Libraries",
    ),
    "measures_with_what_they_mean": (
        "Performance plan 2025-28",
        "Indicator | Meaning | Target 2025/26",
        "Percentage of waste recycled | Share of all waste from homes by weight | 48%",
        "Percentage of calls answered | Calls that reach an officer | 95%",
    ),
    "targets_between_two_limits": (
        "Performance plan",
        "Indicator | Target | Upper limit | Lower limit",
        "Percentage of calls answered | 95% | 98% | 90%",
        "Percentage of bins emptied | 99% | 100% | 97%",
    ),
    "capital_projects_with_an_owner_and_a_date": (
        "Capital Programme 2025-28",
        "Project | Lead officer | 2025/26 £000s | 2026/27 £000s | 2027/28 £000s | Completion date",
        "New play area at Mill Lane | Parks Manager | 20 | 30 | 0 | March 2027",
        "Harbour wall | Head of Harbours | 500 | 400 | 100 | June 2028",
    ),
    "capital_projects_with_an_owner": (
        "Capital Programme 2025-28",
        "Project | Lead officer | 2025/26 £000s | 2026/27 £000s | 2027/28 £000s",
        "New play area at Mill Lane | Parks Manager | 20 | 30 | 0",
        "Rebuild the harbour wall | Head of Harbours | 500 | 400 | 100",
    ),
    "a_budget_and_where_it_comes_from": (
        "Capital works 2025",
        " | Budget | Reserves | Grants | Contributions",
        "Fence repair | $ 900 | $ 300 | $ 300 | $ 300",
        "Playground, stage 2 | $ 4,000 | $ 1,000 | $ 2,000 | $ 1,000",
    ),
    "actions_with_a_sum_a_year": (
        "Action plan",
        "Action | Lead | 2025/26 | 2026/27 | 2027/28",
        "Plant 500 trees along the lane | Parks Team | £5,000 | £5,000 | £5,000",
        "Mend the fountain | Works Team | £2,000 | £0 | £0",
    ),
    "risks_with_actions_to_come": (
        "Risk register",
        "Risk | Likelihood | Impact | Score | Mitigating action | Owner | Due",
        "Flooding of the depot | 2 | 5 | 10 | Raise the flood barriers | Depot Manager | May 2025",
        "Loss of key staff | 3 | 4 | 12 | Write a succession plan | Head of HR | June 2025",
    ),
    "savings_told_as_orders": (
        "Savings plan 2025-28",
        "Saving | Directorate | 2025/26 £000s | 2026/27 £000s | 2027/28 £000s",
        "Cease early payments to districts | Finance | -82.5 | 0.0 | 0.0",
        "Review the cost of placements for children | Children | -200.0 | -300.0 | -100.0",
    ),
    "contracts_with_actions_to_come": (
        "Procurement plan",
        "Contract | Supplier | Action | Lead | Date",
        "Grounds maintenance | Green Ltd | Retender the contract | Procurement Manager | March 2026",
        "Cleaning | Shine Ltd | Extend the contract by a year | Facilities Manager | June 2026",
    ),
    "projects_with_their_status": (
        "Project plan",
        "Project | Budget | Spend to date | Status",
        "Replace the pavilion roof | £20,000 | £5,000 | In progress",
        "Resurface the car park | £50,000 | £0 | Not started",
    ),
    "actions_with_costs_and_a_date": (
        "Plan",
        "Action | Cost | Income | Net | By when",
        "Open a tool library | £5,000 | £1,000 | £4,000 | May 2026",
        "Close the old depot | £2,000 | £3,000 | £1,000 | June 2026",
    ),
}


@pytest.mark.parametrize("rows", NOTHING_PROMISED.values(), ids=NOTHING_PROMISED)
def test_a_table_of_sums_limits_or_past_figures_promises_nothing(promises: Promises, rows: tuple[str, ...]) -> None:
    assert promises(table(*rows)) == ()


@pytest.mark.parametrize("rows", PROMISED.values(), ids=PROMISED)
def test_each_row_of_a_plan_that_has_sums_or_scores_too_is_a_promise(promises: Promises, rows: tuple[str, ...]) -> None:
    assert len(promises(table(*rows))) == len(rows) - 2


def test_a_programme_named_need_promises_nothing_by_its_heading(promises: Promises) -> None:
    assert promises("Basic Need Schemes - to provide additional pupil places:\n\n- Mill Lane School\n- Harbour School\n") == ()


def test_the_date_of_changes_to_be_applied_holds_for_each_of_them(promises: Promises) -> None:
    lead_in = "The budget is enough for the following uplifts to be applied from April 2025 (as agreed in May 2024):"
    records = promises(f"{lead_in}\n\n- Increase the bottom of the scale by 4.1%\n- Increase all other points by 3.0%\n")
    assert [[deadline.text for deadline in record.deadlines] for record in records] == [["April 2025"], ["April 2025"]]

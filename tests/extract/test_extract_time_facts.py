"""The paper's own date and period, and the words that state them."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper

Extract = Callable[[str], Paper]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("# Minutes\n\n5th July 2016", "2016-07-05"),
        ("# Parish Council - 1st March 2016", "2016-03-01"),
        ("# Plan\n\nMARCH 2025", "2025-03"),
        ("# Plan\n\nAdopted February 2025", "2025-02"),
        ("# Report\n\nDate: 12 June 2014", "2014-06-12"),
        ("# Report\n\nTo: Cabinet – 30 January 2025", "2025-01-30"),
        ("# Agenda\n\nThursday, 13th March, 2025, at 3.00 pm Ask for: the Clerk of the Council", "2025-03-13"),
        (
            "# Minutes\n\nMINUTES of a meeting of the Cabinet held in the Council Chamber, County Hall, on Thursday, 30 January 2025.",
            "2025-01-30",
        ),
        (
            "# Plan\n\nThis long paragraph says a good deal about the plan, which was last updated on 4 May 2021, and of its aims.",
            "2021-05-04",
        ),
    ],
)
def test_a_paper_says_its_date_at_its_head(extract: Extract, head: str, published: str) -> None:
    facts = extract(f"{head}\n\nWe will plant trees.\n").paper
    assert facts.published == published


def _letter(addressees: int) -> str:
    return "\n\n".join(
        ["Ann Roe", "Leader", *[f"{place} Borough Council" for place in range(addressees)], "5 February 2025", "Dear Leaders"]
    )


@pytest.mark.parametrize("addressees", [3, 15, 30])
def test_a_letter_says_its_date_behind_all_its_addressees(extract: Extract, addressees: int) -> None:
    facts = extract(f"{_letter(addressees)}\n\nWe will plant trees.\n").paper
    assert facts.published == "2025-02-05"


def test_a_date_far_down_a_paper_that_is_no_letter_is_not_its_own(extract: Extract) -> None:
    text = _letter(15).removesuffix("Dear Leaders")
    assert extract(f"{text}We will plant trees.\n").paper.published is None


@pytest.mark.parametrize(
    "head",
    [
        "# Plan\n\nInvestments as at 30 September 2024",
        "# Accounts for the year ended 31 March 2018",
        "# Plan\n\nClosing date 4 May 2021",
        "# Agenda\n\n1. To approve the minutes of the last meeting held on 2nd July 2019",
        "# Plan\n\nThe council adopted its old plan on 4 May 2010, and has since then done a good deal of what it said.",
    ],
)
def test_a_date_of_something_else_is_not_the_papers(extract: Extract, head: str) -> None:
    assert extract(f"{head}\n\nWe will plant trees.\n").paper.published is None


def test_the_evidence_holds_the_date(extract: Extract) -> None:
    long = "MINUTES of a meeting of the Parks and Open Spaces Committee " + "and of the Sub-Committee for Trees " * 5
    evidence = extract(f"# Minutes\n\n{long} held on Thursday, 30 January 2025.\n").paper.published_evidence
    assert evidence is not None
    assert "30 January 2025" in evidence


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Strategy 2012-2015", "2012-01-01", "2015-12-31"),
        ("Strategy 2021 to 2026", "2021-01-01", "2026-12-31"),
        ("Plan 2025-28", "2025-01-01", "2028-12-31"),
        ("Delivery Plan 2020/21", "2020-04-01", "2021-03-31"),
        ("Capital Programme 2025-26 to 2034-35", "2025-04-01", "2035-03-31"),
        ("Council Plan 2024-28: Delivery Plan 2025/26", "2025-04-01", "2026-03-31"),
        ("Education Plan, academic year 2012/13", "2012-09-01", "2013-08-31"),
    ],
)
def test_a_plan_says_its_period_in_its_title(extract: Extract, title: str, first: str, last: str) -> None:
    facts = extract(f"# {title}\n\nWe will plant trees.\n").paper
    assert (facts.period_start, facts.period_end) == (first, last)


def test_a_british_paper_that_names_another_country_stays_british(extract: Extract) -> None:
    paper = extract("# Plan\n\nLike Melbourne, we will plant trees for £5,000 and £6,000 by the end of 2022/23.\n")
    assert paper.commitments[0].deadlines[0].end == "2023-03-31"


@pytest.mark.parametrize(
    "words",
    [
        "At its meeting of 27 March County Council agreed it.",
        "The Budget County Council meets in February.",
        "Currently, the Council owns a hall.",
        "Previously, the Parish Council met in the hall.",
    ],
)
def test_words_before_council_that_name_no_place_make_no_publisher(extract: Extract, words: str) -> None:
    assert extract(f"# Plan\n\n{words}\n\nWe will plant trees.\n").paper.publisher is None


@pytest.mark.parametrize("name", ["March Town Council", "Caerphilly County Borough Council"])
def test_a_place_may_be_called_as_a_month_is(extract: Extract, name: str) -> None:
    assert extract(f"# {name}\n\nWe will plant trees.\n").paper.publisher == name


@pytest.mark.parametrize("head", ["Clerk : Ann Smith Telephone : 01234 567890", "Email: clerk@parish.example", "See www.parish.example"])
def test_a_letterhead_is_no_title(extract: Extract, head: str) -> None:
    assert extract(f"{head}\n\n# Minutes of the Parish Council\n\nWe will plant trees.\n").paper.title == "Minutes of the Parish Council"

"""Running heads and feet of text exports."""

import pytest

PAGES = "Harbour Plan\n\nWe will dredge.\n\n{}\n\nWe will plant.\n\n{}\n\nWe will build.\n"


@pytest.mark.parametrize(
    "heads",
    [
        ("HARBOUR PLAN 2021-2025     12", "HARBOUR PLAN 2021-2025     13"),
        ("Harbour Plan | 3", "Harbour Plan | 4"),
        ("Harbour Plan Page 3 of 9", "Harbour Plan Page 4 of 9"),
        ("4     Harbour Board", "5     Harbour Board"),
    ],
)
def test_a_head_beside_a_rising_page_number_is_no_block(outline, heads: tuple[str, str]) -> None:
    assert outline(PAGES.format(*heads)) == [
        "heading 1: Harbour Plan",
        *(f"paragraph: We will {verb}." for verb in ("dredge", "plant", "build")),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Homes built     12", "Homes built     9"),
        ("Objective 1", "Objective 2"),
        ("Oaks     12", "Limes     13"),
    ],
)
def test_figures_and_numbered_headings_stay(outline, lines: tuple[str, str]) -> None:
    assert len(outline(PAGES.format(*lines))) == 6


def test_lines_of_a_table_stay(outline) -> None:
    assert len(outline("Homes     12\nHomes     13\n")) > 0


def test_the_first_line_stays_the_title(outline) -> None:
    assert outline("HARBOUR PLAN     1\n\nWe will dredge.\n\nHARBOUR PLAN     2\n")[0].endswith("HARBOUR PLAN 1")

"""Tables of web pages whose cells end in a bar: rows on a line, or a cell on each."""

ROWS = "Measure | Lead | When\n---|---|---\nPlan published | Clerk | May 2026\nTraining | |\n"
HEADER = "Action |\nLead |\nWhen |\n---|---|---|\n"
CELLS = HEADER + "Plant oaks |\nClerk |\nMay 2026 |\nMow verges |\nMayor |\n|\nCut ivy |\nWarden |\nJune 2026 |\n"


def test_bars_between_cells_make_rows(outline) -> None:
    assert outline(ROWS) == ["row: Measure | Lead | When", "row: Plan published | Clerk | May 2026", "paragraph: Training"]


def test_a_rule_tells_how_many_cells_a_row_has(outline) -> None:
    assert outline(CELLS) == [
        "row: Action | Lead | When",
        "row: Plant oaks | Clerk | May 2026",
        "row: Mow verges | Mayor | ",
        "row: Cut ivy | Warden | June 2026",
    ]


def test_without_a_rule_cells_that_are_alike_stand_below_each_other(outline) -> None:
    cells = [(f"1.{n}", f"Plant ever more oaks and limes along lane number {n}", "Clerk", "30.09.26") for n in range(1, 5)]
    source = "".join(f"{words} |\n" for cell in cells for words in cell)
    assert outline(source) == [f"row: {' | '.join(cell)}" for cell in cells]


def test_a_cell_of_several_lines_ends_with_a_bar_alone(outline) -> None:
    torn = CELLS.replace("Plant oaks |", "Plant oaks\nand limes\n|")
    assert "row: Plant oaks / and limes | Clerk | May 2026" in outline(torn)


def test_a_single_line_with_bars_is_no_table(outline) -> None:
    assert outline("Home | Council | Minutes\nThe hall is open.\n")[0].startswith("paragraph")


def test_cells_that_are_alike_in_no_way_stay_lines(outline) -> None:
    words = [
        "a |",
        "Plant ever more oaks along the lane |",
        "1.1 |",
        "|",
        "b |",
        "c |",
        "A line that is rather long, too |",
        "x |",
        "|",
        "|",
    ]
    assert all(not line.startswith("row") for line in outline("\n".join(words)))


def test_a_cell_may_take_several_lines_before_its_bar(outline) -> None:
    row = "{0} |\n- Plant {0} along the lanes of the parish\n- Water the {0} in summer\n|\n"
    text = "Aim\n|\nActions\n|\n" + "".join(map(row.format, ["Oaks", "Limes", "Beeches"]))
    first = "row: Oaks | Plant Oaks along the lanes of the parish / Water the Oaks in summer"
    assert outline(text)[:2] == ["row: Aim | Actions", first]

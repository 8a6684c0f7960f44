"""Grids to rows, and to one table over several pages."""

import pytest

HEAD = """
-------------------------------------
| Ref | Action             | Owner  |
-------------------------------------
"""
ROW = """
| {} | Plant the {:<8} | Clerk  |
-------------------------------------
"""
HEADER = "row: Ref | Action | Owner"


def table(*rows: tuple[str, str], head: str = HEAD) -> str:
    """A table of references and trees, with a header."""
    return head.rstrip("\n") + "".join(ROW.format(ref.ljust(3), tree).rstrip("\n") for ref, tree in rows)


def row(ref: str, tree: str) -> str:
    return f"row: {ref} | Plant the {tree} | Clerk"


@pytest.fixture
def numbers(read):
    """The table of each block; None for what is no row."""
    return lambda *pages: [block.table for block in read(*pages).blocks]


def test_each_row_of_a_grid_is_a_row(outline) -> None:
    assert outline(table(("A1", "oaks"), ("A2", "limes"))) == [HEADER, row("A1", "oaks"), row("A2", "limes")]


def test_the_lines_of_a_cell_are_its_words(outline) -> None:
    picture = """
    -----------------------------
    | A1  | Plant oaks in all   |
    |     | parks of the town   |
    -----------------------------
    """
    assert outline(picture) == ["row: A1 | Plant oaks in all parks of the town"]


def test_the_paragraphs_of_a_cell_are_kept_apart(outline) -> None:
    picture = """
    ----------------------------------------
    | A1  | Plant oaks in all of the parks |
    |     | of the town.                   |
    |     |                                |
    |     | Mow the grass.                 |
    ----------------------------------------
    """
    assert outline(picture) == ["row: A1 | Plant oaks in all of the parks of the town. / Mow the grass."]


def test_a_bullet_in_a_cell_is_no_word_of_it(outline) -> None:
    picture = """
    ----------------------------------------
    | A1  | •  Plant oaks                  |
    |     | •  Mow grass                   |
    ----------------------------------------
    """
    assert outline(picture) == ["row: A1 | Plant oaks / Mow grass"]


def test_a_number_in_a_cell_is_a_word_of_it(outline) -> None:
    picture = """
    ----------------------------------------
    | A1  | 1.  Plant oaks                 |
    |     | 2.  Mow grass                  |
    ----------------------------------------
    """
    assert outline(picture) == ["row: A1 | 1. Plant oaks / 2. Mow grass"]


def test_an_empty_cell_has_no_parts(outline) -> None:
    picture = """
    -------------------------------------
    | A1  |                    | Clerk  |
    | A2  | Mow the grass      | Mayor  |
    -------------------------------------
    """
    assert outline(picture.replace("\n    | A2", "\n    -------------------------------------\n    | A2"))[0] == "row: A1 |  | Clerk"


def test_a_column_without_words_is_left_out(outline) -> None:
    picture = """
    ------------------------------------
    | Ref |   | Action        | Owner  |
    ------------------------------------
    | A1  |   | Plant oaks    | Clerk  |
    ------------------------------------
    """
    assert outline(picture) == [HEADER, "row: A1 | Plant oaks | Clerk"]


def test_a_row_without_words_is_none(outline) -> None:
    picture = f"{HEAD.rstrip()}\n|     |                    |        |\n-------------------------------------\n"
    assert outline(picture + ROW.format("A1 ", "oaks").strip("\n")) == [HEADER, row("A1", "oaks")]


def test_a_cell_over_two_columns_stands_in_the_first(outline) -> None:
    picture = """
    ----------------------------------------
    | Ref | Action        | Owner          |
    ----------------------------------------
    | A1  | Plant oaks    | Clerk          |
    ----------------------------------------
    | A2  | Mow the grass of the parks     |
    ----------------------------------------
    """
    assert outline(picture)[-1] == "row: A2 | Mow the grass of the parks | "


def test_a_cell_over_two_rows_stands_in_the_first(outline, page, draw) -> None:
    from_art = draw(table(("A1", "oaks"), ("A2", "limes")))
    grid = from_art.grids[0]
    tall = grid.rows[1][0]._replace(bottom=grid.rows[2][0].bottom)
    rows = (grid.rows[0], (tall, *grid.rows[1][1:]), (None, *grid.rows[2][1:]))
    words = tuple(word for word in from_art.words if word.text != "A2")
    assert outline(page(from_art._replace(words=words, grids=(grid._replace(rows=rows),))))[-1] == "row:  | Plant the limes | Clerk"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Parks and Gardens", "heading 1"),
        ("OUR PARKS AND GARDENS", "heading 1"),
        ("*our *parks *and *trees", "heading 1"),
        ("We say no more here.", "paragraph"),
        ("see what we say below", "paragraph"),
    ],
)
def test_a_cell_as_wide_as_the_table_is_no_row(outline, words: str, kind: str) -> None:
    band = f"\n| {words:<33} |\n-------------------------------------"
    found = outline(table(("A1", "oaks")) + band + ROW.format("A2 ", "limes").rstrip("\n"))
    assert found[2:] == [f"{kind}: {words.replace('*', '')}", row("A2", "limes")]


@pytest.mark.parametrize(("count", "kind"), [(16, "heading"), (17, "paragraph")])
def test_a_band_of_many_words_is_no_heading(outline, draw, count: int, kind: str) -> None:
    rule = "-" * 130
    picture = f"{rule}\n| {'*Oak ' * count:<126} |\n{rule}\n| {'A1':<60} | {'Plant':<63} |\n{rule}"
    assert outline(draw(picture, x=10, size=8))[0].startswith(kind)


def test_a_table_goes_on_over_a_band(numbers) -> None:
    band = f"\n| {'Parks and Gardens':<33} |\n-------------------------------------"
    assert numbers(table(("A1", "oaks")) + band + ROW.format("A2 ", "limes").rstrip("\n")) == [0, 0, None, 0]


def test_rows_of_a_table_that_prints_lines_are_certain(read) -> None:
    assert [block.certain for block in read(table(("A1", "oaks"))).blocks] == [True, True]


def test_rows_of_a_table_that_prints_none_are_not(read, draw) -> None:
    assert [block.certain for block in read(draw(table(("A1", "oaks")), ruled=False)).blocks] == [False, False]


def test_a_table_goes_on_over_the_page(numbers) -> None:
    assert numbers(table(("A1", "oaks")), table(("A2", "limes"))) == [0, 0, 0]


def test_a_header_that_is_printed_again_is_left_out(outline) -> None:
    assert outline(table(("A1", "oaks")), table(("A2", "limes"))) == [HEADER, row("A1", "oaks"), row("A2", "limes")]


def test_a_header_of_two_rows_is_left_out_too(outline) -> None:
    two = HEAD.rstrip() + "\n| No. | What               | Who    |\n-------------------------------------"
    found = outline(table(("A1", "oaks"), head=two), table(("A2", "limes"), head=two))
    assert found == [HEADER, "row: No. | What | Who", row("A1", "oaks"), row("A2", "limes")]


def test_a_table_without_a_header_on_its_second_page_keeps_its_rows(outline) -> None:
    rule = "-------------------------------------"
    assert outline(table(("A1", "oaks")), table(("A2", "limes"), head=rule))[1:] == [row("A1", "oaks"), row("A2", "limes")]


def test_a_table_on_one_page_only_repeats_no_header(outline) -> None:
    assert outline(f"{table(('A1', 'oaks'))}\n\n\n{table(('A2', 'limes'))}").count(HEADER) == 2


def test_two_tables_on_one_page_are_two(numbers) -> None:
    assert numbers(f"{table(('A1', 'oaks'))}\n\n\n{table(('A2', 'limes'))}") == [0, 0, 1, 1]


def test_text_between_two_tables_parts_them(numbers, page, draw) -> None:
    assert numbers(table(("A1", "oaks")), page(draw("We will mow.", y=150), draw(table(("A2", "limes")), y=200))) == [0, 0, None, 1, 1]


def test_a_page_number_between_two_tables_does_not(numbers, page, draw) -> None:
    first = page(draw(table(("A1", "oaks"))), draw("7", y=800))
    assert numbers(first, table(("A2", "limes"))) == [0, 0, 0]


@pytest.mark.parametrize(("shift", "tables"), [(3.9, [0, 0, 0]), (4.1, [0, 0, 1, 1])])
def test_a_table_goes_on_in_columns_that_stand_alike(numbers, draw, shift: float, tables: list[int]) -> None:
    assert numbers(table(("A1", "oaks")), draw(table(("A2", "limes")), x=60 + shift)) == tables


def test_other_columns_are_another_table(numbers) -> None:
    picture = """
    -------------------------------------
    | A2  | Mow the grass of the parks  |
    | A3  | Sweep the streets           |
    -------------------------------------
    """
    assert numbers(table(("A1", "oaks")), picture) == [0, 0, 1]


def test_words_beside_a_table_are_no_cell(outline, page, draw) -> None:
    found = outline(page(table(("A1", "oaks")), draw("We will plant oaks in every one of the parks of our town.", y=400)))
    assert found[-1] == "paragraph: We will plant oaks in every one of the parks of our town."


def test_words_in_a_hole_of_a_table_are_not_lost(read, draw) -> None:
    drawn = draw(table(("A1", "oaks"), ("A2", "limes")))
    grid = drawn.grids[0]
    rows = (grid.rows[0], (*grid.rows[1][:2], None), grid.rows[2])
    assert read(drawn._replace(grids=(grid._replace(rows=rows),))).text.count("Clerk") == 2


def test_words_of_a_last_row_that_the_page_tears_open_are_not_lost(read, draw) -> None:
    drawn = draw(table(("A1", "oaks"), ("A2", "limes")))
    grid = drawn.grids[0]
    rows = (*grid.rows[:2], (None, grid.rows[2][1], None))
    assert "A2" in read(drawn._replace(grids=(grid._replace(rows=rows),))).text


def test_words_in_two_tables_that_overlap_are_told_once(read, draw) -> None:
    drawn = draw(table(("A1", "oaks")))
    inner = drawn.grids[0]._replace(rows=(drawn.grids[0].rows[0][1:],))
    assert read(drawn._replace(grids=(*drawn.grids, inner))).text.count("Owner") == 1


def test_a_table_without_words_is_nothing(outline, page, draw) -> None:
    empty = draw(table(("A1", "oaks"), ("A2", "limes")))._replace(words=())
    assert outline(page(empty, draw("We will mow.", y=400))) == ["paragraph: We will mow."]


def test_a_column_that_is_empty_on_the_second_page_is_kept(outline) -> None:
    picture = table(("A2", "limes"), head="-------------------------------------").replace("Clerk", "     ")
    assert outline(table(("A1", "oaks.")), picture)[-1] == "row: A2 | Plant the limes | "


@pytest.mark.parametrize(("gap", "words"), [(79, "Plant oaks"), (81, "Plant / oaks")])
def test_the_words_of_a_stretched_line_are_one_line(outline, page, draw, gap: float, words: str) -> None:
    rule = "-" * 60
    cell = draw(f"{rule}\n| Clerk | Plant {' ' * 43} |\n{rule}")
    assert outline(page(cell, draw("oaks", x=cell.words[1].x1 + gap, y=162))) == [f"row: Clerk | {words}"]

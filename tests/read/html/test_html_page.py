"""Paragraphs, lists and tables of web pages."""

import pytest

from pipeline.model.document import Repair
from pipeline.read.html import read_html


def labels(lines: list[str]) -> list[str]:
    return [line.split(":")[0].removeprefix("item ") for line in lines]


def test_headings_nest_by_their_levels(outline) -> None:
    assert outline("<h1>Plan</h1><h3>Oaks</h3><h2>Roads</h2><p>x</p>")[:3] == ["heading 1: Plan", "heading 2: Oaks", "heading 2: Roads"]


def test_words_without_a_paragraph_are_one(outline) -> None:
    page = "<div>Plant <i>oaks.</i><div>Mow.</div>And dig.</div>"
    assert outline(page) == ["paragraph: Plant oaks.", "paragraph: Mow.", "paragraph: And dig."]


@pytest.mark.parametrize(
    ("start", "printed"),
    [
        ("<ol>", ["1 1.", "1 2."]),
        ("<ol start=4>", ["1 4.", "1 5."]),
        ("<ol type=a>", ["1 a.", "1 b."]),
        ("<ol type=I start=4>", ["1 IV.", "1 V."]),
        ("<ol reversed>", ["1 2.", "1 1."]),
        ("<ol style='list-style-type: lower-roman'>", ["1 i.", "1 ii."]),
        ("<ul>", ["1 •", "1 •"]),
    ],
)
def test_lists_are_labelled_as_printed(outline, start: str, printed: list[str]) -> None:
    assert labels(outline(f"{start}<li>We will plant.<li>We will mow.</ol>")) == printed


def test_an_item_may_state_its_number(outline) -> None:
    assert labels(outline("<ol><li value=7>We will plant.<li>We will mow.</ol>")) == ["1 7.", "1 8."]


def test_lists_nest(outline) -> None:
    assert labels(outline("<ol><li>We will:<ul><li>plant<ul><li>oaks</ul><li>mow</ul><li>We will dig.</ol>")) == [
        *("1 1.", "2 •", "3 •", "2 •", "1 2.")
    ]


def test_a_second_paragraph_of_an_item_goes_on_with_it(outline) -> None:
    assert outline("<ol><li><p>Plant oaks.</p><p>Mow.</p></li><li>Dig.</ol>") == ["item 1 1.: Plant oaks. Mow.", "item 1 2.: Dig."]


def test_a_typed_number_in_an_item_is_its_label(outline) -> None:
    assert outline("<ul><li>3.1 We will plant.</ul>") == ["item 2 3.1: We will plant."]


def test_a_bold_line_above_text_is_a_heading(outline) -> None:
    assert outline("<p><b>Highways</b><br>The report was read.</p>") == ["heading 1: Highways", "paragraph: The report was read."]


def test_rows_and_columns_that_cells_span_are_kept(outline) -> None:
    page = "<table><tr><th>Theme<th>Action<th>Owner<tr><td rowspan=2>Parks<td>Plant<td>Clerk<tr><td>Mow<td>Mayor"
    page += "<tr><td colspan=3>Roads</table>"
    assert outline(page) == ["row: Theme | Action | Owner", "row: Parks | Plant | Clerk", "row:  | Mow | Mayor", "paragraph: Roads"]


def test_paragraphs_and_items_in_a_cell_are_parts(outline) -> None:
    page = "<table><tr><td>1<td><p>Plant:</p><ul><li>oaks<li>limes</ul><tr><td>2<td>Mow<br>Dig</table>"
    assert outline(page) == ["row: 1 | Plant: / oaks / limes", "row: 2 | Mow / Dig"]


def test_minutes_set_in_a_table_are_prose(outline) -> None:
    page = "<table><tr><td>31.<td><b>Air</b><p>It was agreed:</p><ol type=a><li>to plant;<li>to mow.</ol>"
    page += "<tr><td>32.<td><b>Roads</b><p>Noted.</p></table>"
    assert outline(page)[:3] == ["heading 1 31.: Air", "paragraph: It was agreed:", "item 1 a.: to plant;"]


def test_a_caption_comes_before_its_table(outline) -> None:
    page = "<table><caption>Table 1</caption><tr><td>Plant<td>Clerk<tr><td>Mow<td>Mayor</table>"
    assert outline(page)[0] == "caption: Table 1"


def test_footnotes_and_their_marks_are_told(outline) -> None:
    page = "<p>We will act<sup><a href='#fn1'>1</a></sup>.</p><section class=footnotes><ol><li id=fn1>Soon.</ol></section>"
    assert outline(page) == ["paragraph: We will act.", "footnote: Soon."]


def test_powers_and_ordinals_are_no_marks(outline) -> None:
    assert outline("<p>On the 1<sup>st</sup> lay 440 m<sup>2</sup> of path.</p>") == ["paragraph: On the 1st lay 440 m2 of path."]


def test_links_to_places_on_the_page_are_its_contents(outline) -> None:
    links = "".join(f"<li><a href='#{name}'>{name}</a>" for name in ("Parks", "Roads", "Homes"))
    assert labels(outline(f"<ul>{links}</ul><p>We will act.</p>")) == ["contents", "contents", "contents", "paragraph"]


def test_white_space_is_folded_but_for_text_set_as_typed(outline) -> None:
    assert outline("<p>We \n will&nbsp; act.</p><pre>We will:\n- plant\n- mow</pre>") == [
        *("paragraph: We will act.", "paragraph: We will:", "item 1 -: plant", "item 1 -: mow")
    ]


def test_deleted_words_become_a_repair() -> None:
    document = read_html(b"<p>We <del>may</del> will act.</p>")
    assert (document.text, document.repairs) == ("We will act.", (Repair(2, " may ", " "),))
    assert document.source() == "We may will act."


def test_a_number_alone_in_a_cell_is_its_words(outline) -> None:
    page = "<table><tr><td><ol start=3><li></ol><td>Plant<tr><td><ol start=4><li></ol><td>Mow</table>"
    assert outline(page) == ["row: 3. | Plant", "row: 4. | Mow"]

"""Paragraphs of Word papers: what is printed of them, and what kind of block they are."""

import pytest

from pipeline.model.document import Repair

FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p>'
    '<w:r><w:footnoteRef/><w:t xml:space="preserve"> Subject to funds.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def run(inside: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr>{inside}</w:r>"


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark.format("begin") + code + mark.format("separate") + run(f"<w:t>{result}</w:t>") + mark.format("end")


def test_styles_tell_headings_and_their_levels(outline, p) -> None:
    body = p("Our Plan", style="Title") + p("Parks", style="Heading1") + p("Oaks", style="Heading2") + p("Roads", style="Heading1")
    assert outline(body) == ["heading 1: Our Plan", "heading 1: Parks", "heading 2: Oaks", "heading 1: Roads"]


@pytest.mark.parametrize("name", ["heading 2", "Überschrift 2", "Titre 2", "Título 2"])
def test_names_of_headings_in_other_languages_are_known(outline, p, style_part, name: str) -> None:
    assert outline(p("Oaks and limes", style="x"), styles=style_part(f"x|{name}|")) == ["heading 1: Oaks and limes"]


def test_an_outline_level_makes_a_heading(outline, p, style_part) -> None:
    part = style_part("x|Theme|<w:pPr><w:outlineLvl w:val='0'/></w:pPr>")
    assert outline(p("Oaks and limes", style="x") + p("We will plant."), styles=part)[0] == "heading 1: Oaks and limes"


def test_a_bold_title_is_a_heading_and_a_bold_order_is_none(outline, p) -> None:
    body = p("Highways", bold=True) + p("The report was read.") + p("ACTION: Clerk to write to Highways", bold=True)
    assert [line.split(":")[0] for line in outline(body)] == ["heading 1", "paragraph", "paragraph"]


def test_changes_are_accepted(outline, p) -> None:
    kept, dropped = "<w:ins>" + run("<w:t>will</w:t>") + "</w:ins>", "<w:del>" + run("<w:delText>may</w:delText>") + "</w:del>"
    moved = "<w:moveFrom>" + run("<w:t>gone</w:t>") + "</w:moveFrom>"
    words = run('<w:t xml:space="preserve">We </w:t>') + kept + dropped + moved + run('<w:t xml:space="preserve"> act.</w:t>')
    assert outline(p(words)) == ["paragraph: We will act."]


def test_a_deleted_end_joins_two_paragraphs(outline, p) -> None:
    assert outline(p("We will ", more="<w:rPr><w:del/></w:rPr>") + p("act.")) == ["paragraph: We will act."]


def test_hidden_words_are_left_out(outline, p) -> None:
    assert outline(p(run("<w:t>Shown.</w:t>") + run("<w:t>Hidden.</w:t>", "<w:vanish/>"))) == ["paragraph: Shown."]


def test_fields_print_their_results(outline, p) -> None:
    assert outline(p(run("<w:t>Due on</w:t><w:tab/>") + field(" DATE ", "4 May 2026") + run("<w:t>.</w:t>"))) == [
        "paragraph: Due on 4 May 2026."
    ]


def test_a_field_without_an_end_loses_no_words(outline, p) -> None:
    assert outline(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("We will act."))[-1] == "paragraph: We will act."


def test_lines_of_the_contents_list_are_told(outline, p) -> None:
    begin, end = field(" TOC ", "Parks").rsplit("<w:r>", 1)
    body = p("Contents", style="Heading1") + p(begin) + p("Roads\t4") + p(f"<w:r>{end}") + p("We will act.")
    assert outline(body) == ["heading 1: Contents", "contents: Parks", "contents: Roads 4", "paragraph: We will act."]


def test_a_footnote_stands_at_the_end_of_its_section_and_its_mark_is_repaired(read, p, lines_of) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p(run("<w:t>We will act</w:t>") + mark + run("<w:t>.</w:t>")) + p("We will mow.") + p("Roads", style="Heading1")
    document = read(body, footnotes=FOOTNOTES)
    assert lines_of(document)[1:] == ["paragraph: We will mow.", "footnote: Subject to funds.", "heading 1: Roads"]
    assert document.repairs == (Repair(11, "[1]", ""),)


def test_raised_figures_are_marks_but_powers_are_none(outline, p) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    words = (
        run("<w:t>Lay 440 m</w:t>")
        + run("<w:t>2</w:t>", raised)
        + run('<w:t xml:space="preserve"> of path</w:t>')
        + run("<w:t>3</w:t>", raised)
    )
    assert outline(p(words)) == ["paragraph: Lay 440 m2 of path"]


def test_special_characters_are_plain(outline, p) -> None:
    words = run("<w:t>2020</w:t><w:noBreakHyphen/><w:t>21 plan</w:t><w:softHyphen/><w:t>ning</w:t>")
    assert outline(p(words)) == ["paragraph: 2020-21 planning"]


def test_a_line_break_before_a_bullet_begins_an_item(outline, p) -> None:
    assert outline(p(run("<w:t>We will:</w:t><w:br/><w:t>• plant</w:t><w:br/><w:t>• mow</w:t>"))) == [
        "paragraph: We will:",
        "item 1 •: plant",
        "item 1 •: mow",
    ]


def test_a_text_box_is_read_once(outline, p) -> None:
    box = f"<w:txbxContent>{p('We will act.')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    words = f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert outline(p(words + run("<w:t>Beside it.</w:t>"))) == ["paragraph: We will act.", "paragraph: Beside it."]


def test_a_content_control_is_read_but_not_what_it_asks_for(outline, p) -> None:
    asks = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here.") + "</w:sdtContent></w:sdt>"
    holds = "<w:sdt><w:sdtContent>" + p("We will act.") + "</w:sdtContent></w:sdt>"
    assert outline(asks + holds) == ["paragraph: We will act."]


def test_captions_are_told(outline, p) -> None:
    assert outline(p("Table 1: trees", style="Caption") + p("We will act.")) == ["caption: Table 1: trees", "paragraph: We will act."]


def test_the_source_comes_back(read, p) -> None:
    document = read(p("We will:", 1) + p("plant\u00a0 oaks", 2) + p(" mow "))
    assert document.source() == "1.\tWe will:\n•\tplant\u00a0 oaks\n mow "

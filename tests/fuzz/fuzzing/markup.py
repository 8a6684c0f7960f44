"""Web pages and Word papers with tags in any order and numbers of any size."""

import zipfile
from io import BytesIO

from hostile.office import RELATIONS, TYPES, WORD
from hypothesis import strategies as st

from fuzzing.words import damaged, encoded, piece


def _names(text: str) -> list[str]:
    return text.split()


HTML = _names(
    """
    html head body title meta p div span table thead tbody tr td th ul ol li dl dt dd h1 h2 h6 br hr a img b i u sup s del ins pre
    blockquote nav script style template svg math form select option textarea iframe details section article header footer center
    font
    """
)
ATTRIBUTES = _names(
    """
    rowspan colspan start value type class id style hidden charset http-equiv content href lang role align
    """
)
VALUES = [
    "0",
    "1",
    "-1",
    "2",
    "3",
    "65536",
    "99999999999999999999",
    "1e9",
    "x",
    "",
    "display:none",
    "text/html; charset=utf-16",
    "²",
    "i",
    "A",
    "\x00",
]
BLOCKS = [
    "p",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "hyperlink",
    "r",
    "fldSimple",
    "customXml",
    "smartTag",
    "txbxContent",
    "body",
    "sectPr",
    "tblGrid",
]
MARKS = _names(
    """
    pPr rPr tcPr tblPr trPr numPr ilvl numId gridSpan vMerge hMerge pStyle rStyle b i strike vanish outlineLvl jc ind tab br cr
    noBreakHyphen sym footnoteReference footnoteRef fldChar instrText gridCol gridBefore tblHeader bookmarkStart delText
    lastRenderedPageBreak pageBreakBefore
    """
)
WORTH = [
    "0",
    "1",
    "-1",
    "9",
    "10",
    "63",
    "99999999999",
    "x",
    "",
    "restart",
    "continue",
    "begin",
    "separate",
    "end",
    "Heading1",
    "ListParagraph",
    "Normal",
    "²",
    "1.5",
]
LISTS = _names(
    """
    numbering abstractNum num lvl lvlOverride startOverride abstractNumId numFmt lvlText start suff lvlRestart pStyle
    multiLevelType
    """
)
NAMES = ["val", "id", "numId", "abstractNumId", "ilvl", "styleId", "type", "fldCharType"]
GIVEN = ["", ' w:val="1"', ' w:type="paragraph" w:styleId="Heading1"', ' w:numId="1"', ' w:ilvl="0"', ' w:abstractNumId="0"', ' w:id="2"']
STYLES = _names(
    """
    styles style basedOn name pPr rPr numPr numId ilvl outlineLvl docDefaults rPrDefault pPrDefault link
    """
)


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _html(kids: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    @st.composite
    def element(draw: st.DrawFn) -> str:
        tag = draw(st.sampled_from(HTML))
        attributes = draw(st.lists(st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES)), max_size=2))
        start = "".join([f"<{tag}", *(f' {name}="{_quoted(value)}"' for name, value in attributes), ">"])
        return start + "".join(draw(st.lists(kids, max_size=5))) + (f"</{tag}>" if draw(st.integers(0, 9)) else "")

    return element()


page = st.lists(st.recursive(piece, _html, max_leaves=25), max_size=6).map("".join)
pages = encoded(st.tuples(st.sampled_from(["<!DOCTYPE html>", "<html><body>", "", "<?xml version='1.0'?><html>"]), page).map("".join))


def _nested(made: tuple[tuple[str, str], list[str]]) -> str:
    (name, given), kids = made
    return f"<w:{name}{given}>{''.join(kids)}</w:{name}>"


def _xml(tags: list[str], marks: list[str], most: int = 8) -> st.SearchStrategy[str]:
    """Tags in tags, now and then with a paragraph or a table as Word would write it."""
    text = piece.map(lambda words: f"<w:r><w:t>{_quoted(''.join(c for c in words if c.isprintable()))}</w:t></w:r>")
    mark = st.tuples(st.sampled_from(marks), st.sampled_from(NAMES), st.sampled_from(WORTH)).map(
        lambda made: f'<w:{made[0]} w:{made[1]}="{_quoted(made[2])}"/>'
    )
    paragraph = st.tuples(st.lists(mark, max_size=3), text).map(lambda made: f"<w:p><w:pPr>{''.join(made[0])}</w:pPr>{made[1]}</w:p>")

    def element(kids: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        named = st.tuples(st.sampled_from([*tags, *tags, *marks]), st.sampled_from(GIVEN))
        nested = st.tuples(named, st.lists(kids, max_size=5)).map(_nested)
        cell = st.tuples(st.lists(mark, max_size=2), kids).map(lambda made: f"<w:tc><w:tcPr>{''.join(made[0])}</w:tcPr>{made[1]}</w:tc>")
        rows = st.lists(st.lists(cell, max_size=4).map(lambda cells: f"<w:tr>{''.join(cells)}</w:tr>"), max_size=4)
        return st.one_of(nested, nested, rows.map(lambda rows: f"<w:tbl>{''.join(rows)}</w:tbl>"))

    return st.lists(st.recursive(st.one_of(paragraph, paragraph, text, mark), element, max_leaves=most), max_size=most).map("".join)


_BODY, _NOTE, _LISTS, _STYLES = _xml(BLOCKS, MARKS, 12), _xml(BLOCKS, MARKS, 3), _xml(LISTS, LISTS, 5), _xml(STYLES, STYLES, 5)


@st.composite
def word_papers(draw: st.DrawFn) -> bytes:
    """A Word paper of such parts, and now and then with damaged bytes."""
    parts = {"document": f"<w:body>{draw(_BODY)}</w:body>"}
    parts |= {"numbering": draw(_LISTS)} if draw(st.booleans()) else {}
    parts |= {"styles": draw(_STYLES)} if draw(st.booleans()) else {}
    parts |= {"footnotes": f'<w:footnote w:id="2">{draw(_NOTE)}</w:footnote>'} if draw(st.booleans()) else {}
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES.replace(b"</Types>", b"".join(map(_type, parts)) + b"</Types>"))
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/_rels/document.xml.rels", _relations([part for part in parts if part != "document"]))
        for part, body in parts.items():
            archive.writestr(f"word/{part}.xml", f'<w:{part} xmlns:w="{WORD}">{body}</w:{part}>')
    data = target.getvalue()
    return draw(damaged(data)) if draw(st.integers(0, 4)) == 0 else data


def _type(part: str) -> bytes:
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml"
    return b"" if part == "document" else f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/>'.encode()


def _relations(parts: list[str]) -> str:
    base = "http://schemas.openxmlformats.org"
    rows = (f'<Relationship Id="r{part}" Type="{base}/officeDocument/2006/relationships/{part}" Target="{part}.xml"/>' for part in parts)
    return f'<Relationships xmlns="{base}/package/2006/relationships">{"".join(rows)}</Relationships>'

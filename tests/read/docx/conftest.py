"""Word papers made of XML, as other programs write them."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from pipeline.model.document import Document
from pipeline.read.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)")]
BULLETS = [("bullet", "\uf0b7"), ("bullet", "o")]
OVERRIDE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def _list(number: int, levels: list[tuple[str, str]], first: int) -> str:
    described = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{first + 360 * depth}"/></w:pPr></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{described}</w:abstractNum>'


def _num(number: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


NUMBERING = (
    _list(1, LEVELS, 720) + _list(2, BULLETS, 1080) + _list(3, [("decimal", "A%1")], 0) + _list(4, [("upperRoman", "Part %1:")], 0)
    + _num(1, 1) + _num(2, 2) + _num(3, 3) + _num(4, 4) + _num(5, 1, OVERRIDE)
)  # fmt: skip


def _with_notes(name: str, text: bytes) -> bytes:
    """A part of the package, told where the footnotes are."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    if name == "word/_rels/document.xml.rels":
        return text.replace(b"</Relationships>", b'<Relationship Id="notes" Type="' + kind + b'" Target="footnotes.xml"/></Relationships>')
    return text


def styles(*described: str) -> str:
    """The part that holds styles, each as its id, name and properties: `id|name|XML`."""
    inner = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{properties}</w:style>'
        for identity, name, properties in (style.split("|") for style in described)
    )
    return f"<w:styles {W}>{inner}</w:styles>"


@pytest.fixture(scope="session")
def style_part() -> Callable[..., str]:
    """Makes the part that holds styles."""
    return styles


def make(body: str, **parts: str) -> bytes:
    """A Word file around the XML of a body; `parts` replace or add others, by the name of the part."""
    blank = BytesIO()
    docx.Document().save(blank)
    texts = {
        "document": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "numbering": f"<w:numbering {W}>{NUMBERING}</w:numbering>",
        **parts,
    }
    made = BytesIO()
    with ZipFile(blank) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = name.removeprefix("word/").removesuffix(".xml")
            text = texts.pop(part) if part in texts else old.read(name)
            new.writestr(name, _with_notes(name, text) if "footnotes" in parts and isinstance(text, bytes) else text)
        for part, text in texts.items():
            new.writestr(f"word/{part}.xml", text)
    return made.getvalue()


@pytest.fixture(scope="session")
def paper() -> Callable[..., bytes]:
    """Makes the bytes of a Word file."""
    return make


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """Makes a Word file and reads it."""
    return lambda body, **parts: read_docx(make(body, **parts))


@pytest.fixture
def outline(lines_of: Callable[[Document], list[str]]) -> Callable[..., list[str]]:
    """Makes a Word file and says what it consists of."""
    return lambda body, **parts: lines_of(read_docx(make(body, **parts)))


@pytest.fixture(scope="session")
def p() -> Callable[..., str]:
    """A paragraph: its words (or runs, where they begin with a tag), its list and depth, its style, and more of its properties."""

    def paragraph(words: str = "", num: int | None = None, depth: int = 0, style: str = "", bold: bool = False, more: str = "") -> str:
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        if num is not None:
            properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>'
        looks = "<w:rPr><w:b/></w:rPr>" if bold else ""
        runs = words if words.startswith("<") else f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'
        return f"<w:p><w:pPr>{properties}{more}</w:pPr>{runs}</w:p>"

    return paragraph


@pytest.fixture(scope="session")
def table(p: Callable[..., str]) -> Callable[[list[list[str]]], str]:
    """A table of cells: words, XML, `3:words` for a cell three columns wide, `v` above and `^` below for one merged downwards."""

    def cell(content: str) -> str:
        properties = ""
        if content == "^":
            content, properties = "", "<w:vMerge/>"
        elif content.startswith("v:"):
            content, properties = content[2:], '<w:vMerge w:val="restart"/>'
        elif content[:2].endswith(":"):
            content, properties = content[2:], f'<w:gridSpan w:val="{content[0]}"/>'
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"

    return lambda rows: "<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"

"""Reads Word papers: the body in its order, without headers, footers and comments."""

from pipeline.errors import ReadError
from pipeline.model.document import Document, ReadingIssue
from pipeline.read.docx.body import Body
from pipeline.read.docx.notes import Notes
from pipeline.read.docx.numbering import Numbering
from pipeline.read.docx.package import open_package
from pipeline.read.docx.styles import Styles
from pipeline.read.flow.compose import compose
from pipeline.read.flow.content import Paragraph
from pipeline.read.limits import Limits

FEW_WORDS = 60


def read_docx(data: bytes, limits: Limits | None = None) -> Document:
    """The document in the bytes of a Word file; raises ReadError where it cannot be opened or prints no words.

    It has no pages, so that `limits` choose none of them.
    """
    parts = open_package(data)
    styles = Styles(parts.styles)
    notes = Notes(parts.footnotes, parts.endnotes)
    body = Body(styles, Numbering(parts.numbering, styles), notes)
    body.run(parts.document)
    content = [*body.flow.finish(), *notes.endnotes()]
    if body.pictures and not any(not isinstance(item, Paragraph) or item.text.strip() for item in content):
        raise ReadError("it holds pictures and no words; save the paper that the pictures were made from, or make a PDF of them")
    document = compose(content)
    return document._replace(issues=(*document.issues, *_issues(body, document)))


def _issues(body: Body, document: Document) -> tuple[ReadingIssue, ...]:
    issues = []
    if body.pictures and len(document.text.split()) < FEW_WORDS * body.pictures:
        count = "1 picture was" if body.pictures == 1 else f"{body.pictures} pictures were"
        issues.append(ReadingIssue(f"{count} not read, nor any words in {'it' if body.pictures == 1 else 'them'}"))
    if body.embedded:
        issues.append(ReadingIssue("a document embedded in this one was not read"))
    return tuple(issues)

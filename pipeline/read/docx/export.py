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
from pipeline.reasons import Reason

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
        raise ReadError(Reason.ONLY_PICTURES.told())
    document = compose(content)
    return document._replace(issues=(*document.issues, *_issues(body, document)))


def _issues(body: Body, document: Document) -> tuple[ReadingIssue, ...]:
    issues = []
    if body.pictures and len(document.text.split()) < FEW_WORDS * body.pictures:
        count = "1 picture was" if body.pictures == 1 else f"{body.pictures} pictures were"
        why = Reason.PICTURES_LEFT_OUT.told(pictures=count, them="it" if body.pictures == 1 else "them")
        issues.append(ReadingIssue.of(why))
    if body.embedded:
        issues.append(ReadingIssue.of(Reason.EMBEDDED.told()))
    return tuple(issues)

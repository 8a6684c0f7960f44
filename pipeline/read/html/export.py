"""Reads web pages: what they print of the paper, without menus, banners and footers."""

from pipeline.model.document import Document, ReadingIssue
from pipeline.read.flow.compose import compose
from pipeline.read.html.encoding import decode_page
from pipeline.read.html.page import PageWalk
from pipeline.read.html.parse import parse
from pipeline.read.limits import Limits
from pipeline.reasons import Reason


def read_html(data: bytes, limits: Limits | None = None) -> Document:
    """The document in the bytes of a web page; raises ReadError where it prints no words.

    It has no pages, so that `limits` choose none of them.
    """
    text = decode_page(data)
    page = PageWalk(parse(text))
    page.run()
    return compose(page.flow.finish(), _lost(text))


def _lost(text: str) -> tuple[ReadingIssue, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    words = "1 character" if count == 1 else f"{count} characters"
    return (ReadingIssue.of(Reason.LOST_CHARACTERS.told(count=words)),)

"""Characters of a web page to a tree, however malformed."""

import re

from lxml import etree

from pipeline.errors import ReadError
from pipeline.reasons import Reason

INLINE = re.compile(r"</?(?:span|font|b|i|u|em|strong|small|big|a|tt|code|label|abbr|cite|ins)\b[^<>]*>", re.IGNORECASE)
BOX = re.compile(r"</?(?:div|section|center|blockquote|article|fieldset|form)\b[^<>]*>", re.IGNORECASE)
TOO_DEEP = "Excessive depth"


def parse(page: str) -> etree._Element:
    """The tree of a page. Raises ReadError where there is none, or it is deeper than any page of words."""
    root, is_whole = _parse(page)
    if not is_whole:
        root, is_whole = _parse(BOX.sub("<br>", INLINE.sub("", page)))  # unclosed tags nest without end, and hold no lists or tables
    if not is_whole:
        raise ReadError(Reason.DEEP_TAGS.told())
    if root is None:
        raise ReadError(Reason.NO_WORDS.told())
    return root


def _parse(page: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether all of the page is in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, not any(TOO_DEEP in entry.message for entry in parser.error_log)

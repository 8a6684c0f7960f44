"""What names, roles and links say of an element of a web page: contents, captions, footnotes and the marks that refer to them."""

import re

from lxml import etree

from pipeline.read.flow.content import ParagraphKind
from pipeline.read.html.lists import whole

NOTE = re.compile(
    r"(?:sd)?_?(?:footnotes?|endnotes?|ftn|edn|fn|note)(?:[-_:.]?(?:ref|def|text|\d|[ivx])[-_:.\w]*)?|mso(?:foot|end)notetext",
    re.IGNORECASE,
)
CONTENTS = re.compile(r"(?:mso)?toc\d?|toc[-_]\w+|table[- ]?of[- ]?contents\d?", re.IGNORECASE)
CAPTION = re.compile(r"msocaption", re.IGNORECASE)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {"div", "li", "p", "ol", "ul", "section", "aside", "dl", "nav"}
FEWEST_LINES = 3


def is_note_link(element: etree._Element) -> bool:
    """Whether a link leads to a footnote of the page."""
    target = element.get("href") or ""
    return target.startswith("#") and NOTE.fullmatch(target[1:]) is not None


def kind_of(element: etree._Element) -> ParagraphKind | None:
    """What the paragraphs in an element are; None where it does not say."""
    if element.tag in ("caption", "figcaption"):
        return "caption"
    if element.tag not in BLOCKS:
        return None
    names = [*(element.get("class") or "").split(), element.get("id") or ""]
    if any(map(NOTE.fullmatch, names)) or element.get("role") in ("doc-footnote", "doc-endnotes", "doc-endnote"):
        return "footnote"
    if any(map(CONTENTS.fullmatch, names)) or element.get("role") == "doc-toc":
        return "contents"
    return "caption" if any(map(CAPTION.fullmatch, names)) else None


def level_of(element: etree._Element) -> int:
    """The level of a heading, from 1; 0 for what is none."""
    if element.get("role") == "heading":
        return whole(element.get("aria-level"), 2)
    return 1 if (element.get("class") or "").lower() == "msotitle" else HEADINGS.get(element.tag, 0)


def is_contents_list(element: etree._Element) -> bool:
    """Whether a list consists of links to places on its page."""
    items = sum(1 for _ in element.iter("li"))
    links = [link for link in element.iter("a") if (link.get("href") or "").startswith("#") and not is_note_link(link)]
    if items < FEWEST_LINES or len(links) < items:
        return False
    linked = sum(len("".join(link.itertext()).strip()) for link in links)
    return linked > 0.8 * len("".join("".join(element.itertext()).split()))

"""What holds inside the elements of a web page: the kind of paragraph, the list around it, and how its words look."""

from typing import NamedTuple

from lxml import etree

from pipeline.read.flow.content import ParagraphKind
from pipeline.read.html.furniture import Survey
from pipeline.read.html.lists import CountedList, ListItem, open_list
from pipeline.read.html.marks import is_contents_list, is_note_link, kind_of, level_of

BLOCKS = {
    *("html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "address", "div", "center", "fieldset", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "p", "pre", "blockquote", "hr", "figure", "figcaption", "details", "summary", "legend"),
    *("ul", "ol", "li", "menu", "dir", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
}
STRONG = {"b", "strong", "u", "summary"}
CHANGED = {"del", "s", "strike"}
LISTS = ("ul", "ol", "menu", "dir")


class Place(NamedTuple):
    """What holds where the walk is: the kind of paragraph, the list and the item around it, and the looks of its words."""

    kind: ParagraphKind = "paragraph"
    level: int = 0
    counted: CountedList | None = None
    item: ListItem | None = None
    depth: int = 0
    is_strong: bool = False
    is_pre: bool = False
    is_raised: bool = False
    is_dropped: bool = False
    is_note: bool = False


def inside(element: etree._Element, place: Place, survey: Survey) -> Place:
    """What holds inside an element; the same place where it changes nothing."""
    tag = element.tag
    if element is survey.main:
        return Place()
    if place.kind == "left out":
        return place
    if survey.is_furniture(element):
        return place._replace(kind="left out") if tag in BLOCKS else place._replace(is_dropped=True)
    if kind := kind_of(element):
        place = place._replace(kind=kind)
    if tag in BLOCKS:
        return _inside_block(element, place)
    if tag in STRONG:
        return place._replace(is_strong=True)
    if tag == "sup":
        return place._replace(is_raised=True)
    if tag in CHANGED:
        return place._replace(is_dropped=True)
    return place._replace(is_note=True) if tag == "a" and is_note_link(element) else place


def _inside_block(element: etree._Element, place: Place) -> Place:
    tag = element.tag
    if (level := level_of(element)) and place.kind == "paragraph":
        return place._replace(kind="heading", level=level)
    if tag in LISTS:
        if place.counted is None and place.kind == "paragraph" and is_contents_list(element):
            place = place._replace(kind="contents")
        return place._replace(counted=open_list(element), depth=place.depth + 1)
    if tag == "li":
        counted = place.counted or CountedList("bullet")
        return place._replace(item=ListItem(counted.label(element), counted.form == "bullet"))
    if tag in ("td", "th"):
        return place._replace(counted=None, item=None, depth=0, is_strong=False)
    if tag == "pre":
        return place._replace(is_pre=True)
    return place._replace(is_strong=True) if tag in STRONG else place

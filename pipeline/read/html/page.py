"""A way through a web page: its paragraphs, lists and tables in order."""

from typing import NamedTuple

from lxml import etree

from pipeline.read.flow.build import FlowBuilder
from pipeline.read.flow.content import Paragraph, ParagraphKind
from pipeline.read.html.furniture import Survey, is_hidden
from pipeline.read.html.lists import CountedList, ListItem, open_list, whole
from pipeline.read.html.marks import is_contents_list, is_note_link, kind_of, level_of
from pipeline.read.html.words import Words

BLOCKS = {
    *("html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "address", "div", "center", "fieldset", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "p", "pre", "blockquote", "hr", "figure", "figcaption", "details", "summary", "legend"),
    *("ul", "ol", "li", "menu", "dir", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
}
STRONG = {"b", "strong", "u", "summary"}
CHANGED = {"del", "s", "strike"}
COLUMNS_A_LEVEL = 4


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


class PageWalk:
    """Walks through the tree by its beginnings and ends, since it may be nested deeper than a function may call itself."""

    def __init__(self, root: etree._Element) -> None:
        self.flow = FlowBuilder()
        self._root = root
        self._survey = Survey(root)
        self._words = Words()
        self._place = Place(kind="paragraph" if self._survey.main is None else "left out")
        self._around: list[tuple[etree._Element, Place]] = []

    def run(self) -> None:
        """Adds all that the page prints to the flow."""
        walker = etree.iterwalk(self._root, events=("start", "end"))
        hidden: etree._Element | None = None
        for event, element in walker:
            if event == "start" and is_hidden(element):
                walker.skip_subtree()
                hidden = element
            elif event == "start":
                self._start(element)
                self._text(element.text)
            else:
                if element is hidden:
                    hidden = None
                else:
                    self._end(element)
                self._text(element.tail)
        self._flush()

    def _text(self, text: str | None) -> None:
        place = self._place
        if not text:
            return
        if place.is_dropped:
            self._words.add_mark(text)
        elif place.is_raised or place.is_note:
            self._words.add_raised(text, place.is_note)
        else:
            self._words.add(text, place.is_pre, place.is_strong)

    def _start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "br":
            self._words.add_break()
            return
        if tag in BLOCKS:
            self._flush()
            self._open_table_part(element)
        place = self._place_in(element)
        if place is not self._place:
            self._around.append((element, self._place))
            self._place = place

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush()
            if tag in ("td", "th"):
                self.flow.close_cell()
            elif tag == "table":
                self.flow.close_table()
        if self._around and self._around[-1][0] is element:
            self._place = self._around.pop()[1]
            if tag in ("ul", "ol", "menu", "dir") and self._place.item:
                self._place.item.is_over = True

    def _open_table_part(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "table":
            self.flow.open_table(is_layout=element.get("role") in ("presentation", "none"))
        elif tag == "tr":
            self.flow.open_row()
        elif tag in ("td", "th"):
            down = whole(element.get("rowspan"), 1)
            self.flow.open_cell(across=whole(element.get("colspan"), 1), down=down if down > 0 else len(element.getparent().getparent()))

    def _place_in(self, element: etree._Element) -> Place:
        """What holds inside an element; the same place where it changes nothing."""
        tag, place = element.tag, self._place
        if element is self._survey.main:
            return Place()
        if place.kind == "left out":
            return place
        if self._survey.is_furniture(element):
            return place._replace(kind="left out") if tag in BLOCKS else place._replace(is_dropped=True)
        if kind := kind_of(element):
            place = place._replace(kind=kind)
        if tag in BLOCKS:
            return self._place_in_block(element, place)
        if tag in STRONG:
            return place._replace(is_strong=True)
        if tag == "sup":
            return place._replace(is_raised=True)
        if tag in CHANGED:
            return place._replace(is_dropped=True)
        return place._replace(is_note=True) if tag == "a" and is_note_link(element) else place

    def _place_in_block(self, element: etree._Element, place: Place) -> Place:
        tag = element.tag
        if (level := level_of(element)) and place.kind == "paragraph":
            return place._replace(kind="heading", level=level)
        if tag in ("ul", "ol", "menu", "dir"):
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

    def _flush(self) -> None:
        """Ends the paragraph; the first one of a list item takes its label."""
        words, self._words = self._words, Words()
        text = words.text.rstrip(" ")
        if not text.strip():
            return
        place, item = self._place, self._place.item
        label, is_bullet, goes_on = "", False, False
        if item and not item.is_taken:
            label, is_bullet, item.is_taken = item.label, item.is_bullet, True
            item.is_over = place.kind == "heading"
        elif item:
            goes_on = not item.is_over and place.kind == "paragraph"
        indent = max(0, place.depth - 1) * COLUMNS_A_LEVEL
        marks, strong = tuple(words.marks), tuple(words.strong)
        self.flow.add(Paragraph(text, place.kind, place.level, label, is_bullet, indent, strong, marks, goes_on))

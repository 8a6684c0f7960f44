"""A way through a web page: its paragraphs, lists and tables in order."""

from lxml import etree

from pipeline.read.flow.build import FlowBuilder
from pipeline.read.flow.content import Paragraph
from pipeline.read.html.furniture import Survey, is_hidden
from pipeline.read.html.lists import whole
from pipeline.read.html.place import BLOCKS, LISTS, Place, inside
from pipeline.read.html.words import Words

COLUMNS_A_LEVEL = 4


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
        place = inside(element, self._place, self._survey)
        if place is not self._place:
            self._around.append((element, self._place))
            self._place = place

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush()
            if tag == "li":
                self._close_item()
            elif tag in ("td", "th"):
                self.flow.close_cell()
            elif tag == "table":
                self.flow.close_table()
        if self._around and self._around[-1][0] is element:
            self._place = self._around.pop()[1]
            if tag in LISTS and self._place.item:
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

    def _close_item(self) -> None:
        """Prints the number of an item without words, as a cell may hold for its reference."""
        item = self._place.item
        if item and not item.is_taken and not item.is_bullet:
            self.flow.add(Paragraph("", self._place.kind, label=item.label))

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

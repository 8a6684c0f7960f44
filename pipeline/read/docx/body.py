"""A way through the body of a Word paper: its paragraphs and tables as printed, changes accepted."""

from lxml import etree

from pipeline.read.docx.fields import Fields
from pipeline.read.docx.labels import number_of
from pipeline.read.docx.names import MC, M, W, child, is_on, number, value
from pipeline.read.docx.notes import Notes
from pipeline.read.docx.numbering import Numbering
from pipeline.read.docx.runs import CHARACTERS, Words
from pipeline.read.docx.styles import Styles
from pipeline.read.flow.build import FlowBuilder
from pipeline.read.flow.content import Paragraph

UNPRINTED = {
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tblGrid",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "ffData",
    )
}
PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
TWENTIETHS = 120  # of a point, in a column of text
COLUMNS_A_LEVEL = 3


class Body:
    """Walks through the XML by its beginnings and ends, since it may be nested deeper than a function may call itself."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.pictures = 0
        self.embedded = 0
        self.flow = FlowBuilder()
        self._styles, self._numbering, self._notes = styles, numbering, notes
        self._fields = Fields()
        self._open: list[Words] = []
        self._carried: Words | None = None
        self._contents = 0

    def run(self, root: etree._Element) -> None:
        """Adds all that stands below `root` to the flow."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walker:
            if event == "start":
                if not self._start(element):
                    walker.skip_subtree()
                    skipped = element
            elif element is skipped:
                skipped = None
            else:
                self._end(element)
        self._flush()

    def _start(self, element: etree._Element) -> bool:
        """Takes the beginning of an element; False where nothing of it is printed."""
        tag = element.tag
        if tag in UNPRINTED or (tag == f"{MC}Fallback" and element.getparent().find(f"{MC}Choice") is not None):
            return False
        if tag == f"{W}p":
            self._open_paragraph(element)
        elif tag == f"{W}sdt":
            return self._open_control(element)
        elif tag in (f"{W}tbl", f"{W}tr", f"{W}tc"):
            return self._open_table(element)
        elif tag in PICTURES:
            self.pictures += 1
        elif tag == f"{W}altChunk":
            self.embedded += 1
        elif self._open:
            return self._start_in_paragraph(element, self._open[-1])
        return True

    def _start_in_paragraph(self, element: etree._Element, words: Words) -> bool:
        tag = element.tag
        if tag == f"{W}r":
            return words.open_run(element)
        if tag == f"{W}fldChar":
            self._fields.mark(element.get(f"{W}fldCharType"))
        elif tag == f"{W}instrText":
            self._fields.code(element.text or "")
        elif self._fields.is_code:
            return True
        elif tag in (f"{W}t", f"{M}t"):
            words.add(element.text or "")
        elif tag in CHARACTERS or tag == f"{W}sym":
            words.add_character(element)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            words.add_mark(self._notes.refer(element))
        return True

    def _open_paragraph(self, element: etree._Element) -> None:
        words = Words(child(element, "pPr"), self._styles)
        if self._carried:
            words.go_on_from(self._carried)
            self._carried = None
        self._open.append(words)

    def _open_control(self, element: etree._Element) -> bool:
        """A content control is transparent, unless it shows what to fill in; one may hold the list of contents."""
        properties = child(element, "sdtPr")
        if value(properties, "docPartObj", "docPartGallery") == "Table of Contents":
            self._contents += 1
        return not is_on(properties, "showingPlcHdr")

    def _open_table(self, element: etree._Element) -> bool:
        self._flush()
        if element.tag == f"{W}tbl":
            self.flow.open_table()
        elif element.tag == f"{W}tr":
            properties = child(element, "trPr")
            if child(properties, "del") is not None or is_on(properties, "hidden"):
                return False
            self.flow.open_row()
            self.flow.skip_columns(number(value(properties, "gridBefore")))
        else:
            self.flow.open_cell(across=number(value(element, "tcPr", "gridSpan"), 1))
            merge = child(element, "tcPr", "vMerge")
            if merge is not None and merge.get(f"{W}val", "continue") != "restart":
                self.flow.close_cell()
                return False
        return True

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == f"{W}p" and self._open:
            self._close_paragraph(self._open.pop())
        elif tag == f"{W}tc":
            self._flush()
            self.flow.close_cell()
        elif tag == f"{W}tbl":
            self.flow.close_table()
        elif tag == f"{W}sdt" and value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents":
            self._contents -= 1

    def _close_paragraph(self, words: Words) -> None:
        self._fields.end_paragraph()
        if child(words.properties, "rPr", "del") is not None:
            self._carried = words
        else:
            self._add(words)

    def _flush(self) -> None:
        """Adds a paragraph whose end was deleted where no other follows it."""
        if self._carried:
            self._add(self._carried)
            self._carried = None

    def _add(self, words: Words) -> None:
        kind = words.style.kind
        if kind == "heading":
            self._fields.close()
        elif self._contents or self._fields.is_contents:
            kind = "contents"
        counted, depth = number_of(words, self._numbering, self._styles)
        left = words.left() if words.left() is not None or counted is None else counted.left
        indent = depth * COLUMNS_A_LEVEL if left is None else left // TWENTIETHS
        label = counted.label if counted else ""
        is_bullet = counted is not None and counted.is_bullet
        strong, marks = tuple(words.strong), tuple(words.marks)
        self.flow.add(Paragraph(words.text, kind, words.style.level, label, is_bullet, indent, strong, marks))
        for note in self._notes.take():
            self.flow.add(note)

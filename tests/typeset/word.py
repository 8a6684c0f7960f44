"""Parts of a paper to a Word file, as Word itself would build it: heading styles, automatic numbers, merged cells, header rows."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

from typeset.content import Cells, Heading, Item, List, Paragraph, Part, Table
from typeset.numbering import Numbering, element, put


def write_word(parts: Sequence[Part], landscape: bool = False, ruled: bool = True, running: str = "") -> bytes:
    """The Word file; `running` is printed at the head of every page, with the page number at its foot."""
    writer = _Writer(ruled)
    if landscape:
        section = writer.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if running:
        writer.run_heads(running)
    for part in parts:
        writer.add(part)
    target = io.BytesIO()
    writer.document.save(target)
    return target.getvalue()


class _Writer:
    def __init__(self, ruled: bool) -> None:
        self.document: Any = Document()
        self.document.styles["Normal"].font.name = "Liberation Sans"
        self.document.styles["Normal"].font.size = Pt(10.5)
        self._numbering = Numbering(self.document)
        self._ruled = ruled

    @property
    def _width(self) -> int:
        """Between the margins, in Word's units."""
        section = self.document.sections[0]
        return int(section.page_width - section.left_margin - section.right_margin)

    def run_heads(self, words: str) -> None:
        section = self.document.sections[0]
        section.header.paragraphs[0].text = words
        foot = section.footer.paragraphs[0]
        foot.add_run("Page ")
        field = element("w:fldSimple")
        field.set(field.nsmap["w"].join(("{", "}instr")), "PAGE")
        foot._p.append(field)

    def add(self, part: Part) -> None:
        if isinstance(part, Heading):
            self._labelled(self.document.add_heading("", part.level), part.label, part.words)
        elif isinstance(part, Paragraph):
            self.document.add_paragraph(part.words)
        elif isinstance(part, List):
            self._list(part.items, 0)
        else:
            self._table(part)

    def _labelled(self, paragraph: Any, label: str, words: str) -> None:
        """The words behind their label: printed by Word where it can count so, else typed."""
        place = self._numbering.place(label)
        if place:
            put(paragraph, place)
        paragraph.add_run(f"{label}\t{words}" if label and not place else words)

    def _list(self, items: Sequence[Item], depth: int) -> None:
        for item in items:
            paragraph = self.document.add_paragraph()
            if item.label:
                self._labelled(paragraph, item.label, item.words)
            else:
                put(paragraph, self._numbering.bullet(depth))
                paragraph.add_run(item.words)
            self._list(item.below, depth + 1)

    def _table(self, table: Table) -> None:
        made = self.document.add_table(len(table.rows), table.columns)
        if self._ruled:
            made.style = "Table Grid"
        for column, share in zip(made.columns, _shares(table), strict=True):
            column.width = round(share * self._width)
        grid = [list(row.cells) for row in made.rows]
        for into, cells in zip(grid, table.rows, strict=True):
            self._row(into, cells)
        if table.header:
            made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader", "true"))

    def _row(self, into: Sequence[Any], cells: Cells) -> None:
        """Fills a row; one of a single cell is merged over all columns."""
        if len(cells) == 1 < len(into):
            into = [into[0].merge(into[-1])]
        for cell, words in zip(into, cells, strict=False):
            cell.paragraphs[0].text = words[0] if words else ""
            for more in words[1:]:
                cell.paragraphs[-1].paragraph_format.space_after = Pt(4)
                cell.add_paragraph(more)


def _shares(table: Table) -> list[float]:
    """How much of the page's width each column gets: more for more words, but far from in proportion."""
    full = [row for row in table.rows if len(row) == table.columns]
    sizes = [sum(len(part) for row in full for part in row[at]) ** 0.5 for at in range(table.columns)]
    return [0.06 + (1 - 0.06 * table.columns) * size / sum(sizes) for size in sizes]

"""Which number a paragraph of a Word paper takes: by its own list, or by that of its style."""

from pipeline.read.docx.names import number, value
from pipeline.read.docx.numbering import Number, Numbering
from pipeline.read.docx.runs import Words
from pipeline.read.docx.styles import Styles


def number_of(words: Words, numbering: Numbering, styles: Styles) -> tuple[Number | None, int]:
    """The number of a paragraph, and its depth from 0."""
    own, identity = value(words.properties, "numPr", "numId"), value(words.properties, "pStyle") or styles.default
    num_id = words.style.num_id if own is None else own
    if num_id in (None, "0"):
        return None, 0
    stated = value(words.properties, "numPr", "ilvl")
    depth: int | None = None if stated is None else number(stated)
    if depth is None and own is None:
        bound = numbering.depth_of_style(num_id or "", identity)
        depth = words.style.depth if bound is None else bound
    return numbering.next(num_id or "", depth or 0), depth or 0

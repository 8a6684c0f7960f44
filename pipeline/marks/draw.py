"""Draws markings on the picture of a page, with a margin beside it for labels and a legend below it."""

from PIL import Image, ImageChops, ImageDraw

from pipeline.marks.marking import Marking
from pipeline.marks.pen import BORDER, GAP, INK, LINE, LIT, PALE, Pen
from pipeline.model.record import Box


def draw(page: Image.Image, scale: float, markings: list[Marking], caption: str) -> Image.Image:
    """A larger picture: the page with the words of commitments lit, their values outlined each in the manner of its kind, and a
    label beside each commitment. `scale` is pixels a point."""
    lit = _lit(page, scale, [box for marking in markings for box in marking.boxes])
    pen = Pen(lit, scale)
    for kind, box in dict.fromkeys((value.kind, box) for marking in markings for value in marking.values for box in value.boxes):
        pen.outline(kind, box.x0 - 1, box.top, box.x1 + 1, box.bottom)
    margin = max([pen.length(marking.label) for marking in markings], default=0) + 3 * GAP
    corner = round(margin * scale)
    sheet = Image.new("RGB", (corner + page.width, page.height + round((2 * LINE + 3 * GAP) * scale)), PALE)
    sheet.paste(lit, (corner, 0))
    pen = Pen(sheet, scale)
    pen.frame(margin, 0, sheet.width / scale - 1 / scale, page.height / scale, BORDER)
    _labels(pen, margin, markings)
    _legend(pen, page.height / scale + GAP, caption)
    return sheet


def _lit(page: Image.Image, scale: float, boxes: list[Box]) -> Image.Image:
    """The page as if a marker pen had gone over the boxes: what was black stays black."""
    mask = Image.new("1", page.size)
    pen = ImageDraw.Draw(mask)
    for box in boxes:
        pen.rectangle((box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale), fill=1)
    return Image.composite(ImageChops.multiply(page, Image.new("RGB", page.size, LIT)), page, mask)


def _labels(pen: Pen, margin: float, markings: list[Marking]) -> None:
    """Writes each label in the margin, on a level with its commitment or below the label before it, and leads it there by a line."""
    level = 0.0
    for marking in sorted(markings, key=lambda marking: marking.stretches[0].top):
        first = marking.stretches[0]
        level = max(level, first.top)
        pen.write(margin - 2 * GAP - pen.length(marking.label), level, marking.label)
        begin = margin - 2 * GAP + 3, level + LINE / 2 - 1
        pen.line([begin, (margin, first.top), (margin + first.x0 - 3, first.top)], BORDER, 0.5)
        for stretch in marking.stretches:
            pen.line([(margin + stretch.x0 - 3, stretch.top), (margin + stretch.x0 - 3, stretch.bottom)], INK, 1.0)
        level += LINE


def _legend(pen: Pen, top: float, caption: str) -> None:
    pen.write(GAP, top, caption)
    left, top = GAP, top + LINE + GAP / 2
    for kind in ("commitment", "owner", "deadline", "target", "budget"):
        right = left + pen.length(kind) + 6
        if kind == "commitment":
            pen.fill(left, top - 1, right, top + LINE - 1, LIT)
        else:
            pen.outline(kind, left, top - 1, right, top + LINE - 1)
        pen.write(left + 3, top, kind)
        left = right + 2 * GAP

"""Word's automatic numbering: labels that Word itself prints before a paragraph."""

import re
from typing import Any, NamedTuple

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

PLAIN = re.compile(r"(\d+(?:\.\d+)*)(\.?)$")
BULLETS = "•◦▪"


class Place(NamedTuple):
    """A paragraph's place in a list: the list's id, and how deep, from 0."""

    number_id: int
    depth: int


class Numbering:
    """Lists of one Word paper. A list goes on counting through the paper, headings and items alike."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        for old in list(self._root):
            self._root.remove(old)
        self._styles: dict[str, int] = {}
        self._counters: dict[str, list[int]] = {}
        self._bullets = self._define([f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{BULLETS[depth % 3]}"/>' for depth in range(9)])

    def bullet(self, depth: int) -> Place:
        """The place of a bullet."""
        return Place(self._bullets, depth)

    def place(self, label: str) -> Place | None:
        """The place at which Word prints this label, when labels are asked for in their order; None where it must be typed."""
        match = PLAIN.match(label)
        if match is None:
            return None
        numbers = [int(number) for number in match[1].split(".")]
        style = "zero" if label.startswith("0") else "plain"
        counters = self._counters.get(style, [])
        depth = len(numbers) - 1
        expected = [*counters[:depth], (counters[depth] if len(counters) > depth else 0) + 1]
        if numbers != expected:
            return None
        if (bool(match[2]), style) != (depth == 0, style):
            return None
        self._counters[style] = numbers
        if style not in self._styles:
            self._styles[style] = self._define(_levels("decimalZero" if style == "zero" else "decimal"))
        return Place(self._styles[style], depth)

    def _define(self, levels: list[str]) -> int:
        """A new list; Word wants all definitions before all lists."""
        number_id = len(self._root.findall(qn("w:num"))) + 1
        inner = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{level}<w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{360 * depth + 720}" w:hanging="720"/></w:pPr></w:lvl>'
            for depth, level in enumerate(levels)
        )
        definition = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number_id}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
        )
        self._root.insert(number_id - 1, parse_xml(definition))
        listing = f'<w:num {nsdecls("w")} w:numId="{number_id}"><w:abstractNumId w:val="{number_id}"/></w:num>'
        self._root.append(parse_xml(listing))
        return number_id


def _levels(count: str) -> list[str]:
    """`1.`, then `1.1`, then `1.1.1`."""
    dotted = [".".join(f"%{at}" for at in range(1, depth + 2)) + ("." if depth == 0 else "") for depth in range(9)]
    return [f'<w:numFmt w:val="{count}"/><w:lvlText w:val="{words}"/>' for words in dotted]


def put(paragraph: Any, place: Place) -> None:
    """Makes the paragraph stand at that place of a list."""
    properties = paragraph._p.get_or_add_pPr()
    numbers = properties.get_or_add_numPr()
    numbers.get_or_add_ilvl().val = place.depth
    numbers.get_or_add_numId().val = place.number_id


def element(name: str, value: str = "") -> Any:
    """An element of Word's, with its value."""
    made = OxmlElement(name)
    if value:
        made.set(qn("w:val"), value)
    return made

"""What the styles of a Word paper say of a paragraph, those that they are based on included."""

import re
from typing import NamedTuple

from lxml import etree

from pipeline.read.docx.names import W, child, is_on, number, value
from pipeline.read.flow.content import ParagraphKind

HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|nagłówek|nadpis|címsor|otsikko|başlık|заголовок)\s*([1-9])\b",
    re.IGNORECASE,
)
TITLE = re.compile(r"(?:title|titel|titre|título|titolo)$", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|contents|verzeichnis|tm|table of figures)\s*\d|table of figures$|contents \d", re.IGNORECASE)
CAPTION = re.compile(r"(?:caption|beschriftung|légende)$", re.IGNORECASE)
NOTE = re.compile(r"(?:footnote|endnote) (?:text|symbol)$|footnote$|endnote$", re.IGNORECASE)
KINDS: tuple[tuple[ParagraphKind, re.Pattern[str]], ...] = (("contents", CONTENTS), ("caption", CAPTION), ("footnote", NOTE))
BODY_LEVEL = 9
DEEPEST = 20


class Style(NamedTuple):
    """A paragraph style.

    `level` is that of a heading, from 1, 0 for none. `num_id` and `depth` number its paragraphs; None where it does not say. `strong`
    says which of bold (`b`) and underlined (`u`) its words are, `is_hidden` that they are not printed. `left` is its indent in
    twentieths of a point; None where it says none.
    """

    kind: ParagraphKind = "paragraph"
    level: int = 0
    num_id: str | None = None
    depth: int | None = None
    strong: tuple[str, ...] = ()
    is_hidden: bool = False
    left: int | None = None


class Styles:
    """The styles by their ids. Unknown ones, and those based on themselves, say nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str | None, Style] = {}
        self.default: str | None = None
        for style in root.iterchildren(f"{W}style") if root is not None else ():
            identity = style.get(f"{W}styleId", "")
            self._elements[identity] = style
            if style.get(f"{W}default") in ("1", "true", "on") and style.get(f"{W}type") == "paragraph":
                self.default = identity

    def paragraph(self, identity: str | None) -> Style:
        """The style of a paragraph, or the default one."""
        identity = identity if identity in self._elements else self.default
        if identity not in self._styles:
            self._styles[identity] = self._resolve(identity)
        return self._styles[identity]

    def run(self, identity: str | None, name: str) -> bool | None:
        """Whether a character style switches a property on; None where it does not mention it."""
        settings = (is_on(child(style, "rPr"), name) for style in self._chain(identity))
        return next((setting for setting in settings if setting is not None), None)

    def element(self, identity: str | None) -> etree._Element | None:
        """The style as Word writes it."""
        return self._elements.get(identity or "")

    def _chain(self, identity: str | None) -> list[etree._Element]:
        """The style and those it is based on, nearest first."""
        chain: list[etree._Element] = []
        while identity in self._elements and len(chain) < DEEPEST:
            chain.append(self._elements[identity])
            identity = value(chain[-1], "basedOn")
        return chain

    def _resolve(self, identity: str | None) -> Style:
        chain = self._chain(identity)
        kind, level = _kind(chain)
        numbered = next((style for style in chain if value(style, "pPr", "numPr", "numId") is not None), None)
        left = next((text for style in chain if (text := _left(child(style, "pPr")))), None)
        depth = next((text for style in chain if (text := value(style, "pPr", "numPr", "ilvl"))), None)
        return Style(
            kind,
            level,
            value(numbered, "pPr", "numPr", "numId"),
            None if depth is None else number(depth),
            tuple(name for name in ("b", "u") if self.run(identity, name)),
            bool(self.run(identity, "vanish")),
            None if left is None else number(left),
        )


def _left(properties: etree._Element | None) -> str | None:
    return value(properties, "ind", name="left") or value(properties, "ind", name="start")


def _kind(chain: list[etree._Element]) -> tuple[ParagraphKind, int]:
    """What paragraphs of a style are: by the nearest name or outline level that tells."""
    for style in chain:
        name = value(style, "name") or ""
        for kind, pattern in KINDS:
            if pattern.match(name):
                return kind, 0
        if match := HEADING.match(name):
            return "heading", int(match[1])
        if TITLE.match(name):
            return "heading", 1
        outline = number(value(style, "pPr", "outlineLvl"), BODY_LEVEL)
        if outline < BODY_LEVEL:
            return "heading", outline + 1
    return "paragraph", 0

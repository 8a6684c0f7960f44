"""The numbers of Word's lists, as printed."""

import re
from typing import NamedTuple

from lxml import etree

from pipeline.read.docx.names import W, child, is_on, number, value
from pipeline.read.docx.styles import Styles
from pipeline.read.numerals import letters, roman

PLACE = re.compile(r"%([1-9])")
DEEPEST = 9
LONGEST_LABEL = 60
HOLLOW = {"\uf0a7": "▪", "\uf0d8": "▪", "§": "▪", "o": "o", "\u25cb": "◦"}


class Number(NamedTuple):
    """The number of a paragraph as printed (`label`), and the indent of its level in twentieths of a point."""

    label: str
    is_bullet: bool
    left: int | None


class Level(NamedTuple):
    """A level of a list, from Word's description of it."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: int = DEEPEST
    is_legal: bool = False
    left: int | None = None
    is_hidden: bool = False


class Numbering:
    """Counts through the lists of a paper in the order of its paragraphs."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._levels: dict[tuple[str, int], Level] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def depth_of_style(self, num_id: str, style: str | None) -> int | None:
        """The level of a list that a style is bound to, from 0."""
        abstract = self._abstract(num_id)[1]
        levels = abstract.iterchildren(f"{W}lvl") if abstract is not None else ()
        bound = next((level for level in levels if style and value(level, "pStyle") == style), None)
        return None if bound is None else number(bound.get(f"{W}ilvl"))

    def next(self, num_id: str, depth: int) -> Number | None:
        """Counts a paragraph of a list at a depth from 0; None for a list that the paper does not describe or that prints nothing."""
        identity, abstract = self._abstract(num_id)
        if abstract is None or not 0 <= depth < DEEPEST:
            return None
        level = self._level(num_id, depth)
        self._count(num_id, identity, depth, level)
        label = self._bullet(level) if level.form == "bullet" else self._print(num_id, identity, level)
        return Number(label, level.form == "bullet", level.left) if label and not level.is_hidden else None

    def _count(self, num_id: str, identity: str, depth: int, level: Level) -> None:
        """One more at the depth; deeper levels begin anew, and so does a list that another one overrides, once."""
        counts = self._counts.setdefault(identity, [None] * DEEPEST)
        if (num_id, depth) not in self._started:
            self._started.add((num_id, depth))
            if child(self._override(num_id, depth), "startOverride") is not None:
                counts[depth] = None
        last = counts[depth]
        counts[depth] = level.start if last is None else last + 1
        for deeper in range(depth + 1, DEEPEST):
            if depth < self._level(num_id, deeper).restarts:
                counts[deeper] = None

    def _bullet(self, level: Level) -> str:
        return HOLLOW.get(level.text, "•" if not level.text.isprintable() or level.text[:1].isalnum() else level.text.strip()[:1] or "•")

    def _print(self, num_id: str, identity: str, level: Level) -> str:
        def figure(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shown = self._level(num_id, place)
            count = self._counts[identity][place]
            return _figure(shown.start if count is None else count, "decimal" if level.is_legal else shown.form)

        return PLACE.sub(figure, level.text).strip()[:LONGEST_LABEL] if level.form != "none" else level.text.strip()[:LONGEST_LABEL]

    def _abstract(self, num_id: str) -> tuple[str, etree._Element | None]:
        """The description that a list follows, through a list style where it names one."""
        for _ in range(DEEPEST):
            identity = value(self._nums.get(num_id), "abstractNumId") or ""
            abstract = self._abstracts.get(identity)
            linked = value(abstract, "numStyleLink")
            if linked is None:
                return identity, abstract
            num_id = value(self._styles.element(linked), "pPr", "numPr", "numId") or ""
        return "", None

    def _override(self, num_id: str, depth: int) -> etree._Element | None:
        return _at_depth(self._nums.get(num_id), "lvlOverride", depth)

    def _level(self, num_id: str, depth: int) -> Level:
        key = num_id, depth
        if key not in self._levels:
            override = self._override(num_id, depth)
            own = child(override, "lvl")
            element = own if own is not None else _at_depth(self._abstract(num_id)[1], "lvl", depth)
            level = _read_level(element, depth)
            start = value(override, "startOverride")
            self._levels[key] = level if start is None else level._replace(start=number(start, 1))
        return self._levels[key]


def _by_id(root: etree._Element | None, name: str, key: str) -> dict[str, etree._Element]:
    return {element.get(f"{W}{key}", ""): element for element in root.iterchildren(f"{W}{name}")} if root is not None else {}


def _at_depth(element: etree._Element | None, name: str, depth: int) -> etree._Element | None:
    levels = element.iterchildren(f"{W}{name}") if element is not None else ()
    return next((level for level in levels if level.get(f"{W}ilvl") == str(depth)), None)


def _read_level(element: etree._Element | None, depth: int) -> Level:
    if element is None:
        return Level(text="")
    indent = value(element, "pPr", "ind", name="left") or value(element, "pPr", "ind", name="start")
    restarts = value(element, "lvlRestart")
    return Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=number(value(element, "start"), 1),
        restarts=depth if restarts is None else number(restarts),
        is_legal=bool(is_on(element, "isLgl")),
        left=None if indent is None else number(indent),
        is_hidden=bool(is_on(child(element, "rPr"), "vanish")),
    )


def _figure(count: int, form: str) -> str:
    """A count as printed in one of Word's forms; figures for forms that are not known."""
    if form in ("lowerLetter", "upperLetter"):
        return letters(count) if form == "lowerLetter" else letters(count).upper()
    if form in ("lowerRoman", "upperRoman"):
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form == "decimalZero":
        return f"{count:02}"
    if form == "ordinal":
        return f"{count}{'th' if 10 < count % 100 < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"
    return f"({count})" if form == "decimalEnclosedParen" else str(count)

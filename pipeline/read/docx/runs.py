"""The words of one paragraph of a Word paper, as its runs bring them."""

from lxml import etree

from pipeline.read.docx.names import W, child, is_on, number, value
from pipeline.read.docx.styles import Style, Styles
from pipeline.read.flow.inline import is_mark
from pipeline.read.rows import Segment

CHARACTERS = {
    **{f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n"},
    **{f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"},
}
PRIVATE = range(0xF000, 0xF100)
SYMBOLS = {0xF0FC: "✓", 0xF0FE: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF0E0: "→", 0xF0B2: "°"}


class Words:
    """A paragraph while its runs come; `properties` is its `pPr`."""

    def __init__(self, properties: etree._Element | None, styles: Styles) -> None:
        self.properties = properties
        self.style: Style = styles.paragraph(value(properties, "pStyle"))
        self.strong: list[Segment] = []
        self.marks: list[Segment] = []
        self._styles = styles
        self._pieces: list[str] = []
        self._length = 0
        self._is_strong = False
        self._is_raised = False

    @property
    def text(self) -> str:
        """What it prints so far."""
        return "".join(self._pieces)

    def open_run(self, run: etree._Element) -> bool:
        """Takes the looks of a run; False for one that is hidden."""
        looks = child(run, "rPr")
        style = value(looks, "rStyle")
        self._is_strong = any(self._is_on(looks, style, name) for name in ("b", "u"))
        self._is_raised = value(looks, "vertAlign") == "superscript"
        return not self._is_on(looks, style, "vanish")

    def _is_on(self, looks: etree._Element | None, style: str | None, name: str) -> bool:
        for setting in (is_on(looks, name), self._styles.run(style, name)):
            if setting is not None:
                return setting
        return self.style.is_hidden if name == "vanish" else name in self.style.strong

    def add(self, text: str) -> None:
        """Adds what the run prints."""
        if self._is_raised and is_mark(text, "".join(self._pieces[-3:])[-20:], is_link=False):
            self.add_mark(text)
            return
        if self._is_strong and text:
            self.strong.append((self._length, self._length + len(text)))
        self._write(text)

    def add_mark(self, text: str) -> None:
        """Adds something printed that is no word."""
        self.marks.append((self._length, self._length + len(text)))
        self._write(text)

    def add_character(self, element: etree._Element) -> None:
        """Adds the character that an element without text stands for."""
        if element.tag == f"{W}sym":
            code = int(element.get(f"{W}char", "0"), 16) if element.get(f"{W}char", "").isalnum() else 0
            self.add(SYMBOLS.get(code, "•" if code in PRIVATE else chr(code) if 32 < code < 0xD800 else ""))
        else:
            self.add(CHARACTERS.get(element.tag, ""))

    def go_on_from(self, above: "Words") -> None:
        """Puts the words of a paragraph whose end was deleted in front."""
        self._pieces, self._length = [*above._pieces], above._length
        self.strong, self.marks = [*above.strong], [*above.marks]

    def left(self) -> int | None:
        """The indent that the paragraph itself or its style states, in twentieths of a point."""
        own = value(self.properties, "ind", name="left") or value(self.properties, "ind", name="start")
        return self.style.left if own is None else number(own)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

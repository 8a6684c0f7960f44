"""Footnotes and endnotes of a Word paper: each is printed once, the first time it is referred to."""

from lxml import etree

from pipeline.read.docx.names import W
from pipeline.read.flow.content import Paragraph


class Notes:
    """Hands out notes: footnotes behind the paragraph that refers to them, endnotes at the end."""

    def __init__(self, footnotes: etree._Element | None, endnotes: etree._Element | None) -> None:
        self._notes = {f"{W}footnoteReference": _texts(footnotes), f"{W}endnoteReference": _texts(endnotes)}
        self._waiting: list[Paragraph] = []
        self._last: list[Paragraph] = []
        self._count = 0

    def refer(self, reference: etree._Element) -> str:
        """The mark that a reference prints."""
        self._count += 1
        note = self._notes[reference.tag].pop(reference.get(f"{W}id", ""), None)
        if note:
            place = self._waiting if reference.tag == f"{W}footnoteReference" else self._last
            place.append(Paragraph(note, "footnote"))
        return f"[{self._count}]"

    def take(self) -> list[Paragraph]:
        """The footnotes that were referred to since the last call."""
        taken, self._waiting = self._waiting, []
        return taken

    def endnotes(self) -> list[Paragraph]:
        """All endnotes that were referred to."""
        return self._last


def _texts(root: etree._Element | None) -> dict[str, str]:
    """The words of each note by its id; deleted ones left out."""
    notes = root.iterchildren() if root is not None else ()
    return {note.get(f"{W}id", ""): text for note in notes if (text := " ".join(map(_text, note.iter(f"{W}p"))).strip())}


def _text(paragraph: etree._Element) -> str:
    kept = (text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None)
    return "".join(text.text or "" for text in kept)

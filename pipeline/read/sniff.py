"""What a file is by its first bytes, whatever its name says. Opens no archive: names in a ZIP stand there to be read."""

import re
from typing import Literal, NamedTuple

Kind = Literal["pdf", "docx", "odt", "doc", "rtf", "html", "text"]

HEAD = 1024  # bytes within which a PDF must begin, and a web page show itself
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
LOCKED = "EncryptedPackage".encode("utf-16-le")  # the one thing inside a Word paper that is locked with a password
OLD_WORD = "WordDocument".encode("utf-16-le")
NAMES: dict[Kind, str] = {
    "pdf": "a PDF",
    "docx": "a Word paper",
    "odt": "an OpenDocument text",
    "doc": "an old Word paper",
    "rtf": "a rich text file",
    "html": "a web page",
    "text": "plain text",
}


class Sniffed(NamedTuple):
    """What a file is: of a `kind` that can be read, or, where that is None, something else by this `name`."""

    kind: Kind | None
    name: str


def sniff(data: bytes) -> Sniffed | None:
    """What the bytes are; None where nothing shows it, as with most plain text.

    >>> sniff(b"%PDF-1.7").kind, sniff(b"<!DOCTYPE html>").kind, sniff(b"We will mow.")
    ('pdf', 'html', None)
    """
    head = data[:HEAD]
    if b"%PDF-" in head:
        return _known("pdf")
    if head.startswith(ZIP):
        return _zip(data)
    if head.startswith(OLE):
        return _ole(data)
    if head.startswith(b"{\\rtf"):
        return _known("rtf")
    if HTML.match(head.replace(b"\0", b"")):  # UTF-16 has a NUL beside every Latin letter
        return _known("html")
    return next((Sniffed(None, name) for signature, name in OTHERS.items() if head.startswith(signature)), None)


def _known(kind: Kind) -> Sniffed:
    return Sniffed(kind, NAMES[kind])


def _zip(data: bytes) -> Sniffed:
    """Office papers are ZIPs, told apart by what they hold."""
    if data[30:38] == b"mimetype":
        return _known("odt") if b"opendocument.text" in data[38:120] else Sniffed(None, "a spreadsheet, drawing or book")
    if b"word/document" in data:
        return _known("docx")
    if b"xl/workbook" in data:
        return Sniffed(None, "an Excel workbook")
    if b"ppt/presentation" in data:
        return Sniffed(None, "a PowerPoint presentation")
    return Sniffed(None, "a zip file")


def _ole(data: bytes) -> Sniffed:
    """Old Office papers, and new ones that are locked."""
    if LOCKED in data:
        return Sniffed(None, "a paper locked with a password")
    return _known("doc") if OLD_WORD in data else Sniffed(None, "an old Excel, PowerPoint or mail file")


OTHERS = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"PK\x05\x06": "an empty zip file",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"MZ\x90\x00": "a program",
    b"\x7fELF": "a program",
}

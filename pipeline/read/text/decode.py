"""Bytes to characters, for whatever encoding a council's export came in. Knows nothing of lines or markup."""

import codecs
import re

from pipeline.errors import ReadError
from pipeline.model.document import ReadingIssue
from pipeline.reasons import Reason

MAX_CHARACTERS = 10_000_000
MAX_LINE = 1_000_000
SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, Excel or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "a rich text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"MZ\x90\x00": "a program",
    b"\x7fELF": "a program",
}
BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
LINE = re.compile(r"[^\n\r]+")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes) -> tuple[str, tuple[ReadingIssue, ...]]:
    """The characters of a text export, and what was doubtful about them.

    Bytes that are not UTF-8 are read as Windows-1252, one by one, as councils' tools mix the two. Raises ReadError for an
    empty file, one that is no text, and one beyond the limits.
    """
    if not data.strip(b" \t\r\n\v\f\0"):
        raise ReadError((Reason.BLANK if data else Reason.EMPTY).told())
    for signature, name in SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(Reason.NOT_TEXT.told(kind=name))
    text, mixed = _decode(data)
    _check_size(text)
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise ReadError(Reason.BLANK.told())
    return text, mixed + _lost(text) + _nul(text)


def _decode(data: bytes) -> tuple[str, tuple[ReadingIssue, ...]]:
    bom = next((mark for mark in BOMS if data.startswith(mark)), b"")
    encoding = BOMS.get(bom) or _utf16_without_bom(data)
    if encoding and encoding != "utf-8":
        return data.decode(encoding, errors="replace"), ()
    _check_binary(data)
    return data[len(bom) :].decode("utf-8", errors="pledgebook-cp1252"), _mixed(data)


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 text in Latin letters has a NUL in every second byte; binary data has not."""
    head = data[:4096]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) >= 8 and zeros.count(0) > 0.6 * len(zeros) and head.count(0) < 0.6 * len(head):
            return encoding
    return None


def _check_binary(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, CONTROL))
    if controls > 3 and controls > len(data) / 1000:
        raise ReadError(Reason.BINARY.told())


def _mixed(data: bytes) -> tuple[ReadingIssue, ...]:
    """Wholly Windows-1252 is no matter for doubt; a mixture is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if MULTIBYTE.search(data):
            return (ReadingIssue.of(Reason.MIXED_ENCODING.told(), f"from line {line}"),)
    return ()


def _lost(text: str) -> tuple[ReadingIssue, ...]:
    """Characters that could not be decoded, here or by the tool that wrote the export."""
    return _counted(text, "\ufffd", Reason.LOST_CHARACTERS, "1 character", "{} characters")


def _nul(text: str) -> tuple[ReadingIssue, ...]:
    return _counted(text, "\0", Reason.NUL_CHARACTERS, "1 NUL character was", "{} NUL characters were")


def _counted(text: str, character: str, reason: Reason, one: str, many: str) -> tuple[ReadingIssue, ...]:
    count = text.count(character)
    if not count:
        return ()
    line = text.count("\n", 0, text.index(character)) + 1
    why = reason.told(count=one if count == 1 else many.format(count))
    return (ReadingIssue.of(why, f"line {line}" if count == 1 else f"from line {line}"),)


def _check_size(text: str) -> None:
    if len(text) <= MAX_LINE:
        return
    for match in LINE.finditer(text):
        if match.end() - match.start() > MAX_LINE:
            line = text.count("\n", 0, match.start()) + 1
            raise ReadError(Reason.LONG_LINE.told(line=line, length=match.end() - match.start()))
    if len(text) > MAX_CHARACTERS:
        raise ReadError(Reason.TOO_LONG.told(length=len(text), limit=MAX_CHARACTERS))


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decodes the bytes that are not UTF-8; the five that Windows-1252 leaves undefined become U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("pledgebook-cp1252", _as_windows_1252)

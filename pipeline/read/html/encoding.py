"""Bytes of a web page to characters, for whatever encoding it says it has, or has."""

import codecs
import re
from email import message_from_bytes

from pipeline.errors import ReadError
from pipeline.read.text.decode import BOMS
from pipeline.reasons import Reason

LARGEST = 64 * 2**20
HEAD = 4096
META = re.compile(
    rb"""<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{1,100}encoding\s*=\s*["']([\w.:-]{2,30})""", re.IGNORECASE
)
MAIL = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
MOST_MAIL_PARTS = 1000
KNOWN = re.compile(
    r"iso-?8859-?\d{1,2}|latin-?\d|(?:windows|cp)-?125\d|macintosh|koi8-[ru]|big5|gbk|gb2312|gb18030|shift_jis|euc-(?:jp|kr)", re.IGNORECASE
)
PICTURE = re.compile(rb"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/=]+")


def decode_page(data: bytes) -> str:
    """The characters of a web page. Raises ReadError for one that is empty or too large."""
    if MAIL.match(data[:HEAD]):
        data = _page_in_mail(data)
    data = PICTURE.sub(b"", data)
    if len(data) > LARGEST:
        raise ReadError(Reason.PAGE_TOO_LONG.told(size=len(data) // 2**20, limit=LARGEST // 2**20))
    return _decode(data).replace("\0", "")


def _decode(data: bytes) -> str:
    """By its byte order mark, else as it says, else as UTF-8; a byte that is none is Windows-1252."""
    mark = next((mark for mark in BOMS if data.startswith(mark)), None)
    if mark is not None:
        return data.decode("utf-8-sig" if BOMS[mark] == "utf-8" else BOMS[mark], errors="replace")
    meta = META.search(data[:HEAD])
    stated = (meta[1] or meta[2]).decode("ascii", errors="replace") if meta else ""
    if KNOWN.fullmatch(stated):
        is_western = stated.lower() in ("iso-8859-1", "iso8859-1", "latin1", "latin-1")  # browsers read it as Windows-1252
        return data.decode("cp1252" if is_western else _python_name(stated), errors="replace")
    return data.decode("utf-8", errors="pledgebook-cp1252")


def _python_name(stated: str) -> str:
    try:
        return codecs.lookup(stated).name
    except LookupError:
        return "cp1252"


def _page_in_mail(data: bytes) -> bytes:
    """The page in a file that holds it with its pictures."""
    if data.count(b"Content-Type:") > MOST_MAIL_PARTS or data.lower().count(b"boundary=") > 5:
        raise ReadError(Reason.MAIL_PARTS.told())
    for part in message_from_bytes(data).walk():
        payload = part.get_payload(decode=True) if part.get_content_type() in ("text/html", "application/xhtml+xml") else None
        if isinstance(payload, bytes) and payload.strip():
            charset = part.get_content_charset() or "utf-8"
            return payload if META.search(payload[:HEAD]) else b'<meta charset="' + charset.encode("ascii", "replace") + b'">' + payload
    raise ReadError(Reason.MAIL_EMPTY.told())

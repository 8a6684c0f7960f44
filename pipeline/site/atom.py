"""What is new as an Atom feed (RFC 4287)."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from pipeline.site.ics import as_utc

NAMESPACE = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Entry(NamedTuple):
    """One thing that is new: what it is about (`subject`, the same for ever), since which ISO time, and where more is told."""

    subject: str
    title: str
    words: str
    link: str
    updated: str
    author: str


def feed(subject: str, title: str, subtitle: str, address: str, page: str, updated: str, entries: Sequence[Entry]) -> bytes:
    """The whole feed: its own `address`, the `page` that shows the same to people, and the ISO time of which it tells."""
    root = etree.Element("feed", nsmap={None: NAMESPACE})
    latest = max((entry.updated for entry in entries), key=as_utc, default=updated)
    for name, value in (("id", urn(subject)), ("title", title), ("subtitle", subtitle), ("updated", _moment(latest))):
        _add(root, name, value)
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(root, "link", rel="alternate", type="text/html", href=page)
    _add(root, "generator", "Pledgebook")
    for entry in entries:
        root.append(_entry(entry))
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def urn(subject: str) -> str:
    """A name that is the same wherever the register is served.

    >>> urn("flag:f1") == urn("flag:f1") != urn("flag:f2")
    True
    """
    return uuid5(NAMESPACE_URL, f"pledgebook:{subject}").urn


def _entry(entry: Entry) -> etree._Element:
    made = etree.Element("entry")
    for name, value in (("id", urn(entry.subject)), ("title", entry.title), ("updated", _moment(entry.updated))):
        _add(made, name, value)
    _add(_add(made, "author"), "name", entry.author)
    _add(made, "link", rel="alternate", type="text/html", href=entry.link)
    _add(made, "content", entry.words, type="text")
    return made


def _add(above: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    made = etree.SubElement(above, name)
    for key, value in attributes.items():
        made.set(key, _clean(value))
    made.text = _clean(text) if text is not None else None
    return made


def _clean(value: str) -> str:
    """Without the characters that no XML may hold."""
    return _FORBIDDEN.sub("\ufffd", value)


def _moment(iso: str) -> str:
    return as_utc(iso).strftime("%Y-%m-%dT%H:%M:%SZ")

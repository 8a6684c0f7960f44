"""A Word file as its parts: opened only after its sizes were looked at, since a small file may unpack to a huge one."""

import struct
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from pipeline.errors import LockedError, ReadError
from pipeline.reasons import Reason

MOST_PARTS = 20_000
LARGEST_FILE = 512 * 2**20
LARGEST_XML = 48 * 2**20
ENCRYPTED = b"\xd0\xcf\x11\xe0"
BROKEN = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError),
    *(etree.LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError),  # python-docx checks little of what it opens
)


class Parts(NamedTuple):
    """The XML of a Word paper; None for a part that it has not."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None


def open_package(data: bytes) -> Parts:
    """The parts in the bytes of a Word file. Raises ReadError for what is none, is broken, or is too large."""
    if data.startswith(ENCRYPTED):
        raise LockedError(Reason.WORD_LOCKED.told())
    try:
        _check_sizes(data)
        main = OpcPackage.open(BytesIO(data)).main_document_part
        document = _root(main)
        others = [_related(main, kind) for kind in ("STYLES", "NUMBERING", "FOOTNOTES", "ENDNOTES")]
    except BROKEN as error:
        raise ReadError(Reason.WORD_BROKEN.told()) from error
    if not isinstance(document.tag, str) or etree.QName(document).localname != "document":
        raise ReadError(Reason.WORD_OTHER.told())
    if any(part is not None and part.getroottree().docinfo.internalDTD is not None for part in (document, *others)):
        raise ReadError(Reason.WORD_ENTITIES.told())
    return Parts(document, *others)


def _check_sizes(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise ReadError(Reason.WORD_PARTS.told(count=len(entries), limit=MOST_PARTS))
    if any(entry.flag_bits & 1 for entry in entries):
        raise LockedError(Reason.LOCKED.told())
    if sum(entry.file_size for entry in entries) > LARGEST_FILE:
        raise ReadError(Reason.WORD_UNPACKED.told(limit=LARGEST_FILE // 2**20))
    if any(entry.file_size > LARGEST_XML and entry.filename.endswith((".xml", ".rels")) for entry in entries):
        raise ReadError(Reason.WORD_XML.told(limit=LARGEST_XML // 2**20))


def _root(part: Part) -> etree._Element:
    element = getattr(part, "element", None)  # parts that python-docx has no class for keep their bytes
    return parse_xml(part.blob) if element is None else element


def _related(main: Part, kind: str) -> etree._Element | None:
    """The part that the paper names as its styles and so on."""
    wanted = getattr(RELATIONSHIP_TYPE, kind)
    related = (rel for rel in main.rels.values() if rel.reltype == wanted and not rel.is_external)
    return next((_root(rel.target_part) for rel in related), None)

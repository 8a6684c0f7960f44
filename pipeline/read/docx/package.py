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
        raise LockedError("it is protected by a password, or an old Word file (.doc); save it as .docx without a password")
    try:
        _check_sizes(data)
        main = OpcPackage.open(BytesIO(data)).main_document_part
        document = _root(main)
        others = [_related(main, kind) for kind in ("STYLES", "NUMBERING", "FOOTNOTES", "ENDNOTES")]
    except BROKEN as error:
        raise ReadError("it is no Word file (.docx), or a broken one") from error
    if not isinstance(document.tag, str) or etree.QName(document).localname != "document":
        raise ReadError("it is no Word paper; another kind of file has the ending .docx")
    if any(part is not None and part.getroottree().docinfo.internalDTD is not None for part in (document, *others)):
        raise ReadError("its XML defines words of its own, as no Word program writes it; this may be a bomb")
    return Parts(document, *others)


def _check_sizes(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise ReadError(f"it holds {len(entries):,} parts, more than the {MOST_PARTS:,} that a paper may have")
    if any(entry.flag_bits & 1 for entry in entries):
        raise LockedError("it is protected by a password; save it without one")
    if sum(entry.file_size for entry in entries) > LARGEST_FILE:
        raise ReadError(f"it unpacks to more than {LARGEST_FILE // 2**20} MB")
    if any(entry.file_size > LARGEST_XML and entry.filename.endswith((".xml", ".rels")) for entry in entries):
        raise ReadError(f"it holds more than {LARGEST_XML // 2**20} MB of text and formatting; no paper does, this may be a bomb")


def _root(part: Part) -> etree._Element:
    element = getattr(part, "element", None)  # parts that python-docx has no class for keep their bytes
    return parse_xml(part.blob) if element is None else element


def _related(main: Part, kind: str) -> etree._Element | None:
    """The part that the paper names as its styles and so on."""
    wanted = getattr(RELATIONSHIP_TYPE, kind)
    related = (rel for rel in main.rels.values() if rel.reltype == wanted and not rel.is_external)
    return next((_root(rel.target_part) for rel in related), None)

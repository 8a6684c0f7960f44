"""Word papers, old and new, that are bombs or broken."""

import zipfile
from io import BytesIO

from hostile.objects import MEBI

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = b"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>""".encode()
PARAGRAPH = b"<w:p><w:r><w:t>The council will plant 100 trees by June 2030.</w:t></w:r></w:p>"
HEAD, TAIL = f'<w:document xmlns:w="{WORD}"><w:body>'.encode(), b"</w:body></w:document>"


def docx(body: bytes = PARAGRAPH, start: bytes = b"", head: bytes = HEAD, tail: bytes = TAIL, times: int = 1, **others: bytes) -> bytes:
    """A Word paper with the body, `times` over, and with other files besides."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(start + head)
            for _ in range(times):
                part.write(body)
            part.write(tail)
        for name, data in others.items():
            archive.writestr(name, data)
    return target.getvalue()


def spaces() -> bytes:
    """Half a gigabyte of spaces between two paragraphs."""
    return docx(b" " * MEBI, times=512, head=HEAD + PARAGRAPH, tail=PARAGRAPH + TAIL)


def many_paragraphs() -> bytes:
    """Four million paragraphs."""
    return docx(PARAGRAPH * 10_000, times=400)


def many_elements() -> bytes:
    """Thirty million empty elements."""
    return docx(b"<w:p/>" * 100_000, times=300)


def entity_bomb() -> bytes:
    """A billion laughs."""
    entities = b"".join(b'<!ENTITY l%d "%s">' % (at, b"&l%d;" % (at - 1) * 10) for at in range(1, 11))
    start = b'<!DOCTYPE w:document [<!ENTITY l0 "The council will laugh.">' + entities + b"]>"
    return docx(b"<w:p><w:r><w:t>&l10;</w:t></w:r></w:p>", start=start)


def external_entity(address: bytes) -> bytes:
    """An entity that stands for a file of the machine."""
    start = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "%s">]>' % address
    return docx(b"<w:p><w:r><w:t>The council will tell &x;</w:t></w:r></w:p>", start=start)


def deep() -> bytes:
    """Tags 100,000 deep."""
    return docx(b"<w:sdt>" * 100_000 + PARAGRAPH + b"</w:sdt>" * 100_000)


def deep_tables() -> bytes:
    """Tables in tables, 2,000 deep."""
    return docx(b"<w:tbl><w:tr><w:tc>" * 2000 + PARAGRAPH + b"</w:tc></w:tr></w:tbl>" * 2000)


def wide_cell() -> bytes:
    """A table cell that spans two thousand million columns."""
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>' + PARAGRAPH + b"</w:tc>"
    return docx(b"<w:tbl><w:tr>" + cell + b"</w:tr></w:tbl>")


def outside_names() -> bytes:
    """Parts whose names lead out of the archive."""
    return docx(**{"../../../../tmp/pledgebook-was-here": b"x", "/etc/pledgebook-was-here": b"x"})


def many_parts() -> bytes:
    """20,000 files in one archive."""
    return docx(**{f"word/media/{at}": b"" for at in range(20_000)})


def without_types() -> bytes:
    """A ZIP that holds a Word paper's text and nothing else."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", HEAD + PARAGRAPH + TAIL)
    return target.getvalue()


def plain_zip() -> bytes:
    """A ZIP of something else."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("plan.txt", b"We will mow.")
    return target.getvalue()

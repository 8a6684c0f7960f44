"""PDFs written object by object, so that any part can be wrong."""

import zlib
from collections.abc import Iterable, Mapping

TEXT = b"BT /F1 12 Tf 72 700 Td (The council will plant 100 trees by June 2030.) Tj ET\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
MEBI = 2**20


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object, as it is."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def flate(data: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    return stream(zlib.compress(data, 1), b"/Filter /FlateDecode " + entries)


def repeated(piece: bytes, times: int) -> bytes:
    """What zlib would make of `piece` so many times, without compressing it more than once."""
    start = zlib.compressobj(9)
    head = start.compress(b"") + start.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = again.compress(piece) + again.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(times):
        check = zlib.adler32(piece, check)
    return head + body * times + b"\x03\x00" + check.to_bytes(4, "big")


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, by number; number 1 is the catalogue."""
    pieces, places, length = [b"%PDF-1.7\n"], {}, 9
    for number, body in objects.items():
        piece = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places[number] = length
        pieces.append(piece)
        length += len(piece)
    size = max(objects) + 1
    lines = [b"0000000000 65535 f \n"]
    lines += [b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(1, size)]
    pieces += [b"xref\n0 %d\n" % size, *lines, b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, length)]
    return b"".join(pieces)


def page(contents: bytes, *, box: bytes = b"[0 0 595 842]", resources: bytes = b"", more: Mapping[int, bytes] | None = None) -> bytes:
    """A PDF of one page with this content stream; `more` are objects from number 10 on."""
    return pages([contents], box=box, resources=resources, more=more)


def pages(
    contents: Iterable[bytes], *, box: bytes = b"[0 0 595 842]", resources: bytes = b"", more: Mapping[int, bytes] | None = None
) -> bytes:
    """A PDF with a page for each content stream."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: FONT, **(more or {})}
    kids, number = [], max(objects) + 1
    for body in contents:
        entries = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> %s >> >>"
        objects |= {number: entries % (box, number + 1, resources), number + 1: body}
        kids.append(b"%d 0 R" % number)
        number += 2
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return pdf(objects)

"""PDFs whose structure is wrong."""

import random
from io import BytesIO

import pikepdf

from hostile.objects import FONT, TEXT, flate, page, pages, pdf, stream

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def sound(count: int = 3) -> bytes:
    """A PDF with nothing wrong, a page a promise, and a ruled table."""
    rules = b"72 500 200 40 re S 272 500 200 40 re S BT /F1 10 Tf 80 515 Td (Plant trees) Tj 200 0 Td (Parks) Tj ET\n"
    return pages([flate(TEXT.replace(b"100", b"%d00" % (at + 1)) + rules) for at in range(count)])


def tree_loop() -> bytes:
    """A page tree that holds itself, and claims a million pages."""
    return pdf({1: CATALOG, 2: b"<< /Type /Pages /Count 1000000 /Kids [2 0 R 2 0 R] >>"})


def deep_tree() -> bytes:
    """A page tree 50,000 levels deep."""
    levels = {at: b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (at + 1) for at in range(2, 50_000)}
    leaf = b"<< /Type /Page /MediaBox [0 0 595 842] /Contents 50001 0 R /Resources << /Font << /F1 50002 0 R >> >> >>"
    return pdf({1: CATALOG, **levels, 50_000: leaf, 50_001: stream(TEXT), 50_002: FONT})


def many_pages() -> bytes:
    """200,000 pages that are one object."""
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    tree = b"<< /Type /Pages /Count 200000 /Kids [%s] >>" % (b"3 0 R " * 200_000)
    return pdf({1: CATALOG, 2: tree, 3: leaf, 4: stream(TEXT), 5: FONT})


def nested_arrays() -> bytes:
    """An array 100,000 deep among the resources."""
    return page(stream(TEXT), resources=b"/X " + b"[" * 100_000 + b"]" * 100_000)


def nested_contents() -> bytes:
    """An array 100,000 deep, and as many dictionaries, in the content stream."""
    return page(flate(b"[" * 100_000 + b"]" * 100_000 + b" TJ\n/X " + b"<< /A " * 100_000 + b">>" * 100_000 + b" BDC\n" + TEXT))


def box(sides: bytes) -> bytes:
    """A page of an odd size."""
    return page(stream(TEXT), box=sides)


def locked(user: str, owner: str) -> bytes:
    """A PDF with passwords."""
    target = BytesIO()
    with pikepdf.open(BytesIO(sound())) as opened:
        opened.save(target, encryption=pikepdf.Encryption(user=user, owner=owner))
    return target.getvalue()


def without_xref() -> bytes:
    """No table of where its objects are."""
    head, _, tail = sound().partition(b"xref\n")
    return head + tail[tail.index(b"trailer") :]


def without_tail() -> bytes:
    """Neither that table, nor a word of where to begin."""
    return sound().partition(b"xref\n")[0]


def bit_flips(seed: int = 7, flips: int = 60) -> bytes:
    """Bits turned round here and there."""
    data, chance = bytearray(sound()), random.Random(seed)
    for _ in range(flips):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def xref_loop() -> bytes:
    """Tables of objects that name each other as the one before."""
    data = page(stream(TEXT))
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % data.rindex(b"xref\n0 "))


def huge_xref() -> bytes:
    """A table that claims two thousand million objects."""
    return page(stream(TEXT)).replace(b"trailer << /Size ", b"trailer << /Size 2000000000 /Old ")


def own_length() -> bytes:
    """A stream whose length is the stream itself."""
    return page(b"<< /Length 10 0 R >>\nstream\n" + TEXT + b"endstream", more={10: b"10 0 R"})


def own_parent() -> bytes:
    """A page that is its own parent, with nothing of its own to inherit."""
    leaf = b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>"
    return pdf({1: CATALOG, 2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", 3: leaf, 4: stream(TEXT)})


def empty_page() -> bytes:
    """A page without a word."""
    return page(stream(b""))


def no_pages() -> bytes:
    """No page at all."""
    return pdf({1: CATALOG, 2: b"<< /Type /Pages /Count 0 /Kids [] >>"})

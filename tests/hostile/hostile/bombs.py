"""PDFs that ask for more memory or time than a paper may have."""

import zlib

from hostile.objects import FONT, MEBI, TEXT, flate, page, pages, pdf, repeated, stream

FLATE = b"/Filter /FlateDecode "


def spaces() -> bytes:
    """A gigabyte of spaces in a stream of a megabyte."""
    return page(stream(repeated(b" " * MEBI, 1024), FLATE))


def nested_flate() -> bytes:
    """The same, compressed twice."""
    return page(stream(zlib.compress(repeated(b" " * MEBI, 1024), 9), b"/Filter [/FlateDecode /FlateDecode] "))


def text_operators(mebibytes: int = 256) -> bytes:
    """Text operators without end."""
    return page(stream(repeated(TEXT * (MEBI // len(TEXT)), mebibytes), FLATE))


def bomb_among_pages() -> bytes:
    """Five good pages, the third of which is a bomb."""
    bomb = stream(repeated(TEXT * (MEBI // len(TEXT)), 256), FLATE)
    return pages([bomb if at == 2 else stream(TEXT.replace(b"100", b"%d" % at)) for at in range(5)])


def self_form() -> bytes:
    """A form that draws itself."""
    form = stream(TEXT + b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 10 0 R >> >> ")
    return page(stream(TEXT + b"/X Do"), resources=b"/XObject << /X 10 0 R >>", more={10: form})


def laughing_forms() -> bytes:
    """Thirty forms, each of which draws the next ten times."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >> "
    forms = {10 + at: stream(b"/X Do " * 10, entries % (11 + at)) for at in range(30)}
    return page(stream(b"/X Do"), resources=b"/XObject << /X 10 0 R >>", more={**forms, 40: stream(TEXT, entries % 40)})


def many_operators() -> bytes:
    """200,000 text operators, each its own place."""
    lines = b"".join(b"BT /F1 4 Tf %d %d Td (word) Tj ET\n" % (at % 590, at // 590 % 840) for at in range(200_000))
    return page(flate(lines))


def many_rectangles() -> bytes:
    """Half a million rectangles."""
    return page(flate(TEXT + b"".join(b"%d %d 9 9 re S\n" % (at % 590, at // 590 % 840) for at in range(500_000))))


def grid_of_lines() -> bytes:
    """Lines that cross each other a million times."""
    across = b"".join(b"0 %.1f m 595 %.1f l S\n" % (at * 0.8, at * 0.8) for at in range(1000))
    return page(flate(TEXT + across + b"".join(b"%.1f 0 m %.1f 842 l S\n" % (at * 0.6, at * 0.6) for at in range(1000))))


def words_on_one_spot() -> bytes:
    """60,000 words printed over each other."""
    return page(flate(b"".join(b"BT /F1 9 Tf 100 400 Td (w%d) Tj ET\n" % at for at in range(60_000))))


def many_fonts() -> bytes:
    """50,000 fonts, all of them used."""
    names = b" ".join(b"/G%d %d 0 R" % (at, 10 + at) for at in range(50_000))
    lines = b"".join(b"BT /G%d 9 Tf 72 700 Td (word) Tj ET\n" % at for at in range(50_000))
    body = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << %s >> >> >>" % names
    tree = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>", 4: body, 5: flate(lines)}
    return pdf(tree | {10 + at: FONT for at in range(50_000)})


def many_images() -> bytes:
    """50,000 pictures of one pixel."""
    picture = stream(b"\x00", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray ")
    names = b" ".join(b"/I%d %d 0 R" % (at, 10 + at) for at in range(50_000))
    lines = b"".join(b"q 9 0 0 9 %d 9 cm /I%d Do Q\n" % (at % 590, at) for at in range(50_000))
    return page(flate(TEXT + lines), resources=b"/XObject << %s >>" % names, more={10 + at: picture for at in range(50_000)})


def huge_image() -> bytes:
    """A scan of 60,000 pixels a side: half a gigabyte in black and white."""
    entries = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 1 /ColorSpace /DeviceGray "
    picture = stream(repeated(b"\xaa" * 7500 * 60, 1000), FLATE + entries)
    return page(stream(b"q 595 0 0 842 0 0 cm /I Do Q"), resources=b"/XObject << /I 10 0 R >>", more={10: picture})


def deep_states() -> bytes:
    """A million graphics states, none of them left."""
    return page(flate(b"q 1 0 0 1 0 0 cm " * 1_000_000 + TEXT))

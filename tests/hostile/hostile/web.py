"""Web pages that are bombs or broken."""

PROMISE = b"<p>The council will plant 100 trees by June 2030.</p>"


def web(body: bytes) -> bytes:
    """A web page with this body."""
    return b"<!DOCTYPE html><html><head><title>Plan</title></head><body>" + body + b"</body></html>"


def nested(tag: bytes, depth: int = 100_000) -> bytes:
    """Tags in tags."""
    return web((b"<%s>" % tag) * depth + PROMISE + (b"</%s>" % tag) * depth + PROMISE)


def giant_attribute() -> bytes:
    """An attribute of 40 megabytes."""
    return web(b'<p title="' + b"x" * 40_000_000 + b'">We will mow.</p>' + PROMISE)


def wide_cell() -> bytes:
    """A table cell that spans more rows and columns than there is room for."""
    return web(b"<table><tr><td rowspan=2000000000 colspan=2000000000>Plant trees</td><td>Parks</td></tr></table>" + PROMISE)


def many_spans() -> bytes:
    """A table of 1,000 rows, each cell of which spans 1,000 rows and 1,000 columns."""
    return web(b"<table>" + (b"<tr>" + b"<td rowspan=1000 colspan=1000>We will mow." * 5 + b"</tr>") * 1000 + b"</table>" + PROMISE)


def many_tags() -> bytes:
    """Three million tags that nobody closes."""
    return web(b"<b><i><u>" * 1_000_000 + PROMISE)


def entity_bomb() -> bytes:
    """XHTML with a billion laughs."""
    entities = b"".join(b'<!ENTITY l%d "%s">' % (at, b"&l%d;" % (at - 1) * 10) for at in range(1, 11))
    start = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "laugh">' + entities + b"]>"
    return start + b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&l10;</p>' + PROMISE + b"</body></html>"

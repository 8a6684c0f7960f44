"""All hostile papers by name: the file name each comes under, how it is made, and what may become of it."""

import random
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from hostile import bombs, broken, office, web
from hostile.objects import TEXT, page, stream

Fate = Literal["read", "partly", "refused"]


class Hostile(NamedTuple):
    """A hostile paper. `fates` are those that are right; `says` stands in the reason or in one of its reading issues."""

    name: str
    make: Callable[[], bytes]
    fates: tuple[Fate, ...] = ("read", "partly", "refused")
    says: str = ""


def _hostile(name: str, make: Callable[[], bytes], fates: str, says: str = "") -> tuple[str, Hostile]:
    words: dict[str, Fate] = {"read": "read", "partly": "partly", "refused": "refused"}
    title = f"{make.func.__name__} {' '.join(map(str, make.args))[:40]}" if isinstance(make, partial) else make.__name__
    return f"{name}: {title}", Hostile(name, make, tuple(words[fate] for fate in fates.split("|")), says)


def random_bytes() -> bytes:
    """Nothing but chance."""
    return random.Random(1).randbytes(100_000)


def zeros() -> bytes:
    """Nothing but zeros."""
    return bytes(100_000)


def empty() -> bytes:
    """Nothing."""
    return b""


def half() -> bytes:
    """The first half of a PDF."""
    data = broken.sound(20)
    return data[: len(data) // 2]


def late_header() -> bytes:
    """A PDF behind a page of blanks."""
    return b"\n" * 1000 + page(stream(TEXT))


FILES = dict(
    [
        _hostile("bomb.pdf", bombs.spaces, "refused", "memory"),
        _hostile("bomb.pdf", bombs.nested_flate, "refused", "memory"),
        _hostile("bomb.pdf", bombs.text_operators, "read|partly|refused"),
        _hostile("bomb.pdf", bombs.bomb_among_pages, "partly", "page 3"),
        _hostile("bomb.pdf", bombs.self_form, "read|partly|refused"),
        _hostile("bomb.pdf", bombs.laughing_forms, "read|partly|refused"),
        _hostile("bomb.pdf", bombs.many_operators, "read|partly"),
        _hostile("bomb.pdf", bombs.many_rectangles, "read|partly"),
        _hostile("bomb.pdf", bombs.grid_of_lines, "read|partly"),
        _hostile("bomb.pdf", bombs.words_on_one_spot, "read|partly|refused"),
        _hostile("bomb.pdf", bombs.many_fonts, "read|partly|refused"),
        _hostile("bomb.pdf", bombs.many_images, "read|partly"),
        _hostile("bomb.pdf", bombs.huge_image, "refused"),
        _hostile("bomb.pdf", bombs.deep_states, "read|partly|refused"),
        _hostile("broken.pdf", broken.tree_loop, "refused", "unreadable"),
        _hostile("broken.pdf", broken.deep_tree, "read|partly|refused"),
        _hostile("broken.pdf", broken.many_pages, "partly|refused"),
        _hostile("broken.pdf", broken.nested_arrays, "read|partly"),
        _hostile("broken.pdf", broken.nested_contents, "read|partly"),
        _hostile("broken.pdf", partial(broken.box, b"[0 0 1000000000 1000000000]"), "read|partly|refused"),
        _hostile("broken.pdf", partial(broken.box, b"[0 0 0 0]"), "read|partly|refused"),
        _hostile("broken.pdf", partial(broken.box, b"[0 0 -595 -842]"), "read|partly|refused"),
        _hostile("broken.pdf", partial(broken.box, b"[595 842 0 0]"), "read|partly"),
        _hostile("broken.pdf", partial(broken.box, b"[nan nan inf inf]"), "read|partly|refused"),
        _hostile("broken.pdf", partial(broken.box, b"[0 0 1e999 9" + b"9" * 400 + b"]"), "read|partly|refused"),
        _hostile("locked.pdf", partial(broken.locked, "secret", "boss"), "refused", "it is locked with a password"),
        _hostile("locked.pdf", partial(broken.locked, "", "boss"), "read"),
        _hostile("broken.pdf", half, "partly|refused"),
        _hostile("broken.pdf", broken.without_xref, "read|partly"),
        _hostile("broken.pdf", broken.without_tail, "read|partly"),
        _hostile("broken.pdf", broken.bit_flips, "read|partly|refused"),
        _hostile("broken.pdf", broken.xref_loop, "read|partly"),
        _hostile("broken.pdf", broken.huge_xref, "read|partly"),
        _hostile("broken.pdf", broken.own_length, "read|partly|refused"),
        _hostile("broken.pdf", broken.own_parent, "read|partly|refused"),
        _hostile("broken.pdf", broken.empty_page, "refused", "no words were found on its one page"),
        _hostile("broken.pdf", broken.no_pages, "refused", "unreadable"),
        _hostile("empty.pdf", empty, "refused", "it is empty"),
        _hostile("zeros.pdf", zeros, "refused"),
        _hostile("random.pdf", random_bytes, "refused", "it is not a PDF"),
        _hostile("random.docx", random_bytes, "refused", "it is not a Word paper"),
        _hostile("random.html", random_bytes, "refused", "it is not a web page"),
        _hostile("late.pdf", late_header, "read"),
        _hostile("web page.pdf", partial(web.web, web.PROMISE), "partly", "it is a web page"),
        _hostile("archive.pdf", office.plain_zip, "refused", "it is a zip file"),
        _hostile("word.pdf", office.docx, "partly", "it is a Word paper"),
        _hostile("pdf.txt", broken.sound, "partly", "it is a PDF"),
        _hostile("pdf.docx", broken.sound, "partly", "it is a PDF"),
        _hostile("bomb.docx", office.spaces, "read|partly|refused"),
        _hostile("bomb.docx", office.many_paragraphs, "partly|refused"),
        _hostile("bomb.docx", office.many_elements, "partly|refused"),
        _hostile("bomb.docx", office.entity_bomb, "read|partly|refused"),
        _hostile("bomb.docx", office.deep, "read|partly|refused"),
        _hostile("bomb.docx", office.deep_tables, "read|partly|refused"),
        _hostile("bomb.docx", office.wide_cell, "read|partly|refused"),
        _hostile("bomb.docx", office.outside_names, "read|partly|refused"),
        _hostile("bomb.docx", office.many_parts, "read|partly|refused"),
        _hostile("broken.docx", office.without_types, "read|partly|refused"),
        _hostile("bomb.html", partial(web.nested, b"div"), "read|partly|refused"),
        _hostile("bomb.html", partial(web.nested, b"ul><li"), "read|partly|refused"),
        _hostile("bomb.html", partial(web.nested, b"table><tr><td", 2000), "read|partly|refused"),
        _hostile("bomb.html", web.giant_attribute, "read|partly|refused"),
        _hostile("bomb.html", web.wide_cell, "read|partly|refused"),
        _hostile("bomb.html", web.many_spans, "read|partly|refused"),
        _hostile("bomb.html", web.many_tags, "read|partly|refused"),
        _hostile("bomb.html", web.entity_bomb, "read|partly|refused"),
    ]
)

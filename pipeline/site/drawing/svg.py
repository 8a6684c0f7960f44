"""Elements of a picture. Whatever is put into one is escaped; sizes are units of its view box, from the top left corner."""

from functools import cache
from html import escape

from markupsafe import Markup

Piece = str | Markup


def element(name: str, *inside: Piece, **attributes: object) -> Markup:
    """An element; `class_` is its class, a low line in a name a hyphen, and an attribute of None is left out.

    >>> element("text", "<b>", class_="year", text_anchor="end", x=3.14159)
    Markup('<text class="year" text-anchor="end" x="3.1">&lt;b&gt;</text>')
    """
    # Put together as text: a picture has thousands of elements, and Markup's own format and escape take ten times as long.
    told = "".join([f' {_named(key)}="{_written(value)}"' for key, value in attributes.items() if value is not None])
    body = "".join([piece if isinstance(piece, Markup) else escape(piece) for piece in inside])
    return Markup(f"<{name}{told}>{body}</{name}>")


def picture(name: str, title: str, description: str, size: tuple[float, float], *inside: Piece) -> Markup:
    """A whole picture with what a screen reader says of it; `name` is its own on the page."""
    width, height = size
    told = (element("title", title, id=f"{name}-title"), element("desc", description, id=f"{name}-desc"))
    return element(
        "svg",
        *told,
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"picture {name}",
        viewBox=f"0 0 {_written(width)} {_written(height)}",
        role="group",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def link(address: str, title: str, *inside: Piece, is_worded: bool = False) -> Markup:
    """What leads somewhere; one that is worded goes by its own words, for those who speak to their browser."""
    said = escape(title)
    label = "" if is_worded else f' aria-label="{said}"'
    body = "".join([piece if isinstance(piece, Markup) else escape(piece) for piece in inside])
    return Markup(f'<a href="{escape(address)}"{label}><title>{said}</title>{body}</a>')


def words(x: float, y: float, said: str, kind: str = "", anchor: str | None = None) -> Markup:
    """Words on their line; `anchor` is where of them x is: start, middle or end."""
    return element("text", said, x=x, y=y, class_=kind or None, text_anchor=anchor)


@cache
def _named(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _written(value: object) -> str:
    return f"{round(value, 1):g}" if isinstance(value, float) else escape(str(value))

"""A PDF of one page, written by hand."""

from collections.abc import Callable

import pytest


def write(content: str, page: str = "", font: str = "Helvetica") -> bytes:
    """A PDF of one page, 400 by 300 points, that draws `content` with the font F."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>{page}>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{text}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return body + f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF".encode()


@pytest.fixture(name="write")
def writer() -> Callable[..., bytes]:
    """Writes a page's content into a PDF; `page` is added to the page's own entries, `font` is the name of the font F."""
    return write

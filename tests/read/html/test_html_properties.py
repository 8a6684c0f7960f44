"""What holds for any page at all."""

import re
from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.model.document import Document
from pipeline.read.html import read_html

WORDS = ["We will plant", "oaks", "Parks", "OUR PARKS", "1.", "(a)", "•", "by 2026.", "3.1", "Action", "Owner"]
TAGS = [
    *("div", "p", "span", "b", "i", "sup", "a", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "h2", "h3", "nav", "main", "article"),
    *("header", "footer", "form", "aside", "del", "pre", "br", "dl", "dt", "dd", "blockquote"),
]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(['<td rowspan="2">', '<td colspan="3">', '<ol start="7">', '<a href="#fn1">', "&nbsp;", "&amp;", "\n", " "]),
)
PAGES = st.lists(PIECES, max_size=60).map(" ".join)
SEEN = re.compile(r"\w+")


def read(page: str | bytes) -> Document | None:
    """The document; None for a page that is refused, the only other way reading may end."""
    try:
        return read_html(page.encode() if isinstance(page, str) else page)
    except ReadError:
        return None


@given(PAGES)
@settings(max_examples=300, deadline=None)
def test_every_word_is_in_the_text_or_in_a_repair(page: str) -> None:
    document = read(page)
    if document:
        wanted = Counter(SEEN.findall(re.sub(r"<[^>]*>|&\w+;", " ", page)))
        assert not wanted - Counter(SEEN.findall(document.source()))


@given(page=PAGES)
@settings(max_examples=300, deadline=None)
def test_blocks_are_sound(page: str, is_sound) -> None:
    document = read(page)
    assert document is None or is_sound(document)


def test_mutated_pages_are_read_or_refused(is_sound) -> None:
    random = Random(3)
    page = b"<h1>Plan</h1><table><tr><th rowspan=2>Action<th>Owner<tr><td>Plant<td>Clerk</table><ol type=a><li>Mow<ul><li>Dig</ul></ol>" * 3
    for _ in range(300):
        mutant = bytearray(page)
        for _ in range(random.randint(1, 25)):
            mutant[random.randrange(len(mutant))] = random.randrange(256)
        document = read(bytes(mutant))
        assert document is None or is_sound(document)

"""What holds for real papers, whose pages no test would think of."""

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from pipeline.read.page import Page
from pipeline.read.pdf.assembly import assemble
from pipeline.read.pdf.engine import read_pages

MOST_BYTES = 1_000_000
MOST_PAGES = 12
EVERY = 12  # so many papers are passed over for each that is read


@pytest.fixture(scope="module")
def papers() -> list[list[Page]]:
    """The first pages of some of the papers beside the repository, which not every clone has."""
    folder = Path(__file__).parents[4].parent / "shared" / "pdfs"
    if not folder.is_dir():
        pytest.skip("there is no folder shared beside the repository to read")
    paths = [path for path in sorted(folder.rglob("*.pdf")) if path.stat().st_size < MOST_BYTES]
    return [list(islice(read_pages(path.read_bytes()), MOST_PAGES)) for path in paths[::EVERY]]


def test_blocks_come_in_order_and_hold_trimmed_words(papers: list[list[Page]], is_sound) -> None:
    assert all(is_sound(assemble(pages)) for pages in papers)


def test_no_word_is_lost_and_none_is_told_twice(papers: list[list[Page]]) -> None:
    for pages in papers:
        document = assemble(pages)
        source = document.source()
        told = Counter((word.page, source[word.start : word.end]) for word in document.layout.words)
        assert told == Counter((page.number, word.text) for page in pages for word in page.words)

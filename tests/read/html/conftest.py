"""Web pages as their outlines."""

from collections.abc import Callable

import pytest

from pipeline.model.document import Document
from pipeline.read.html import read_html


@pytest.fixture
def outline(lines_of: Callable[[Document], list[str]]) -> Callable[[str | bytes], list[str]]:
    """Reads a page and says what it consists of."""
    return lambda page: lines_of(read_html(page.encode() if isinstance(page, str) else page))

"""What the tests of reading text need: a text as its outline, one line a block."""

from collections.abc import Callable

import pytest

from pipeline.model.document import Document
from pipeline.read.text import read_text


@pytest.fixture
def outline(lines_of: Callable[[Document], list[str]]) -> Callable[[str | bytes], list[str]]:
    """Reads a text and says what it consists of."""

    def read(source: str | bytes) -> list[str]:
        data = source.encode() if isinstance(source, str) else source
        return lines_of(read_text(data))

    return read


@pytest.fixture
def table_numbers() -> Callable[[str], list[int | None]]:
    """Reads a text and gives the table of each of its rows."""
    return lambda source: [block.table for block in read_text(source.encode()).blocks if block.kind == "row"]

"""What the tests of reading need: a text as its outline, one line a block."""

from collections.abc import Callable

import pytest

from pipeline.model.document import Block, Document
from pipeline.read.text import read_text


def lines_of(document: Document) -> list[str]:
    """Each block as `kind level marker: words`, the cells of a row parted by ` | ` and their paragraphs by ` / `."""
    return [f"{_name(block)}: {_words(block, document.text)}" for block in document.blocks]


def _name(block: Block) -> str:
    return " ".join([block.kind, *([str(block.level)] if block.level else []), *([block.marker] if block.marker else [])])


def _words(block: Block, text: str) -> str:
    if not block.cells:
        return block.span.of(text)
    return " | ".join(" / ".join(part.of(text) for part in cell.parts) for cell in block.cells)


@pytest.fixture
def outline() -> Callable[[str | bytes], list[str]]:
    """Reads a text and says what it consists of."""

    def read(source: str | bytes) -> list[str]:
        data = source.encode() if isinstance(source, str) else source
        return lines_of(read_text(data))

    return read


@pytest.fixture
def table_numbers() -> Callable[[str], list[int | None]]:
    """Reads a text and gives the table of each of its rows."""
    return lambda source: [block.table for block in read_text(source.encode()).blocks if block.kind == "row"]

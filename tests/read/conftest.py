"""What the tests of every format need: a document as its outline, one line a block."""

from collections.abc import Callable

import pytest

from pipeline.model.document import Block, Document


def _name(block: Block) -> str:
    return " ".join([block.kind, *([str(block.level)] if block.level else []), *([block.marker] if block.marker else [])])


def _words(block: Block, text: str) -> str:
    if not block.cells:
        return block.span.of(text)
    return " | ".join(" / ".join(part.of(text) for part in cell.parts) for cell in block.cells)


@pytest.fixture(scope="session")
def lines_of() -> Callable[[Document], list[str]]:
    """Each block as `kind level marker: words`, the cells of a row parted by ` | ` and their paragraphs by ` / `."""
    return lambda document: [f"{_name(block)}: {_words(block, document.text)}" for block in document.blocks]


@pytest.fixture(scope="session")
def is_sound() -> Callable[[Document], bool]:
    """Whether blocks come in order, hold their cells, and hold words that are trimmed and spaced by one."""

    def check(document: Document) -> bool:
        end = 0
        for block in document.blocks:
            spans = [part for cell in block.cells for part in cell.parts] or [block.span]
            in_order = end <= block.span.start < block.span.end <= len(document.text) and all(map(block.span.holds, spans))
            if not in_order or any((words := span.of(document.text)) != " ".join(words.split()) for span in spans):
                return False
            end = block.span.end
        return True

    return check

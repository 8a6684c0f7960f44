"""Document to Paper: a folder for each kind of thing that is read. Knows language and nothing of formats; opens no file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.extractor import Extractor

__all__ = ["Extractor"]


def __getattr__(name: str) -> "type[Extractor]":
    """The extractor, loaded on first use: spaCy takes most of a second to import, and trying the rules on themselves needs none."""
    if name != "Extractor":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pipeline.extract.extractor import Extractor

    return Extractor

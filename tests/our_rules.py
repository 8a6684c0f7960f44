"""The rules of the repository, loaded once for all tests, and the extractor by them; either takes a second."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.rulebook import Rulebook, load_rulebook

if TYPE_CHECKING:
    from pipeline.extract import Extractor

FOLDER = Path(__file__).parent.parent / "rules"


@cache
def rulebook() -> Rulebook:
    """All rules."""
    return load_rulebook(FOLDER)


@cache
def extractor() -> "Extractor":
    """What finds commitments by them."""
    from pipeline.extract import Extractor  # spaCy takes most of a second to import, and few tests need it

    return Extractor(rulebook())

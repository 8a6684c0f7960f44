"""Imports spaCy without its command line: that one, with an HTTP client, takes a third of the time of the import, and nobody uses it here.

Whoever imports `spacy.cli` later gets the real one; only `spacy.info`, which tells about installed models, stays empty.
"""

import sys
from types import ModuleType

COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Leaves spaCy imported; nothing is done where it is so already."""
    if "spacy" in sys.modules:
        return
    package, info = (ModuleType(name) for name in COMMAND_LINE)
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    added = {name: module for name, module in zip(COMMAND_LINE, (package, info), strict=True) if name not in sys.modules}
    sys.modules.update(added)
    try:
        import spacy  # noqa: F401
    finally:
        for name in added:
            del sys.modules[name]


import_spacy()

"""Imports sqlite-utils without numpy, for whose numbers it would know columns: that takes longer than all else of it, and we store none.

Whoever imports numpy later gets it.
"""

import sys


def import_sqlite_utils() -> None:
    """Leaves sqlite-utils imported; nothing is done where it is so already, or numpy is."""
    if "sqlite_utils" in sys.modules or "numpy" in sys.modules:
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]  # Python's own sign that there is none
    try:
        import sqlite_utils  # noqa: F401
    finally:
        del sys.modules["numpy"]

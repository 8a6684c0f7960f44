"""Records to SQLite: the only importer of sqlite-utils."""

from pipeline.register.rows import RunRow
from pipeline.register.writer import CopyRow, PaperRow, Register

__all__ = ["CopyRow", "PaperRow", "Register", "RunRow"]

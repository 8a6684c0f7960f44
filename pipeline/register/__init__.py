"""Records to SQLite: the only importer of sqlite-utils."""

from pipeline.register.rows import RunRow
from pipeline.register.writer import PaperRow, Register

__all__ = ["PaperRow", "Register", "RunRow"]

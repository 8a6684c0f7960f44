"""Records to SQLite: the only importer of sqlite-utils."""

from pipeline.register.rows import RunRow
from pipeline.register.writer import NameRow, PaperRow, Register, Relation

__all__ = ["NameRow", "PaperRow", "Register", "Relation", "RunRow"]

"""Records to SQLite: the only importer of sqlite-utils."""

from pipeline.register.runs import ProblemRow, RunLog, RunPaperRow, RunRow
from pipeline.register.writer import NameRow, PaperRow, Register, Relation

__all__ = ["NameRow", "PaperRow", "ProblemRow", "Register", "Relation", "RunLog", "RunPaperRow", "RunRow"]

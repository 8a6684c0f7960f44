"""The whole record of a register, handed over: written into a folder, and read back from it."""

from pipeline.export.write import Exported, Wish, export

__all__ = ["Exported", "Wish", "export"]

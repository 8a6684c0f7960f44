"""The whole record of a register, handed over: written into a folder, and read back from it."""

from pipeline.export.folder import ExportError
from pipeline.export.mistakes import MistakenExportError
from pipeline.export.read import Imported, import_export
from pipeline.export.write import Exported, Wish, export

__all__ = ["ExportError", "Exported", "Imported", "MistakenExportError", "Wish", "export", "import_export"]

"""Word papers (`.docx`). The only importer of python-docx."""

from pipeline.read.docx.export import read_docx

__all__ = ["read_docx"]

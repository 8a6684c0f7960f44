"""Printed pages to a document: lines, reading order, paragraphs, items, rows, headings, and where each word stands."""

from pipeline.read.pdf.assembly.assemble import assemble

__all__ = ["assemble"]

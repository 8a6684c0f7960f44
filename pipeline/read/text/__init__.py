"""Text exports and Markdown."""

from pipeline.read.text.export import read_text

__all__ = ["read_text"]

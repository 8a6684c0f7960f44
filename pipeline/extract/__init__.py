"""Document to Paper: one module a dimension. Knows language and nothing of formats; opens no file."""

from pipeline.extract.extractor import Extractor

__all__ = ["Extractor"]

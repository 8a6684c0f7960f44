"""Records on pictures of their pages: what somebody looks at who checks the register with the paper in hand."""

from pipeline.marks.pages import MarkedPages

__all__ = ["MarkedPages"]

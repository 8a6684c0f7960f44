"""Bytes to Document: one module a format. Knows nothing of commitments."""

from pipeline.read.paper import SUFFIXES, read_paper

__all__ = ["SUFFIXES", "read_paper"]

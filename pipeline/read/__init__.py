"""Bytes to Document: one module a format. Knows nothing of commitments."""

from pipeline.read.paper import SUFFIXES, read_paper
from pipeline.read.render import render_page

__all__ = ["SUFFIXES", "read_paper", "render_page"]

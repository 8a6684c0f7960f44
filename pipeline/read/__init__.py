"""Bytes to Document: one module a format. Knows nothing of commitments."""

from pipeline.read.paper import SUFFIXES, read_paper, warm_up
from pipeline.read.render import render_page

__all__ = ["SUFFIXES", "read_paper", "render_page", "warm_up"]

"""Bytes to Document: one module a format. Knows nothing of commitments."""

from pipeline.read.packed import pack_document, unpack_document
from pipeline.read.paper import SUFFIXES, demand_kind, read_paper, warm_up
from pipeline.read.render import page_sizes, render_page

__all__ = ["SUFFIXES", "demand_kind", "pack_document", "page_sizes", "read_paper", "render_page", "unpack_document", "warm_up"]

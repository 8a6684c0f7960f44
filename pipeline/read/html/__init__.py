"""Web pages (`.html`), also those saved with their pictures in one file (`.mhtml`)."""

from pipeline.read.html.export import read_html

__all__ = ["read_html"]

"""Pledgebook: a public register of what a council has promised, made from the council's own papers."""

__version__ = "0.1.0"

"""Papers that want to do harm, or are broken: made when they are needed, kept nowhere."""

from hostile.named import FILES, Hostile

__all__ = ["FILES", "Hostile"]

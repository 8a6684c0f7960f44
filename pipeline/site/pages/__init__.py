"""Our own pages, one address a file."""

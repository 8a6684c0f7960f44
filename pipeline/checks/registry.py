"""All checks, and the one way to run them."""

from pipeline.model.paper import Flag, Paper


def run_checks(paper: Paper) -> tuple[Flag, ...]:
    """Every flag that any check raises on the paper, in the order of the checks."""
    return ()

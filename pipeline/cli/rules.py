"""`pledgebook rules`: trying rules out, before anything is written."""

import click


@click.group()
def rules() -> None:
    """Try the rules out, and see what a change of them does."""

"""`pledgebook rules`: trying rules out, before anything is written."""

import click

from pipeline.cli.rules.check import check


@click.group()
def rules() -> None:
    """Try the rules out, and see what a change of them does. Nothing is written.

    \b
    Examples:
      pledgebook rules check
    """


for command in (check,):
    rules.add_command(command)

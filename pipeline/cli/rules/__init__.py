"""`pledgebook rules`: trying rules out, before anything is written."""

import click

from pipeline.cli.rules.check import check
from pipeline.cli.rules.diff import diff
from pipeline.cli.rules.listing import list_
from pipeline.cli.rules.trying import try_


@click.group()
def rules() -> None:
    """Try the rules out, and see what a change of them does. Nothing is written.

    \b
    Examples:
      pledgebook rules check
      pledgebook rules try "Autumn 2013"
      pledgebook rules diff
    """


for command in (list_, check, try_, diff):
    rules.add_command(command)

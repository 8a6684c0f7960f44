"""What the commands share: options, the errors that end them, and plain words for what stops a whole command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pipeline.errors import PipelineError
from pipeline.harmless import harmless

MANY = 25  # lines; who has seen more than a screen of them may have missed some
folder = click.Path(path_type=Path)
out_option = click.option("--out", type=folder, default="extracted", show_default=True, metavar="DIR", help="Where the register is kept.")
rules_option = click.option("--rules", type=folder, default="rules", show_default=True, metavar="DIR", help="The rules to read by.")
debug_option = click.option("--debug", is_flag=True, help="Show where in the program an internal error arose.")


class BelowFloor(click.ClickException):
    """The program is less often right than it was."""

    exit_code = 1


class WrongUse(click.ClickException):
    """The command cannot be carried out as given; the message says what to do."""

    exit_code = 2


class NotReadable(click.ClickException):
    """The paper that was asked for cannot be read."""

    exit_code = 3


def demand_rules(rules: Path) -> None:
    """Raises WrongUse where there are no rules."""
    if not rules.is_dir():
        raise WrongUse(f"There is no folder {rules}. Run this in the folder of the project, or say where the rules are with --rules.")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns what stops a whole command into one plain line; trouble with single papers does not come this far."""
    try:
        yield
    except PipelineError as error:
        raise WrongUse("\n".join(harmless(line) for line in str(error).splitlines())) from error
    except OSError as error:
        raise WrongUse(harmless(f"{error.strerror or error}: {error.filename or 'no file named'}")) from error

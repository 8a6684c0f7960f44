"""The command `pledgebook`: reads arguments, the clock and the terminal, and leaves the work to others."""

import io
import os
import sys
from importlib import import_module

import click

import pipeline

__all__ = ["main"]

COMMANDS = ("ingest", "show", "evaluate", "rules", "serve", "export", "import", "doctor", "runs", "watch", "reviews", "people")


# Pydantic looks for plugins in every package that is installed; there are none, and none that we know may change what is read.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class _Commands(click.Group):
    """Imports a command when it is asked for: all of them together take most of a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none. A name that is a word of Python has a low line behind it there."""
        if cmd_name not in COMMANDS:
            return None
        name = "import_" if cmd_name == "import" else cmd_name
        command: click.Command = getattr(import_module(f"pipeline.cli.{name}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(pipeline.__version__, prog_name="pledgebook")
def main() -> None:
    """Make a public register of what a council has promised, from its own papers.

    \b
    Put papers into the folder corpus, then:
      pledgebook ingest    reads them into the register
      pledgebook serve     shows the register in the browser
      pledgebook watch     reads what lands in the folder from now on
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a paper's characters is no reason to stop

"""The command `pledgebook`: reads arguments, the clock and the terminal, and leaves the work to others."""

import io
import sys

import click

import pipeline
from pipeline.cli.doctor import doctor
from pipeline.cli.evaluate import evaluate
from pipeline.cli.export import export
from pipeline.cli.import_ import import_
from pipeline.cli.ingest import ingest
from pipeline.cli.people import people
from pipeline.cli.reviews import reviews
from pipeline.cli.rules import rules
from pipeline.cli.runs import runs
from pipeline.cli.serve import serve
from pipeline.cli.show import show
from pipeline.cli.watch import watch

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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


for command in (ingest, show, evaluate, rules, serve, export, import_, doctor, runs, watch, reviews, people):
    main.add_command(command)
